package io.sandtable.audit.log;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/log");

    @TempDir
    Path home;

    @Test
    void receipt_provesTheRecordUnderTheCheckpointOnDisk() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 4));

            Receipt receipt = log.append(record(4));

            assertThat(receipt.index()).isEqualTo(4);
            assertThat(receipt.proof().proves(Merkle.leafHash(record(4)))).isTrue();
            assertThat(receipt.proof().proves(Merkle.leafHash(record(3)))).isFalse();
            assertThat(log.folder().resolve("checkpoint"))
                    .hasBinaryContent(receipt.checkpoint().bytes());
        }
    }

    @Test
    void log_growsOneByOneAcrossTileBordersAndReopensWhereItWas() throws IOException {
        for (int size = 250; size <= 260; size++) {
            try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
                log.appendAll(records((int) log.size(), size));
            }
            assertThat(Verifier.verify(home)).matches(answer -> answer.ok(), "verifies");
        }
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThat(log.size()).isEqualTo(260);
            assertThat(log.record(255)).isEqualTo(record(255));
            assertThat(log.record(259)).isEqualTo(record(259));
        }
        assertThat(tileFiles())
                .containsExactlyInAnyOrder(
                        "tile/entries/000", "tile/entries/001.p/4", "tile/0/000", "tile/0/001.p/4", "tile/1/000.p/1");
    }

    @Test
    void batchOverSeveralTiles_isOneCheckpointAndProvesEveryRecord() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.append(record(0));
            List<Receipt> receipts = log.appendAll(records(1, 1000));

            assertThat(receipts).extracting(Receipt::checkpoint).containsOnly(log.checkpoint());
            for (int i = 1; i < 1000; i++) {
                assertThat(receipts.get(i - 1).proof().proves(Merkle.leafHash(record(i))))
                        .isTrue();
            }
        }
        assertThat(Verifier.verify(home).ok()).isTrue();
        assertThat(tileFiles()).noneMatch(name -> name.contains("000.p") && !name.startsWith("tile/1"));
    }

    @Test
    void consistencyProofs_connectEveryEarlierCheckpoint() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            List<Checkpoint> earlier = records(0, 40).stream()
                    .map(one -> log.append(one).checkpoint())
                    .toList();
            log.appendAll(records(40, 600));

            for (Checkpoint old : earlier) {
                List<Hash> proof = log.consistencyProof(old.size());
                assertThat(Merkle.consistent(
                                old.size(),
                                log.size(),
                                old.root(),
                                log.checkpoint().root(),
                                proof))
                        .isTrue();
            }
            assertThatThrownBy(() -> log.consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void secondWriter_isRefusedWithTheHoldersProcess() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("one writer");
            assertThat(log.append(record(0)).index()).isZero();
        }
        DecisionLog.open(home, ORIGIN).close();
    }

    @Test
    void anotherOrigin_isRefused() {
        DecisionLog.open(home, ORIGIN).close();

        assertThatThrownBy(() -> DecisionLog.open(home, new Origin("elsewhere/log")))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("sandtable.test/log");
        DecisionLog.open(home, ORIGIN).close();
    }

    @Test
    void privateKey_isReadableByItsOwnerOnlyAndNeverReplacedBesideALog() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.append(record(0));
        }
        Path secret = home.resolve("keys/log.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");

        Files.delete(secret);

        assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN)).hasMessageContaining("Restore keys/");
    }

    @Test
    void recordsThatAreNotCanonicalOrTooLarge_areRefusedAndNothingIsLogged() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            byte[] blank = "{\"b\": 1}".getBytes(StandardCharsets.UTF_8);
            byte[] large = CanonicalJson.of(Map.of("text", "x".repeat(70_000)));

            assertThatThrownBy(() -> log.appendAll(List.of(record(0), blank))).hasMessageContaining("RFC 8785");
            assertThatThrownBy(() -> log.append(large))
                    .hasMessageContaining("65535")
                    .hasMessageContaining("archive");
            assertThat(log.size()).isZero();
            assertThat(log.append(record(0)).index()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 255, 256, 600})
    void tilesWithoutTheirCheckpoint_areIgnoredAndWrittenOver(int added) throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 5));
            byte[] committed = Files.readAllBytes(log.folder().resolve("checkpoint"));
            Path kept = home.resolve("kept");
            copy(log.folder().resolve("tile"), kept);
            log.appendAll(records(1000, 1000 + added));
            // as if the power had gone right before the checkpoint was renamed: old tiles were not yet swept
            copy(kept, log.folder().resolve("tile"));
            Files.write(log.folder().resolve("checkpoint"), committed);
            Files.writeString(log.folder().resolve("tile/0/.new-1.tmp"), "half");
        }

        assertThat(Verifier.verify(home)).matches(answer -> answer.ok() && answer.size() == 5);
        for (int size = 6; size <= 520; size += 37) {
            try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
                log.appendAll(records((int) log.size(), size));
            }
            assertThat(Verifier.verify(home).reason()).isNull();
        }
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            for (int i = 0; i < log.size(); i++) {
                assertThat(log.record(i)).isEqualTo(record(i));
            }
        }
        assertThat(home.resolve("log/tile/0/.new-1.tmp")).doesNotExist();
    }

    @Test
    void lostCheckpoint_stopsTheWriterInsteadOfStartingOver() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 3));
        }
        Files.delete(home.resolve("log/checkpoint"));

        assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("no checkpoint");
        assertThat(tileFiles()).containsExactlyInAnyOrder("tile/entries/000.p/3", "tile/0/000.p/3");
    }

    @Test
    void changedEdge_stopsTheWriterFromSigningOnTopOfIt() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 3));
        }
        Path bundle = home.resolve("log/tile/entries/000.p/3");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 3] ^= 1;
        Files.write(bundle, bytes);

        assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("were changed");
    }

    @Test
    void failedWrite_losesNothingAndTheNextAppendGoesOn() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 2));
            Path tiles = log.folder().resolve("tile/0");
            Path aside = log.folder().resolve("aside");
            Files.move(tiles, aside);
            Files.writeString(tiles, "a file where a folder should be");

            assertThatThrownBy(() -> log.append(record(2)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("do not treat them as decided");
            assertThat(log.size()).isEqualTo(2);

            Files.delete(tiles);
            Files.move(aside, tiles);
            assertThat(log.append(record(2)).index()).isEqualTo(2);
        }
        assertThat(Verifier.verify(home).ok()).isTrue();
    }

    private List<String> tileFiles() throws IOException {
        Path log = home.resolve("log");
        try (Stream<Path> files = Files.walk(log.resolve("tile")).filter(Files::isRegularFile)) {
            return files.map(file -> log.relativize(file).toString()).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
