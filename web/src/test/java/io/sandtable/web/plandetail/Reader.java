package io.sandtable.web.plandetail;

import io.sandtable.web.people.FirstAdministrator;
import io.sandtable.web.people.OneTimePassword;
import io.sandtable.web.service.RunningService;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has signed in and reads pages. */
final class Reader {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "korrekt-pferd-7";

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final RunningService service;

    private Reader(RunningService service) {
        this.service = service;
    }

    static Reader signedIn(RunningService service) {
        OneTimePassword first =
                service.get(FirstAdministrator.class).createWhereNobodyIs().orElseThrow();
        var reader = new Reader(service);
        reader.submit("/sign-in", Map.of("name", first.name(), "password", first.password()));
        reader.submit("/password", Map.of("old", first.password(), "chosen", PASSWORD, "again", PASSWORD));
        return reader;
    }

    String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(page(path));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service.url(path))));
    }

    private void submit(String page, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " had no form with a token.");
        }
        String form = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token.group(1)) + "&", ""));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(service.url(page)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", service.url(page))
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(page + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
