package io.sandtable.audit.verify;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of 10,240 + 77 records, changed at random in every way that somebody with the files, or with the key too, may try. */
class MutationsTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/mutations");
    private static final int SIZE = 10_317;

    /** The last record that the owner of a checkpoint saw; later ones were appended after it had left the house. */
    private static final int KEPT = 9_900;

    private static final List<byte[]> ALL = records(0, SIZE);

    @TempDir
    private static Path home;

    private static @Nullable Checkpoint kept;

    @BeforeAll
    static void aLogAndACheckpointThatLeftTheHouse() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            kept = log.appendAll(ALL.subList(0, KEPT)).getLast().checkpoint();
            log.appendAll(ALL.subList(KEPT, SIZE));
        }
        assertThat(verify(home)).matches(answer -> answer.ok() && answer.size() == SIZE);
    }

    @Test
    void aHundredRandomChanges_areAllFoundAndTheFirstOffenderIsNamed() throws IOException {
        mutate(100, 20261128);
    }

    @Test
    @Tag("trial")
    void tenThousandRandomChanges_areAllFoundAndTheFirstOffenderIsNamed() throws IOException {
        mutate(10_000, 8);
    }

    private static void mutate(int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] tried = new int[Kind.values().length];
        for (int i = 0; i < count; i++) {
            // a fork signs a whole log anew: rarer, because it takes longer
            Kind kind = random.nextInt(40) == 0 ? Kind.FORK : Kind.values()[random.nextInt(Kind.FORK.ordinal())];
            tried[kind.ordinal()]++;
            kind.mutation.apply(random);
        }
        assertThat(verify(home).ok()).isTrue();
        System.out.printf("%d mutations found: %s %s%n", count, List.of(Kind.values()), Arrays.toString(tried));
    }

    private enum Kind {
        BIT(MutationsTest::flipABit),
        REORDER(MutationsTest::swapTwo),
        DELETE(MutationsTest::deleteOne),
        CUT_FILE(MutationsTest::cutAFile),
        ROLL_BACK(MutationsTest::rollBack),
        FORK(MutationsTest::fork);

        private final Mutation mutation;

        Kind(Mutation mutation) {
            this.mutation = mutation;
        }
    }

    private interface Mutation {
        void apply(SplittableRandom random) throws IOException;
    }

    private static void flipABit(SplittableRandom random) throws IOException {
        Path file = anyFile(random);
        byte[] sound = Files.readAllBytes(file);
        byte[] changed = sound.clone();
        int at = random.nextInt(changed.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));

        expect(file, changed, offender(file, sound, at));
    }

    private static void cutAFile(SplittableRandom random) throws IOException {
        Path file = anyFile(random);
        byte[] sound = Files.readAllBytes(file);
        int length = random.nextInt(sound.length);

        expect(file, Arrays.copyOf(sound, length), offender(file, sound, length));
    }

    private static void swapTwo(SplittableRandom random) throws IOException {
        Bundled bundled = anyBundle(random);
        int one = random.nextInt(bundled.entries.size() - 1);
        int other = random.nextInt(one + 1, bundled.entries.size());
        Collections.swap(bundled.entries, one, other);

        expect(bundled.file, TileBytes.ofEntries(bundled.entries), "entry " + (bundled.first + one));
    }

    private static void deleteOne(SplittableRandom random) throws IOException {
        Bundled bundled = anyBundle(random);
        int one = random.nextInt(bundled.entries.size());
        bundled.entries.remove(one);

        expect(bundled.file, TileBytes.ofEntries(bundled.entries), "entry " + (bundled.first + one));
    }

    /** The whole log as it was before the checkpoint was kept: it agrees with itself. */
    private static void rollBack(SplittableRandom random) throws IOException {
        int size = random.nextInt(KEPT);
        Path other = madeAnew(ALL.subList(0, size));

        assertThat(Verifier.verify(other).ok()).isTrue();
        assertThat(verify(other).firstBad()).isEqualTo("entry " + size);
    }

    /** One record is another one, and everything after it is hashed and signed anew with the log's own key. */
    private static void fork(SplittableRandom random) throws IOException {
        int changed = random.nextInt(KEPT);
        List<byte[]> forged = new ArrayList<>(ALL);
        forged.set(changed, record(SIZE + changed));
        Path other = madeAnew(forged);

        assertThat(Verifier.verify(other).ok()).isTrue();
        Verification answer = verify(other);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.firstBad()).isEqualTo("entries 0 to " + (KEPT - 1));
        assertThat(answer.reason()).contains("kept in a report").contains("made anew");
    }

    /** Another log under the same key, by somebody in a hurry: nothing is forced to disk. */
    private static Path madeAnew(List<byte[]> entries) throws IOException {
        Path other = home.resolveSibling(home.getFileName() + "-anew");
        delete(other);
        Files.createDirectories(other);
        Files.copy(home.resolve("log/log.vkey"), other.resolve("log.vkey"));
        List<Hash> hashes = new ArrayList<>();
        for (byte[] entry : entries) {
            hashes.add(Merkle.leafHash(entry));
        }
        SigningKey key = SigningKey.parse(
                Files.readString(home.resolve("keys/log.key")).strip(),
                Files.readString(home.resolve("keys/log.vkey")).strip());
        Files.write(
                other.resolve("checkpoint"),
                Checkpoint.sign(entries.size(), Merkle.root(hashes), key).bytes());
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<Hash> above = new ArrayList<>();
            for (Tile tile : Tile.onLevel(level, entries.size())) {
                int from = (int) tile.index() * Tile.FULL;
                List<Hash> inTile = hashes.subList(from, from + tile.width());
                write(other.resolve(tile.path()), TileBytes.ofHashes(inTile));
                if (level == 0) {
                    write(
                            other.resolve(new Tile(Tile.ENTRIES, tile.index(), tile.width()).path()),
                            TileBytes.ofEntries(entries.subList(from, from + tile.width())));
                }
                if (!tile.partial()) {
                    above.add(Merkle.root(inTile));
                }
            }
            hashes = above;
        }
        return other;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void expect(Path file, byte[] changed, String offender) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, changed);
        try {
            Verification answer = verify(home);
            assertThat(answer.ok()).as(file.toString()).isFalse();
            assertThat(answer.firstBad()).as(answer.reason()).isEqualTo(offender);
            assertThat(answer.reason()).isNotBlank();
        } finally {
            Files.write(file, sound);
        }
    }

    /** The entry that this byte of a bundle belongs to, or the file itself. */
    private static String offender(Path file, byte[] sound, int at) {
        String name = home.resolve("log").relativize(file).toString();
        if (!name.startsWith("tile/entries/")) {
            return name;
        }
        int end = 0;
        int place = 0;
        for (byte[] entry : TileBytes.entries(sound)) {
            end += 2 + entry.length;
            if (at < end) {
                break;
            }
            place++;
        }
        return "entry " + (bundleNumber(name) * Tile.FULL + place);
    }

    private static long bundleNumber(String name) {
        return Long.parseLong(name.substring("tile/entries/".length()).substring(0, 3));
    }

    private record Bundled(Path file, long first, List<byte[]> entries) {}

    private static Bundled anyBundle(SplittableRandom random) throws IOException {
        List<Path> files = files().stream()
                .filter(file -> file.toString().contains("tile/entries"))
                .toList();
        Path file = files.get(random.nextInt(files.size()));
        long number = bundleNumber(home.resolve("log").relativize(file).toString());
        return new Bundled(file, number * Tile.FULL, new ArrayList<>(TileBytes.entries(Files.readAllBytes(file))));
    }

    private static Path anyFile(SplittableRandom random) throws IOException {
        List<Path> files = files();
        return files.get(random.nextInt(files.size()));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("log"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Verification verify(Path log) {
        return Verifier.verify(
                log, new Trust(Optional.empty(), List.of(new Kept("a report", Objects.requireNonNull(kept)))));
    }
}
