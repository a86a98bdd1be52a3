package io.sandtable.audit.log;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.KeyRotation;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.audit.verify.Kept;
import io.sandtable.audit.verify.Trust;
import io.sandtable.audit.verify.Verification;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/rotated");

    @TempDir
    private Path home;

    @Test
    void newKey_signsFromTheRotationsRecordOn_andEachCheckpointIsJudgedByTheKeyOfItsSize() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            VerifierKey first = log.verifierKey();
            Checkpoint old = log.appendAll(records(0, 5)).getLast().checkpoint();

            Receipt told = log.rotateKey(KeyRotationTest::told);
            log.rotateKey(KeyRotationTest::told);
            log.append(record(7));

            assertThat(log.verifierKey()).isNotEqualTo(first);
            assertThat(told.index()).isEqualTo(5);
            told.checkpoint().requireSignedBy(log.keys().at(6));
            assertThatThrownBy(() -> told.checkpoint().requireSignedBy(first)).isInstanceOf(AuditException.class);
            assertThat(log.keys().at(5)).isEqualTo(first);
            // whoever has known the first key believes the newest, and the checkpoint kept from then still counts
            Verification answer =
                    Verifier.verify(home, new Trust(Optional.of(first), List.of(new Kept("a report", old))));
            assertThat(answer.reason()).isNull();
            assertThat(answer.signedBy()).isEqualTo(log.verifierKey().toString());
        }
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.append(record(8));
            Path bundle = home.resolve("bundle");
            Bundle.write(bundle, record(8), log.proof(8), log.keys());
            assertThat(bundle.resolve("rotation-2")).exists();
            assertThat(Verifier.verify(bundle, log.keys().at(0)).reason()).isNull();
        }
    }

    @Test
    void checkpointBehindTheRotationUnderTheOldKey_isRefused() throws IOException {
        SigningKey stolen;
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 5));
            stolen = key();
            log.rotateKey(KeyRotationTest::told);
            log.append(record(6));
        }
        Path checkpoint = home.resolve("log/checkpoint");
        Checkpoint sound = Checkpoint.parse(Files.readAllBytes(checkpoint));
        Files.write(
                checkpoint, Checkpoint.sign(sound.size(), sound.root(), stolen).bytes());

        Verification answer = Verifier.verify(home);

        assertThat(answer.firstBad()).isEqualTo("checkpoint");
        assertThat(answer.reason()).contains("no valid signature");
        assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN)).isInstanceOf(AuditException.class);
    }

    @Test
    void changedOrForeignRotations_areNamed() throws IOException {
        VerifierKey first;
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            first = log.verifierKey();
            log.appendAll(records(0, 5));
            log.rotateKey(KeyRotationTest::told);
        }
        Path rotation = home.resolve("log/rotation-1");
        byte[] sound = Files.readAllBytes(rotation);
        for (int i = 0; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            Files.write(rotation, changed);
            assertThat(Verifier.verify(home).firstBad()).as("byte %d", i).isEqualTo("rotation-1");
        }
        SigningKey stranger = SigningKey.generate(ORIGIN);
        Files.write(
                rotation,
                KeyRotation.sign(1, 6, stranger, SigningKey.generate(ORIGIN)).bytes());

        assertThat(Verifier.verify(home.resolve("log"), first).firstBad()).isEqualTo("log.vkey");
    }

    @Test
    void rotationCutShort_isFinishedOrForgottenAtTheNextStart() throws IOException {
        Path keys = home.resolve("keys");
        SigningKey old;
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 5));
            old = key();
        }
        // before the rotation was in place: the prepared pair is nothing
        SigningKey forgotten = LogKeys.prepare(keys, ORIGIN);
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThat(log.verifierKey()).isEqualTo(old.verifier());
            assertThat(log.append(record(5)).checkpoint().requireSignedBy(old.verifier()))
                    .isNotNull();
        }
        assertThat(forgotten.verifier()).isNotEqualTo(old.verifier());

        // after it was in place: the new key signs, although no record told of it yet
        SigningKey next = LogKeys.prepare(keys, ORIGIN);
        Files.write(
                home.resolve("log/rotation-1"),
                KeyRotation.sign(1, 7, old, next).bytes());
        assertThat(Verifier.verify(home).reason()).isNull();
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThat(log.append(record(6)).checkpoint().requireSignedBy(next.verifier()))
                    .isNotNull();
        }
        assertThat(Verifier.verify(home).reason()).isNull();
        assertThat(keys.resolve("next.key")).doesNotExist();
    }

    private static byte[] told(KeyRotation rotation) {
        return CanonicalJson.of(Map.of(
                "schema", "sandtable-key/1",
                "from", rotation.from(),
                "key", rotation.next().line()));
    }

    private SigningKey key() {
        try {
            return SigningKey.parse(
                    Files.readString(home.resolve("keys/log.key")).strip(),
                    Files.readString(home.resolve("keys/log.vkey")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
