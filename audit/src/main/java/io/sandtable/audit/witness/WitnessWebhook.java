package io.sandtable.audit.witness;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.WitnessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A witness over HTTP, as C2SP {@code tlog-witness} describes it. */
public final class WitnessWebhook {
    private final URI address;
    private final WitnessKey witness;
    private final Duration patience;

    /** The address is the witness's submission prefix. */
    public WitnessWebhook(URI prefix, WitnessKey witness, Duration patience) {
        this.address = URI.create(prefix.toString().replaceFirst("/$", "") + "/add-checkpoint");
        this.witness = witness;
        this.patience = patience;
    }

    /** The log's newest checkpoint with the witness's signature, which was checked. The old size is what the witness signed last, as far as is known. */
    public Checkpoint submit(LogHead log, long oldSize) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(patience).build()) {
            HttpResponse<String> answer = send(client, log.since(oldSize));
            if (answer.statusCode() == 409) {
                answer = send(client, log.since(seen(answer, log.checkpoint())));
            }
            return cosigned(log.checkpoint(), answer);
        }
    }

    private HttpResponse<String> send(HttpClient client, Submission submission)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(submission.bytes()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private long seen(HttpResponse<String> conflict, Checkpoint ours) {
        String size = conflict.body().strip();
        if (!size.matches("0|[1-9][0-9]{0,17}")) {
            throw refused(ours, conflict);
        }
        long seen = Long.parseLong(size);
        if (seen > ours.size()) {
            throw new AuditException(
                    "The witness %s has signed %d entries, but the log has %d: it was cut back or put back from a backup. Find out which before anything is decided."
                            .formatted(witness, seen, ours.size()));
        }
        return seen;
    }

    private Checkpoint cosigned(Checkpoint submitted, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw refused(submitted, answer);
        }
        try {
            Checkpoint signed = submitted.with(answer.body(), witness);
            if (signed.cosignedAt(witness).isPresent()) {
                return signed;
            }
        } catch (IllegalArgumentException noSignatureLine) {
            throw new AuditException(
                    "The witness at %s answered something else than signature lines. Check the address with whoever runs it."
                            .formatted(address),
                    noSignatureLine);
        }
        throw new AuditException(
                "The answer of %s holds no valid signature of %s. Check address and key with whoever runs it."
                        .formatted(address, witness));
    }

    private AuditException refused(Checkpoint submitted, HttpResponse<String> answer) {
        String said = answer.body().strip();
        return new AuditException(
                "The witness at %s did not sign the checkpoint of %d entries (status %d: %s). Where it says that the log does not extend the one it saw, keep both and ask it for its copy."
                        .formatted(
                                address,
                                submitted.size(),
                                answer.statusCode(),
                                said.length() > 200 ? said.substring(0, 200) + "…" : said));
    }
}
