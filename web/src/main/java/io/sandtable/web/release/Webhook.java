package io.sandtable.web.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.decide.KeptRelease;
import io.sandtable.web.settings.ReleaseSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a release to another system. Every try of one release carries the same {@code Idempotency-Key}, so that a receiver that keeps
 * the keys it has taken does it once; {@code Sandtable-Signature} is the HMAC-SHA256 of the time, a full stop and the body.
 */
final class Webhook {
    static final String KEY = "Idempotency-Key";
    static final String TIME = "Sandtable-Time";
    static final String SIGNATURE = "Sandtable-Signature";

    private final HttpClient client;
    private final URI address;
    private final SecretKeySpec secret;
    private final Duration timeout;

    private Webhook(URI address, String secret, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.address = address;
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.timeout = timeout;
    }

    /** The one of the settings, null where they name none. */
    static @Nullable Webhook of(ReleaseSettings settings) {
        URI address = settings.webhook();
        String secret = settings.webhookSecret();
        return address == null || secret == null ? null : new Webhook(address, secret, settings.webhookTimeout());
    }

    /** Whether the receiver took it, and what it said: its status, or why it could not be reached. */
    record Outcome(boolean taken, String said) {}

    Outcome send(KeptDecision decision, KeptRelease release, List<OrderTable> tables, Instant now) {
        byte[] body = body(decision, release, tables);
        String time = Long.toString(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header(KEY, key(release))
                .header(TIME, time)
                .header(SIGNATURE, "sha256=" + signature(time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return new Outcome(answer.statusCode() / 100 == 2, "HTTP " + answer.statusCode());
        } catch (IOException e) {
            return new Outcome(
                    false, e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted");
        }
    }

    /** One for each release: a decision that was taken back and released again has another. */
    static String key(KeptRelease release) {
        return release.number() + "-" + release.at().toEpochMilli();
    }

    String signature(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256; every JDK must.", e);
        }
    }

    private static byte[] body(KeptDecision decision, KeptRelease release, List<OrderTable> tables) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision", decision.number());
        json.put("company", decision.company());
        json.put("plan", decision.planLetter());
        json.put("releasedBy", release.by());
        json.put("releasedAt", release.at().toString());
        json.put("files", release.release().files());
        ArrayNode all = json.putArray("tables");
        for (OrderTable table : tables) {
            ObjectNode one = all.addObject();
            one.put("name", table.name());
            ArrayNode rows = one.putArray("rows");
            for (List<Object> row : table.rows()) {
                ObjectNode cells = rows.addObject();
                for (int c = 0; c < row.size(); c++) {
                    if (row.get(c) instanceof BigDecimal number) {
                        cells.put(table.heads().get(c), number);
                    } else if (row.get(c) instanceof Integer number) {
                        cells.put(table.heads().get(c), number);
                    } else {
                        cells.put(table.heads().get(c), row.get(c).toString());
                    }
                }
            }
        }
        return CanonicalJson.of(json);
    }
}
