package io.sandtable.web.compare;

import io.sandtable.web.service.RunningService;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A manager who has signed in to a running service and reads pages and REST. */
final class PageReader {
    static final String NAME = "li";

    private static final String PASSWORD = "for this test only";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final RunningService service;

    private PageReader(RunningService service) {
        this.service = service;
    }

    static PageReader signedIn(RunningService service) {
        service.get(JdbcClient.class)
                .sql("""
                        merge into person (name, display_name, password_hash, roles, enabled, must_change_password, created_at)
                        key (name) values (?, ?, ?, 'MANAGER,PLANNER', true, false, current_timestamp)""")
                .params(NAME, NAME, "{noop}" + PASSWORD)
                .update();
        var reader = new PageReader(service);
        HttpResponse<String> answer =
                reader.post("/sign-in", "/sign-in", "name=" + NAME + "&password=" + encode(PASSWORD));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Sign-in answered %d; it should lead on.".formatted(answer.statusCode()));
        }
        return reader;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service.url(path))));
    }

    String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(page(path));
    }

    /** Sends a form with the token that stands on a page. */
    HttpResponse<String> post(String page, String address, String fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " had no form with a token; sign in first.");
        }
        return send(HttpRequest.newBuilder(URI.create(service.url(address)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.group(1)) + "&" + fields)));
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
