package io.sandtable.web.service;

import io.sandtable.web.people.FirstAdministrator;
import io.sandtable.web.people.OneTimePassword;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first administrator of a running service, who has signed in over HTTP: pages by session and token, REST by password. */
public final class SignedIn {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "tisch-und-sand-9";

    private final RunningService service;
    private final String name;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private SignedIn(RunningService service, String name) {
        this.service = service;
        this.name = name;
    }

    public static SignedIn administratorOf(RunningService service) {
        OneTimePassword first =
                service.get(FirstAdministrator.class).createWhereNobodyIs().orElseThrow();
        var person = new SignedIn(service, first.name());
        person.post("/sign-in", "/sign-in", Map.of("name", first.name(), "password", first.password()));
        person.post("/password", "/password", Map.of("old", first.password(), "chosen", PASSWORD, "again", PASSWORD));
        if (person.get("/ask").statusCode() != 200) {
            throw new IllegalStateException("The first administrator could not sign in and choose a password.");
        }
        return person;
    }

    public String name() {
        return name;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    /** Sends a form with the token of a page, as a browser without script does. */
    public HttpResponse<String> post(String page, String address, Map<String, String> fields) {
        return send(form(page, address, fields));
    }

    /** The same as htmx sends it: only a part of the page is wanted. */
    public HttpResponse<String> swap(String page, String address, Map<String, String> fields) {
        return send(form(page, address, fields).header("HX-Request", "true"));
    }

    private HttpRequest.Builder form(String page, String address, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " has no form with a token; name another page.");
        }
        var all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Asks REST; the body may be empty. */
    public HttpResponse<String> rest(String method, String path, String body) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return send(program(path).header("Content-Type", "application/json").method(method, publisher));
    }

    /** A request of REST, to be read as it comes. */
    public HttpRequest.Builder program(String path) {
        String secret = Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + secret);
    }

    public HttpClient client() {
        return client;
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The path that an answer sends us to, empty where it sends us nowhere. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> URI.create(to).getPath())
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
