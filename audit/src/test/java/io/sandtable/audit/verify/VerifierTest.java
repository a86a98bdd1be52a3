package io.sandtable.audit.verify;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.log.Receipt;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.TileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/log");

    @TempDir
    Path home;

    private Path log;
    private Path bundle;

    @BeforeEach
    void aLogOfSixRecordsAndABundleOfTheFourth() {
        log = home.resolve("log");
        bundle = home.resolve("out/bundle");
        try (DecisionLog open = DecisionLog.open(home, ORIGIN)) {
            open.appendAll(records(0, 6));
            Bundle.write(bundle, record(3), open.proof(3), open.keys());
        }
    }

    @Test
    void soundEvidence_isAcceptedUnderEveryPathThatHoldsIt() {
        for (Path path : List.of(home, log, bundle, home.resolve("out"))) {
            Verification answer = Verifier.verify(path);

            assertThat(answer).isEqualTo(new Verification(true, 6, answer.root(), answer.signedBy(), null, null));
            assertThat(answer.root()).hasSize(64);
            assertThat(answer.signedBy()).startsWith("sandtable.test/log+");
        }
    }

    @Test
    void emptyLog_isSound() {
        Path fresh = home.resolve("fresh");
        DecisionLog.open(fresh, ORIGIN).close();

        assertThat(Verifier.verify(fresh)).matches(answer -> answer.ok() && answer.size() == 0);
    }

    @Test
    void folderWithoutEvidence_isWrongUse() {
        assertThatThrownBy(() -> Verifier.verify(home.resolve("keys")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a bundle");
    }

    @Test
    void everyChangedByteOfEveryFileOfABundle_isFound() throws IOException {
        assertThat(flipEveryByte(bundle)).isGreaterThan(600);
    }

    @Test
    void everyChangedByteOfEveryFileOfALog_isFound() throws IOException {
        assertThat(flipEveryByte(log)).isGreaterThan(600);
    }

    @Test
    void changedByteInALogOfManyTiles_isFoundAndNamed() throws IOException {
        Path large = home.resolve("large");
        try (DecisionLog open = DecisionLog.open(large, ORIGIN)) {
            open.appendAll(records(0, 700));
        }
        List<Path> files = files(large.resolve("log/tile"));
        SplittableRandom random = new SplittableRandom(700);

        for (int i = 0; i < 300; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);

            Verification answer = Verifier.verify(large);

            assertThat(answer.ok()).as(file.toString()).isFalse();
            String name = large.resolve("log").relativize(file).toString();
            if (name.startsWith("tile/entries")) {
                assertThat(answer.firstBad()).startsWith("entry ");
            } else {
                assertThat(answer.firstBad()).isEqualTo(name);
            }
            Files.write(file, sound);
        }
        assertThat(Verifier.verify(large).ok()).isTrue();
    }

    @Test
    void changedRecord_isNamedByItsIndex() throws IOException {
        rewriteEntries(entries -> entries.set(2, record(99)));

        assertRejected("entry 2", "the entry was changed");
    }

    @Test
    void deletedLastEntry_isNamedAsMissing() throws IOException {
        rewriteEntries(List::removeLast);

        assertRejected("entry 5", "(missing)");
    }

    @Test
    void deletedMiddleEntry_isNamedWhereTheLogStopsFitting() throws IOException {
        rewriteEntries(entries -> entries.remove(1));

        assertRejected("entry 1", "changed, moved or removed");
    }

    @Test
    void reorderedEntries_areNamedAtTheFirstOfThem() throws IOException {
        rewriteEntries(entries -> Collections.swap(entries, 2, 4));

        assertRejected("entry 2", "moved");
    }

    @Test
    void entryRewrittenTogetherWithItsTile_contradictsTheSignature() throws IOException {
        rewriteEntries(entries -> {
            entries.set(2, record(99));
            Files.write(
                    log.resolve("tile/0/000.p/6"),
                    TileBytes.ofHashes(entries.stream().map(Merkle::leafHash).toList()));
        });

        assertRejected("checkpoint", "rewritten together");
    }

    @Test
    void truncatedTile_isNamed() throws IOException {
        Path tile = log.resolve("tile/0/000.p/6");
        Files.write(tile, Arrays.copyOf(Files.readAllBytes(tile), 100));

        assertRejected("tile/0/000.p/6", "(missing)");
    }

    @Test
    void missingFiles_areNamed() throws IOException {
        Files.delete(log.resolve("tile/entries/000.p/6"));
        assertRejected("tile/entries/000.p/6", "is missing");

        Files.delete(bundle.resolve(Bundle.RECORD));
        assertThat(Verifier.verify(bundle).firstBad()).isEqualTo(Bundle.RECORD);
    }

    @Test
    void logSignedAnewByAStranger_isRefused() throws IOException {
        SigningKey stranger = SigningKey.generate(ORIGIN);
        List<Hash> leaves = records(0, 6).stream().map(Merkle::leafHash).toList();
        Files.write(
                log.resolve("checkpoint"),
                Checkpoint.sign(6, Merkle.root(leaves), stranger).bytes());
        assertRejected("checkpoint", "no valid signature");

        Files.writeString(log.resolve("log.vkey"), stranger.verifier().line() + "\n");
        assertRejected("log.vkey", "exchanged or signed anew");
    }

    @Test
    void bundleOfAnotherLog_isRefusedUnderTheTrustedKey() {
        SigningKey trusted = SigningKey.generate(ORIGIN);

        Verification answer = Verifier.verify(bundle, trusted.verifier());

        assertThat(answer.ok()).isFalse();
        assertThat(answer.firstBad()).isEqualTo(Bundle.VERIFIER_KEY);
        assertThat(answer.signedBy()).isNull();
    }

    @Test
    void recordOfAnotherBundle_isRefusedOnWritingAndOnReading() throws IOException {
        try (DecisionLog open = DecisionLog.open(home, ORIGIN)) {
            Receipt receipt = open.append(record(6));
            assertThatThrownBy(() -> Bundle.write(bundle, record(5), receipt.proof(), open.keys()))
                    .isInstanceOf(AuditException.class);
        }
        Files.write(bundle.resolve(Bundle.RECORD), record(4));

        Verification answer = Verifier.verify(bundle);
        assertThat(answer.firstBad()).isEqualTo(Bundle.RECORD);
        assertThat(answer.reason()).contains("not entry 3");
    }

    private void assertRejected(String firstBad, String reason) {
        Verification answer = Verifier.verify(log);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.firstBad()).isEqualTo(firstBad);
        assertThat(answer.reason()).contains(reason);
    }

    private interface Change {
        void apply(List<byte[]> entries) throws IOException;
    }

    private void rewriteEntries(Change change) throws IOException {
        Path file = log.resolve("tile/entries/000.p/6");
        List<byte[]> entries = new ArrayList<>(TileBytes.entries(Files.readAllBytes(file)));
        change.apply(entries);
        Files.write(file, TileBytes.ofEntries(entries));
    }

    private static int flipEveryByte(Path folder) throws IOException {
        int flips = 0;
        for (Path file : files(folder)) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i++, flips++) {
                byte[] changed = sound.clone();
                changed[i] ^= (byte) (1 << (i % 8));
                Files.write(file, changed);
                assertThat(Verifier.verify(folder).ok())
                        .as("byte %d of %s", i, file)
                        .isFalse();
            }
            Files.write(file, sound);
        }
        assertThat(Verifier.verify(folder).ok()).isTrue();
        return flips;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
