package io.sandtable.web.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One address of a service in the manner of OpenAI: it is posted to, waited for so long, read so far, and followed nowhere. */
public final class Endpoint {
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    private final HttpClient client;
    private final URI address;
    private final @Nullable String key;
    private final Duration timeout;
    private final int mostBytes;

    private Endpoint(URI address, @Nullable String key, Duration timeout, int mostBytes) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.address = address;
        this.key = key;
        this.timeout = timeout;
        this.mostBytes = mostBytes;
    }

    /**
     * @param setting whose address it is, for messages
     * @param url the service's, with or without its version and the path
     * @param path of what is asked of it, such as /chat/completions
     * @param keyFile whose first line is the key; null takes the key as given
     * @param timeout from sending to the last byte
     * @param mostBytes of an answer
     */
    public static Endpoint of(
            String setting,
            URI url,
            String path,
            @Nullable String key,
            @Nullable Path keyFile,
            Duration timeout,
            int mostBytes) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "%s.url must be an address such as https://models.example/v1, without a name or key in it; the key belongs into %s.key-file."
                            .formatted(setting, setting));
        }
        String said = keyFile == null ? key : keyOf(setting, keyFile);
        if (said != null && !KEY.matcher(said).matches()) {
            // the key itself must not come into a message
            throw new IllegalArgumentException(
                    "The key of %s has characters that no key has; give letters, digits and signs of ASCII without spaces."
                            .formatted(setting));
        }
        return new Endpoint(complete(url, path), said, timeout, mostBytes);
    }

    private static URI complete(URI url, String path) {
        String base = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        String whole = base.endsWith(path) ? base : base.isEmpty() ? "/v1" + path : base + path;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + whole + query);
    }

    private static String keyOf(String setting, Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(line -> line.replace("\uFEFF", "").strip())
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s.key-file is empty; its first line must be the key.".formatted(setting)));
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "%s.key-file %s could not be read; give a text file whose first line is the key."
                            .formatted(setting, file),
                    e);
        }
    }

    /** Host and port, as records name it. */
    public String host() {
        return address.getRawAuthority();
    }

    /** Why there is no answer, without anything that was sent or came back. */
    public static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String why) {
            super(why, null, false, false);
        }
    }

    /** The body of the answer, which has to be a plain 200. */
    public String post(String contentType, byte[] body) throws Unanswered {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        // the request's own timeout ends with the head of the answer
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), mostBytes));
        try {
            HttpResponse<String> came = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (came.statusCode() != 200) {
                throw new Unanswered("HTTP " + came.statusCode());
            }
            return came.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unanswered("no whole answer within " + timeout);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unanswered(cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted");
        }
    }
}
