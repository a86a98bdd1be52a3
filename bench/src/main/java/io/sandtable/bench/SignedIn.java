package io.sandtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session of somebody who signed in, as a browser without scripts has it: cookies kept, forms sent with their token. */
final class SignedIn {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    /** When the conditions were last seen: a yes is to what stood there then. */
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServiceProcess service;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private SignedIn(ServiceProcess service) {
        this.service = service;
    }

    static SignedIn as(ServiceProcess service, String name, String password) {
        var session = new SignedIn(service);
        session.post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
        return session;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.url(path))
                .timeout(PATIENCE)
                .GET()
                .build());
    }

    /** Sends a form that stands on a page. */
    HttpResponse<String> post(String page, String action, Map<String, String> fields) {
        return form(page, action, fields).send();
    }

    /** A form that is filled in and not yet sent. */
    interface Form {
        HttpResponse<String> send();
    }

    /** Fills a form in that stands on a page. */
    Form form(String page, String action, Map<String, String> fields) {
        String shown = get(page).body();
        Matcher token = TOKEN.matcher(shown);
        Matcher seen = SEEN.matcher(shown);
        if (!token.find()) {
            throw new IllegalStateException("%s shows no form; is the session over?".formatted(page));
        }
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token.group(1))))
                .concat(seen.find() ? "&seen=" + seen.group(1) : "");
        URI url = service.url(action);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return () -> send(request);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s %s was not answered (%s).".formatted(request.method(), request.uri(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted; run it again.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
