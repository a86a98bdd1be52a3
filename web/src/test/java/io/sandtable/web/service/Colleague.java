package io.sandtable.web.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sandtable.web.people.OneTimePassword;
import io.sandtable.web.people.People;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a running service: in a browser where she has signed in, and with programs that send her name and password. */
public final class Colleague {
    /** What everybody here has chosen. */
    public static final String PASSWORD = "korrekt-pferd-7";

    /** Keeps no cookies: a program says with each request who it is. */
    private static final HttpClient PROGRAMS = HttpClient.newHttpClient();

    private final RunningService service;
    private final Person person;
    private final HttpBrowser browser;

    private Colleague(RunningService service, Person person) {
        this.service = service;
        this.person = person;
        this.browser = browser(Redirect.NEVER);
    }

    /** Added to the service unless she is there, signed in. On a shared service, one name is one person everywhere. */
    public static Colleague of(RunningService service, String name, String displayName, Role... roles) {
        People people = service.get(People.class);
        if (people.find(name).isEmpty()) {
            choosePassword(service, people.add(name, displayName, Set.of(roles)));
        }
        Person person = people.get(name);
        if (!person.roles().equals(Set.of(roles)) || !person.displayName().equals(displayName)) {
            throw new IllegalStateException("%s is there already, as %s %s; take another name."
                    .formatted(name, person.displayName(), person.roles()));
        }
        return new Colleague(service, person);
    }

    private static void choosePassword(RunningService service, OneTimePassword first) {
        var browser = new HttpBrowser(service.port(), Redirect.NEVER);
        browser.signIn(first.name(), first.password());
        browser.submit(
                "/password", "/password", Map.of("old", first.password(), "chosen", PASSWORD, "again", PASSWORD));
    }

    public Person person() {
        return person;
    }

    public String name() {
        return person.name();
    }

    /** Shows where an answer sends her, and goes there only when told to. */
    public HttpBrowser browser() {
        return browser;
    }

    /** A further browser in which she has signed in. */
    public HttpBrowser browser(Redirect redirects) {
        var another = new HttpBrowser(service.port(), redirects);
        another.signIn(name(), PASSWORD);
        another.page("/me");
        return another;
    }

    /** Asks REST; the body may be empty. */
    public HttpResponse<String> rest(String method, String path, String json) {
        return rest(method, path, "application/json", json.getBytes(UTF_8));
    }

    public HttpResponse<String> rest(String method, String path, String contentType, byte[] body) {
        return rest(
                HttpRequest.newBuilder(URI.create(service.url(path)))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofByteArray(body)),
                BodyHandlers.ofString());
    }

    public JsonNode restJson(String path) {
        return JsonMapper.shared().readTree(rest("GET", path, "").body());
    }

    public byte[] restFile(String path) {
        return rest(HttpRequest.newBuilder(URI.create(service.url(path))), BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a request with her name and password, to be read as the caller likes. */
    public <T> HttpResponse<T> rest(HttpRequest.Builder request, BodyHandler<T> body) {
        String secret = Base64.getEncoder().encodeToString((name() + ":" + PASSWORD).getBytes(UTF_8));
        return HttpBrowser.send(
                PROGRAMS, request.header("Authorization", "Basic " + secret).build(), body);
    }
}
