package io.sandtable.web.people;

import io.sandtable.web.service.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Somebody with a name and a password of her own, in a browser where she has signed in and with programs that act for her. */
public final class Colleague {
    public static final String PASSWORD = "korrekt-pferd-7";

    private final RunningService service;
    private final String name;
    private final Browser browser;

    private Colleague(RunningService service, String name) {
        this.service = service;
        this.name = name;
        this.browser = new Browser(service.port());
    }

    /** Added to the service, signed in. */
    public static Colleague of(RunningService service, String name, String displayName, Role... roles) {
        People people = service.get(People.class);
        if (people.find(name).isEmpty()) {
            OneTimePassword first = people.add(name, displayName, Set.of(roles));
            people.changePassword(name, first.password(), PASSWORD);
        }
        var colleague = new Colleague(service, name);
        colleague.browser.signIn(name, PASSWORD);
        return colleague;
    }

    public Person person() {
        return service.get(People.class).get(name);
    }

    public HttpResponse<String> open(String page) {
        return browser.get(page);
    }

    /** Sends a form that stands on a page. */
    public HttpResponse<String> submit(String page, String address, Map<String, String> fields) {
        return browser.submit(page, address, fields);
    }

    /** Where an answer sends her. */
    public static String next(HttpResponse<?> answer) {
        return Browser.location(answer);
    }

    /** A program's request with her name and password; an empty body sends none. */
    public HttpResponse<byte[]> call(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(service.url(path)))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }
}
