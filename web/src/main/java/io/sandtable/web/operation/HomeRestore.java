package io.sandtable.web.operation;

import io.sandtable.web.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts a backup back: every file is compared with the manifest before anything is touched, all of it is written into a folder beside the
 * home, and then the two change places. The caller holds the home's lock.
 */
public final class HomeRestore {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;
    private final Path home;

    private HomeRestore(Path file, Path home) {
        this.file = file;
        this.home = home.toAbsolutePath().normalize();
    }

    /**
     * What was put back.
     *
     * @param writtenBy the version that wrote the backup
     * @param replaced where the former home is now; empty where there was none
     */
    public record Restored(int files, long bytes, Instant createdAt, String writtenBy, Optional<Path> replaced) {}

    /**
     * Restores the home.
     *
     * @param replace whether a home that holds something may be replaced; it is kept beside the new one
     * @throws BackupRefused where the backup is damaged or of a newer kind, or the home holds something; nothing was changed
     */
    public static Restored restore(Path file, Path home, boolean replace, Instant now) {
        var restore = new HomeRestore(file, home);
        try {
            if (!replace && !HomeFiles.isEmpty(restore.home)) {
                throw new BackupRefused(
                        "%s already holds data. Give another home with SANDTABLE_HOME, or --replace to put the backup in its place; the old one is kept beside it."
                                .formatted(restore.home));
            }
            try (QuietHome quiet = QuietHome.of(restore.home)) {
                return restore.run(now);
            }
        } catch (IOException e) {
            throw restore.failed(e);
        }
    }

    private Restored run(Instant now) throws IOException {
        Path draft = home.resolveSibling(home.getFileName() + ".restoring-" + MOMENT.format(now));
        try (ZipFile zip = open()) {
            BackupManifest manifest = verify(zip);
            try {
                Files.createDirectories(draft);
                HomeFiles.makeOwnerOnly(draft, true);
                for (BackupManifest.Entry entry : manifest.files()) {
                    extract(zip, entry, draft);
                }
                Optional<Path> replaced = changePlaces(draft, now);
                long bytes = manifest.files().stream()
                        .mapToLong(BackupManifest.Entry::bytes)
                        .sum();
                return new Restored(manifest.files().size(), bytes, manifest.createdAt(), manifest.version(), replaced);
            } catch (IOException | RuntimeException e) {
                HomeFiles.remove(draft);
                throw e;
            }
        }
    }

    private ZipFile open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("There is no backup at %s; check the path.".formatted(file));
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupRefused(
                    "%s is not a complete backup (%s); take another one.".formatted(file, e.getMessage()), e);
        }
    }

    /** Reads all of it once, before anything is written. */
    private BackupManifest verify(ZipFile zip) throws IOException {
        ZipEntry found = zip.getEntry(BackupManifest.NAME);
        if (found == null) {
            throw new BackupRefused("%s holds no %s, so it is no backup of Sandtable; take another file."
                    .formatted(file, BackupManifest.NAME));
        }
        BackupManifest manifest;
        try (InputStream in = zip.getInputStream(found)) {
            manifest = BackupManifest.read(in.readAllBytes());
        } catch (ZipException e) {
            throw damaged(BackupManifest.NAME, e);
        }
        if (manifest.format() > BackupManifest.FORMAT) {
            throw new BackupRefused(
                    "%s was written by Sandtable %s in format %d; this version reads up to %d. Restore it with that version or a newer one."
                            .formatted(file, manifest.version(), manifest.format(), BackupManifest.FORMAT));
        }
        Set<String> seen = new HashSet<>();
        for (BackupManifest.Entry entry : manifest.files()) {
            if (!seen.add(entry.path()) || !isInside(entry.path())) {
                throw damaged(entry.path(), null);
            }
            compare(zip, entry, OutputStream.nullOutputStream());
        }
        return manifest;
    }

    private boolean isInside(String path) {
        Path place = home.resolve(path).normalize();
        return !path.startsWith("/") && place.startsWith(home) && !place.equals(home);
    }

    private void extract(ZipFile zip, BackupManifest.Entry entry, Path draft) throws IOException {
        Path target = draft.resolve(entry.path());
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            if (entry.ownerOnly()) {
                HomeFiles.makeOwnerOnly(target, false);
            }
            compare(zip, entry, out);
        }
        try (var channel = java.nio.channels.FileChannel.open(target, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Copies a file and refuses it where it is not what the manifest says. */
    private void compare(ZipFile zip, BackupManifest.Entry entry, OutputStream out) throws IOException {
        ZipEntry found = zip.getEntry(entry.path());
        if (found == null) {
            throw damaged(entry.path(), null);
        }
        MessageDigest digest = Sha256.begin();
        try (InputStream in = zip.getInputStream(found)) {
            byte[] part = new byte[1 << 16];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                digest.update(part, 0, length);
                out.write(part, 0, length);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(entry.path(), e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(entry.path(), null);
        }
    }

    private BackupRefused damaged(String path, @org.jspecify.annotations.Nullable Throwable cause) {
        return new BackupRefused(
                "The backup %s is damaged: %s in it is not what was backed up. Nothing was changed; take another backup."
                        .formatted(file, path),
                cause);
    }

    private Optional<Path> changePlaces(Path draft, Instant now) throws IOException {
        boolean wasEmpty = HomeFiles.isEmpty(home);
        Path old = home.resolveSibling(home.getFileName() + ".replaced-" + MOMENT.format(now));
        boolean moved = Files.exists(home);
        if (moved) {
            move(home, old);
        }
        try {
            move(draft, home);
        } catch (IOException e) {
            if (moved) {
                move(old, home);
            }
            throw e;
        }
        Path fonts = old.resolve(HomeFiles.FONTS);
        if (moved && Files.isDirectory(fonts)) {
            move(fonts, home.resolve(HomeFiles.FONTS));
        }
        if (moved && wasEmpty) {
            HomeFiles.remove(old);
            return Optional.empty();
        }
        return moved ? Optional.of(old) : Optional.empty();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "%s and %s are not on one disk; let the home be a folder within the disk, not the disk itself"
                            .formatted(from, to),
                    e);
        }
    }

    private UncheckedIOException failed(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return new UncheckedIOException(
                message.contains("No space left on device")
                        ? "The disk of %s is full; nothing was restored and nothing was changed. Free some space, then restore again."
                                .formatted(home)
                        : "%s could not be restored to %s (%s); nothing was changed. Check the disk and its rights."
                                .formatted(file, home, message),
                cause);
    }
}
