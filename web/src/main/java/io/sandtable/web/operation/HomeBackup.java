package io.sandtable.web.operation;

import io.sandtable.web.EngineVersion;
import io.sandtable.web.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies a home into one archive: graphs, archive, decision log, keys, people, questions, answers, uploads, live data. The caller holds
 * the home's lock, so that no service runs on it.
 */
public final class HomeBackup {
    private HomeBackup() {}

    /**
     * What was written.
     *
     * @param files how many, and their size together
     */
    public record Written(Path file, int files, long bytes, long archiveBytes) {}

    /**
     * Writes the backup; the file is there once it is complete.
     *
     * @throws BackupRefused where there is nothing to back up, or the file lies within the home
     * @throws io.sandtable.store.GraphUnavailable where somebody uses a graph of the home
     */
    public static Written write(Path home, Path file, Instant now) {
        return write(home, file, now, HomeFiles::createOwnerOnly);
    }

    /** Where a draft is written to; a test has a full disk there. */
    interface Disk {
        OutputStream create(Path draft) throws IOException;
    }

    static Written write(Path home, Path file, Instant now, Disk disk) {
        Path target = file.toAbsolutePath().normalize();
        Path source = home.toAbsolutePath().normalize();
        if (target.startsWith(source)) {
            throw new BackupRefused(
                    "The backup was to be written to %s, inside the home itself; give a file elsewhere, best on another disk."
                            .formatted(target));
        }
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try (QuietHome quiet = QuietHome.of(source)) {
            if (HomeFiles.isEmpty(source)) {
                throw new BackupRefused("There is nothing to back up in %s; set SANDTABLE_HOME to the home you mean."
                        .formatted(source));
            }
            return write(source, draft, target, now, disk);
        } catch (IOException e) {
            throw failed(target, draft, e);
        }
    }

    private static Written write(Path home, Path draft, Path target, Instant now, Disk disk) throws IOException {
        Files.createDirectories(target.getParent());
        var entries = new ArrayList<BackupManifest.Entry>();
        long bytes = 0;
        // keys and passwords are in it
        try (OutputStream out = disk.create(draft);
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<Path> files = HomeFiles.list(home);
            for (Path file : files) {
                BackupManifest.Entry entry = add(zip, home, file);
                entries.add(entry);
                bytes += entry.bytes();
            }
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(new BackupManifest(BackupManifest.FORMAT, EngineVersion.current(), now, entries).write());
            zip.closeEntry();
        }
        try (var channel = java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Written(target, entries.size(), bytes, Files.size(target));
    }

    private static BackupManifest.Entry add(ZipOutputStream zip, Path home, Path file) throws IOException {
        String path = home.relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(path));
        MessageDigest digest = Sha256.begin();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                digest.update(part, 0, length);
                zip.write(part, 0, length);
                size += length;
            }
        }
        zip.closeEntry();
        return new BackupManifest.Entry(
                path, size, HexFormat.of().formatHex(digest.digest()), HomeFiles.isOwnerOnly(file));
    }

    private static UncheckedIOException failed(Path target, Path draft, IOException cause) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        String message = String.valueOf(cause.getMessage());
        return new UncheckedIOException(
                message.contains("No space left on device")
                        ? "The disk of %s is full; no backup was written. Free some space or give a file on another disk."
                                .formatted(target)
                        : "The backup %s could not be written (%s); nothing of it was kept. Check the disk and its rights."
                                .formatted(target, message),
                cause);
    }
}
