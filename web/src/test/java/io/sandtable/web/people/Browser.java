package io.sandtable.web.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does as far as the server can see: cookies, forms with their token, the page it comes from. Follows no redirect. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Consumer<HttpRequest.Builder> PLAIN = request -> {};

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String service;

    Browser(int port) {
        this.service = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), PLAIN);
    }

    /** Fills the first form of a page and sends it to an address. */
    HttpResponse<String> submit(String page, String address, Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", token(page));
        return send("POST", address, all, request -> request.header("Referer", service + page));
    }

    HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** The token of the first form of a page. */
    String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " had no form with a token; sign in first or name another page.");
        }
        return token.group(1);
    }

    HttpResponse<String> send(
            String method, String path, Map<String, String> fields, Consumer<HttpRequest.Builder> further) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8");
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        further.accept(request);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    /** The session's number, empty without one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sandtable-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** As if the session had ended on the server meanwhile: its number means nothing there. */
    void loseSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sandtable-session"))
                .forEach(cookie -> cookie.setValue("0123456789ABCDEF0123456789ABCDEF"));
    }

    void speak(String language) {
        get("/sign-in?lang=" + language);
    }

    String address(String path) {
        return service + path;
    }

    /** Path and query of where an answer sends us. */
    static String location(HttpResponse<?> answer) {
        URI to = URI.create(answer.headers().firstValue("Location").orElse(""));
        return to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
