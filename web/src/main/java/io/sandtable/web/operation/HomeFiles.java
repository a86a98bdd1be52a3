package io.sandtable.web.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a home that matter: not fonts, which the launcher brings, not locks, drafts and what a server printed. */
final class HomeFiles {
    static final String FONTS = "fonts";

    private HomeFiles() {}

    /** Those that a backup holds, by their paths. */
    static List<Path> list(Path home) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return home.relativize(folder).equals(Path.of(FONTS))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isPassing(String.valueOf(file.getFileName()))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static boolean isPassing(String name) {
        return name.endsWith(".lock")
                || name.endsWith(".tmp")
                || name.endsWith(".draft")
                || name.endsWith(".pid")
                || name.equals("server.log")
                || name.equals("store_lock")
                || name.equals("database_lock");
    }

    /** Whether nothing of a person's is there: a lock and fonts are nobody's. */
    static boolean isEmpty(Path home) throws IOException {
        return !Files.isDirectory(home) || list(home).isEmpty();
    }

    static boolean isOwnerOnly(Path file) throws IOException {
        if (!hasRights(file)) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        return !rights.contains(PosixFilePermission.GROUP_READ) && !rights.contains(PosixFilePermission.OTHERS_READ);
    }

    static void makeOwnerOnly(Path path, boolean folder) throws IOException {
        if (hasRights(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
        }
    }

    /** A new file that nobody else can read from its first byte on; one that is there already is replaced. */
    static OutputStream createOwnerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(
                hasRights(file)
                        ? Files.newByteChannel(
                                file,
                                options,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        : Files.newByteChannel(file, options));
    }

    private static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
