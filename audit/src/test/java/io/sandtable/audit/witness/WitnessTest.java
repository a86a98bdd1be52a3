package io.sandtable.audit.witness;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.tlog.WitnessKey;
import io.sandtable.audit.tlog.WitnessSigner;
import io.sandtable.audit.verify.Kept;
import io.sandtable.audit.verify.Trust;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/witnessed");
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WitnessSigner signer = WitnessSigner.generate(new Origin("accountant.example/w1"));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DecisionLog log;

    @BeforeEach
    void aLogOfFive() {
        log = DecisionLog.open(folder.resolve("home"), ORIGIN);
        log.appendAll(records(0, 5));
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** The example of C2SP tlog-cosignature, whose key is not published with it: what can be checked is that ours has its form. */
    @Test
    void cosignature_hasTheBytesOfTheFormat_andOnlyHoldsForThisTextAndKey() {
        String line = signer.cosign(log.checkpoint(), NOW);
        Checkpoint signed = log.checkpoint().with(line, signer.key());

        assertThat(line).startsWith("— accountant.example/w1 ").endsWith("\n");
        assertThat(Base64.getDecoder().decode(line.strip().split(" ")[2])).hasSize(4 + 8 + 64);
        assertThat(signed.cosignedAt(signer.key())).contains(NOW);
        assertThat(Checkpoint.parse(signed.bytes())
                        .requireSignedBy(log.verifierKey())
                        .cosignedAt(signer.key()))
                .contains(NOW);
        WitnessKey stranger =
                WitnessSigner.generate(new Origin("accountant.example/w1")).key();
        assertThat(signed.cosignedAt(stranger)).isEmpty();
        assertThat(log.checkpoint().with(line, stranger).bytes())
                .isEqualTo(log.checkpoint().bytes());
        Checkpoint later = log.append(record(5)).checkpoint();
        assertThat(later.with(line, signer.key()).cosignedAt(signer.key())).isEmpty();
        // and a log's key is no witness's key, nor the other way round
        assertThatThrownBy(() -> WitnessKey.parse(log.verifierKey().line()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse(signer.key().line())).isInstanceOf(IllegalArgumentException.class);
        assertThat(WitnessSigner.parse(signer.secretLine(), signer.key().line())
                        .key()
                        .line())
                .isEqualTo(signer.key().line());
    }

    @Test
    void witness_signsWhatGrewAndNothingElse() throws IOException {
        Witness witness = witness();
        byte[] five = log.since(0).bytes();
        assertThat(witness.add(five).status()).isEqualTo(200);
        assertThat(witness.add(five).status()).as("old size is 5 by now").isEqualTo(409);
        assertThat(new String(witness.add(five).body(), UTF_8)).isEqualTo("5\n");
        assertThat(witness.add(five).contentType()).isEqualTo("text/x.tlog.size");

        log.appendAll(records(5, 300));
        assertThat(witness().add(log.since(5).bytes()).status())
                .as("remembered on disk")
                .isEqualTo(200);
        assertThat(witness.add(log.since(300).bytes()).status())
                .as("the same once more")
                .isEqualTo(200);

        try (DecisionLog forged = DecisionLog.open(copyOfKeys(), ORIGIN)) {
            forged.appendAll(records(1, 400));
            assertThat(witness.add(forged.since(300).bytes()).status()).isEqualTo(422);
        }
        SigningKey stranger = SigningKey.generate(ORIGIN);
        Checkpoint foreign = Checkpoint.sign(9, Merkle.EMPTY_ROOT, stranger);
        assertThat(witness.add(new Submission(300, List.of(), foreign).bytes()).status())
                .isEqualTo(403);
        SigningKey unknown = SigningKey.generate(new Origin("elsewhere/log"));
        Checkpoint other = Checkpoint.sign(9, Merkle.EMPTY_ROOT, unknown);
        assertThat(witness.add(new Submission(0, List.of(), other).bytes()).status())
                .isEqualTo(404);
        assertThat(witness.add(new Submission(999, List.of(), log.checkpoint()).bytes())
                        .status())
                .isEqualTo(400);
        assertThat(witness.add("old -1\n\n".getBytes(UTF_8)).status()).isEqualTo(400);
        assertThat(witness.add(new byte[] {1, 2, 3}).status()).isEqualTo(400);
    }

    @Test
    void folder_isAnsweredByTheWitness_andALogThatWasCutBackIsNoticed() throws IOException {
        Path share = folder.resolve("share");
        WitnessFolder ours = new WitnessFolder(share, signer.key());
        Witness witness = witness();
        assertThat(ours.cosigned()).isEmpty();
        assertThat(witness.answer(share)).isEmpty();
        for (int size = 5; size < 60; size += 13) {
            log.appendAll(records((int) log.size(), size + 13));
            ours.submit(log);
            ours.submit(log);
            assertThat(witness.answer(share))
                    .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(witness.answer(share)).isEmpty();
            assertThat(ours.cosigned())
                    .hasValueSatisfying(signed -> assertThat(signed.bytes())
                            .startsWith(log.checkpoint().bytes()));
        }
        Files.writeString(share.resolve(log.size() + ".cosignature"), "— accountant.example/w1 AAAAAAAAAAA=\n");
        assertThatThrownBy(ours::cosigned).hasMessageContaining("no valid signature of accountant.example/w1");

        try (DecisionLog shorter = DecisionLog.open(copyOfKeys(), ORIGIN)) {
            shorter.appendAll(records(0, 7));
            assertThatThrownBy(() -> ours.submit(shorter)).hasMessageContaining("cut back");
        }
    }

    @Test
    void webhook_isAskedAsTheProtocolSays_alsoWhereItKnowsAnotherSize() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Witness witness = witness();
        server.createContext("/w/add-checkpoint", exchange -> {
            Witness.Answer answer = witness.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.start();
        try {
            URI prefix = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w/");
            WitnessWebhook webhook = new WitnessWebhook(prefix, signer.key(), PATIENCE);
            assertThat(webhook.submit(log, 0).cosignedAt(signer.key())).contains(NOW);
            log.appendAll(records(5, 20));
            // it has forgotten what the witness saw
            Checkpoint twenty = webhook.submit(log, 0);
            assertThat(twenty.size()).isEqualTo(20);

            try (DecisionLog forged = DecisionLog.open(copyOfKeys(), ORIGIN)) {
                forged.appendAll(records(1, 4));
                assertThatThrownBy(() -> webhook.submit(forged, 0)).hasMessageContaining("cut back");
                forged.appendAll(records(4, 60));
                assertThatThrownBy(() -> webhook.submit(forged, 0))
                        .hasMessageContaining("status 422")
                        .hasMessageContaining("does not begin with those 20");
                // and whoever kept what the witness signed finds the log made anew
                assertThat(Verifier.verify(
                                        forged.folder(),
                                        new Trust(Optional.empty(), List.of(new Kept("the witness", twenty))))
                                .firstBad())
                        .isEqualTo("entries 0 to 19");
            }
            WitnessKey stranger =
                    WitnessSigner.generate(new Origin("accountant.example/w2")).key();
            assertThatThrownBy(() -> new WitnessWebhook(prefix, stranger, PATIENCE).submit(log, 20))
                    .hasMessageContaining("no valid signature");
        } finally {
            server.stop(0);
        }
    }

    private Witness witness() {
        return new Witness(
                folder.resolve("memory"), signer, List.of(log.verifierKey()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Another home with the log's own key. */
    private Path copyOfKeys() throws IOException {
        Path other = Files.createTempDirectory(folder, "forged");
        Files.createDirectories(other.resolve("keys"));
        for (String key : List.of("keys/log.key", "keys/log.vkey")) {
            Files.copy(folder.resolve("home").resolve(key), other.resolve(key));
        }
        return other;
    }
}
