package io.sandtable.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sandtable.web.service.Zipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeBackupTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void aHome() throws IOException {
        home = folder.resolve("home");
        file = folder.resolve("out").resolve("backup.zip");
        write(home.resolve("log/checkpoint"), "sandtable.local/decisions\n1\n");
        write(home.resolve("companies/demo/company.json"), "{}");
        write(home.resolve("keys/log.key"), "secret");
        Files.setPosixFilePermissions(home.resolve("keys/log.key"), PosixFilePermissions.fromString("rw-------"));
        write(home.resolve("fonts/Noto.ttf"), "a font");
        write(home.resolve("service.lock"), "");
    }

    @Test
    void backup_isItsOwnersAloneFromTheFirstByteOn() throws Exception {
        var noise = new byte[24 << 20];
        new Random(1).nextBytes(noise);
        Files.write(home.resolve("companies/demo/much"), noise);
        Path draft = file.resolveSibling("backup.zip.part");
        Set<String> seen = new TreeSet<>();

        var backup = new FutureTask<>(() -> HomeBackup.write(home, file, NOW));
        Thread writer = Thread.ofPlatform().start(backup);
        while (writer.isAlive()) {
            try {
                seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)));
            } catch (NoSuchFileException e) {
                // not yet, or no more
            }
        }

        backup.get();
        assertThat(seen).containsExactly("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void draftOfAKilledBackup_isReplaced() throws IOException {
        Path draft = file.resolveSibling("backup.zip.part");
        write(draft, "left over");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));

        HomeBackup.write(home, file, NOW);

        assertThat(draft).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private HomeRestore.Restored restore(Path to, boolean replace) {
        return HomeRestore.restore(file, to, replace, NOW);
    }

    /** The backup with one entry changed or taken out. */
    private void damage(String entry, byte @org.jspecify.annotations.Nullable [] content) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var each : java.util.Collections.list(zip.entries())) {
                files.put(each.getName(), zip.getInputStream(each).readAllBytes());
            }
        }
        if (content == null) {
            files.remove(entry);
        } else {
            files.put(entry, content);
        }
        Files.write(file, Zipped.of(files));
    }

    @Test
    void restoredHome_holdsTheSameWithoutFontsAndLocks() throws IOException {
        HomeBackup.Written written = HomeBackup.write(home, file, NOW);

        HomeRestore.Restored restored = restore(folder.resolve("other"), false);

        assertThat(written.files()).isEqualTo(3);
        assertThat(restored.files()).isEqualTo(3);
        assertThat(restored.createdAt()).isEqualTo(NOW);
        assertThat(restored.replaced()).isEmpty();
        assertThat(folder.resolve("other/log/checkpoint")).hasSameTextualContentAs(home.resolve("log/checkpoint"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("other/keys/log.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("other/fonts")).doesNotExist();
        assertThat(folder.resolve("other/service.lock")).doesNotExist();
    }

    @Test
    void homeThatHoldsData_isReplacedOnlyWhenAskedAndIsKeptBesides() throws IOException {
        HomeBackup.write(home, file, NOW);
        write(home.resolve("companies/demo/company.json"), "{\"later\": true}");

        assertThatThrownBy(() -> restore(home, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("--replace");
        assertThat(home.resolve("companies/demo/company.json")).hasContent("{\"later\": true}");
        HomeRestore.Restored restored = restore(home, true);

        assertThat(home.resolve("companies/demo/company.json")).hasContent("{}");
        assertThat(home.resolve("fonts/Noto.ttf")).exists();
        assertThat(restored.replaced().orElseThrow().resolve("companies/demo/company.json"))
                .hasContent("{\"later\": true}");
    }

    @Test
    void changedFile_isNamedAndNothingIsTouched() throws IOException {
        HomeBackup.write(home, file, NOW);
        damage("log/checkpoint", Zipped.text("sandtable.local/decisions\n2\n"));

        assertThatThrownBy(() -> restore(home, true))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("log/checkpoint")
                .hasMessageContaining("damaged");

        assertThat(home.resolve("log/checkpoint")).hasContent("sandtable.local/decisions\n1\n");
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("home", "out");
        }
    }

    @Test
    void missingFile_tornArchiveAndForeignArchive_areRefused() throws IOException {
        HomeBackup.write(home, file, NOW);
        byte[] whole = Files.readAllBytes(file);
        damage("keys/log.key", null);
        assertThatThrownBy(() -> restore(folder.resolve("other"), false)).hasMessageContaining("keys/log.key");

        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> restore(folder.resolve("other"), false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not a complete backup");

        Files.write(file, Zipped.of(new TreeMap<>(java.util.Map.of("x.csv", Zipped.text("x")))));
        assertThatThrownBy(() -> restore(folder.resolve("other"), false)).hasMessageContaining("manifest.json");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void newerFormatAndPathThatLeadsOut_areRefused() throws IOException {
        HomeBackup.write(home, file, NOW);
        damage(BackupManifest.NAME, new BackupManifest(2, "9.0", NOW, java.util.List.of()).write());
        assertThatThrownBy(() -> restore(folder.resolve("other"), false)).hasMessageContaining("format 2");

        var out = new BackupManifest.Entry("../evil", 1, "00", false);
        damage(BackupManifest.NAME, new BackupManifest(1, "1.0", NOW, java.util.List.of(out)).write());
        assertThatThrownBy(() -> restore(folder.resolve("other"), false)).hasMessageContaining("../evil");
    }

    @Test
    void fullDisk_isSaidAndLeavesNoHalfBackup() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        assertThatThrownBy(() -> HomeBackup.write(home, file, NOW, draft -> Files.newOutputStream(full)))
                .hasMessageContaining("is full; no backup was written");

        assertThat(file).doesNotExist();
    }

    @Test
    void graphInUse_isRefused() throws IOException {
        Path graph = Files.createDirectories(home.resolve("companies/demo/graph"));
        try (var channel = java.nio.channels.FileChannel.open(
                        graph.resolve("service.lock"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(() -> HomeBackup.write(home, file, NOW)).hasMessageContaining("in use");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void backupIntoTheHomeItself_isRefused() {
        assertThatThrownBy(() -> HomeBackup.write(home, home.resolve("backup.zip"), NOW))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("inside the home");
    }
}
