package io.sandtable.web.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does as far as the server can see: cookies, forms with their token, the page it comes from. */
public final class HttpBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Consumer<HttpRequest.Builder> PLAIN = request -> {};
    private static final String SESSION = "sandtable-session";
    private static final String BOUNDARY = "----sandtable-test";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String service;

    /** Nobody has signed in yet. */
    public HttpBrowser(int port, Redirect redirects) {
        this.service = "http://127.0.0.1:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), PLAIN);
    }

    /** The text at an address that has to be there. */
    public String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    "%s answered %d; it should be 200: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    public JsonNode json(String path) {
        return JsonMapper.shared().readTree(page(path));
    }

    public HttpResponse<byte[]> download(String path) {
        return send(request(path).build(), BodyHandlers.ofByteArray());
    }

    /** Fills the first form of a page and sends it to an address. */
    public HttpResponse<String> submit(String page, String address, Map<String, String> fields) {
        return send("POST", address, withToken(page, fields), request -> request.header("Referer", address(page)));
    }

    /** The same as htmx sends it: only a part of the page is wanted. */
    public HttpResponse<String> swap(String page, String address, Map<String, String> fields) {
        return send(
                "POST",
                address,
                withToken(page, fields),
                request -> request.header("Referer", address(page)).header("HX-Request", "true"));
    }

    /** Sends files by the form of a page. */
    public HttpResponse<String> upload(String page, String address, Map<String, byte[]> files) {
        return send(
                request(address)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Referer", address(page))
                        .POST(BodyPublishers.ofByteArray(multipart(files, token(page))))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Any request, with fields as a form sends them and whatever further headers it needs. */
    public HttpResponse<String> send(
            String method, String path, Map<String, String> fields, Consumer<HttpRequest.Builder> further) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = request(path).method(method, BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        further.accept(request);
        return send(request.build(), BodyHandlers.ofString());
    }

    /** The token of the first form of a page. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " had no form with a token; sign in first or name another page.");
        }
        return token.group(1);
    }

    /** What the first field of that name on a page holds from the start, such as a hidden one. */
    public String value(String page, String field) {
        Matcher value = Pattern.compile("name=\"%s\"[^>]* value=\"([^\"]+)\"".formatted(Pattern.quote(field)))
                .matcher(get(page).body());
        if (!value.find()) {
            throw new IllegalStateException("%s had no field %s with a value.".formatted(page, field));
        }
        return value.group(1);
    }

    /** The session's number, empty without one. */
    public String session() {
        return sessions().map(HttpCookie::getValue).findFirst().orElse("");
    }

    /** As if the session had ended on the server meanwhile: its number means nothing there. */
    public void loseSession() {
        sessions().forEach(cookie -> cookie.setValue("0123456789ABCDEF0123456789ABCDEF"));
    }

    public void speak(String language) {
        get("/sign-in?lang=" + language);
    }

    public String address(String path) {
        return service + path;
    }

    /** Path and query of where an answer sends us, empty where it sends us nowhere. */
    public static String location(HttpResponse<?> answer) {
        URI to = URI.create(answer.headers().firstValue("Location").orElse(""));
        return to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery();
    }

    /** As it stands in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8");
    }

    private Map<String, String> withToken(String page, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", token(page));
        return all;
    }

    private static byte[] multipart(Map<String, byte[]> files, String token) {
        var body = new ByteArrayOutputStream();
        files.forEach((file, content) -> {
            body.writeBytes(Zipped.text("--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(Zipped.text("\r\n"));
        });
        body.writeBytes(Zipped.text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + token + "\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private Stream<HttpCookie> sessions() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        return send(client, request, body);
    }

    /** Sends it and waits, without the checked exceptions that no test expects. */
    static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }
}
