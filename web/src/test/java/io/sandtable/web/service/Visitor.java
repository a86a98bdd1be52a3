package io.sandtable.web.service;

import io.sandtable.web.people.FirstAdministrator;
import io.sandtable.web.people.OneTimePassword;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with the roles of a planner and an administrator at the running service: in the browser, and as a program over REST. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----sandtable-test";
    private static final String PASSWORD = "seven sheep on the hill";

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final RunningService service;
    private final String name;

    private Visitor(RunningService service, String name) {
        this.service = service;
        this.name = name;
    }

    /** Signs the first administrator of a new home in, and gives her a password of her own. */
    public static Visitor of(RunningService service) {
        OneTimePassword once = service.get(FirstAdministrator.class)
                .createWhereNobodyIs()
                .orElseThrow(() -> new IllegalStateException("Somebody is there already; take a new home."));
        String name = once.name();
        var visitor = new Visitor(service, name);
        visitor.post("/sign-in", "/sign-in", Map.of("name", name, "password", once.password()));
        visitor.post("/password", "/password", Map.of("old", once.password(), "chosen", PASSWORD, "again", PASSWORD));
        visitor.post("/sign-in", "/sign-in", Map.of("name", name, "password", PASSWORD));
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service.url(path)))
                .header("Accept", "text/html")
                .build());
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service.url(path))).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends a form of a page and follows where it leads. */
    public HttpResponse<String> post(String page, String address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(service.url(address)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", service.url(page))
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(token(page))))
                .build());
    }

    /** Sends files by the form of a page. */
    public HttpResponse<String> upload(String page, String address, Map<String, byte[]> files) {
        return send(HttpRequest.newBuilder(URI.create(service.url(address)))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Referer", service.url(page))
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(files, token(page))))
                .build());
    }

    /** A request of a program: name and password with it. */
    public HttpResponse<String> rest(String method, String path, String contentType, byte[] body) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.url(path)))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Content-Type", contentType)
                                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public JsonNode restJson(String path) {
        return JsonMapper.shared()
                .readTree(rest("GET", path, "application/json", new byte[0]).body());
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " had no form with a token.");
        }
        return token.group(1);
    }

    private static byte[] multipart(Map<String, byte[]> files, String token) {
        var body = new ByteArrayOutputStream();
        files.forEach((file, content) -> {
            body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(text("\r\n"));
        });
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
