package io.sandtable.audit.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files that are either absent, old or complete on disk, whenever the power goes. */
public final class DurableFiles {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final String PREFIX = ".new-";
    private static final String SUFFIX = ".tmp";

    private DurableFiles() {}

    /** Puts these bytes at {@code target}, replacing what was there, and returns once disk and folder have them. */
    public static void write(Path target, byte[] bytes) throws IOException {
        write(target, bytes, new FileAttribute<?>[0]);
    }

    /** Puts what a file holds at {@code target}, a piece at a time, as {@link #write} does. */
    public static void copy(Path source, Path target) throws IOException {
        Path folder = parent(target);
        createFolders(folder);
        Path temporary = Files.createTempFile(folder, PREFIX, SUFFIX);
        try {
            Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            moveDurably(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** As {@link #write}, readable by the owner alone from the first moment on. */
    public static void writeSecret(Path target, byte[] bytes) throws IOException {
        createFolders(parent(target));
        FileStore store = Files.getFileStore(parent(target));
        if (store.supportsFileAttributeView("posix")) {
            write(target, bytes, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            write(target, bytes);
        }
    }

    private static void write(Path target, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path folder = parent(target);
        createFolders(folder);
        Path temporary = Files.createTempFile(folder, PREFIX, SUFFIX, attributes);
        try {
            fill(temporary, bytes);
            moveDurably(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** As {@link #write} for several files, in this order; disks are asked once a folder, after all of them. */
    public static void writeAll(Map<Path, byte[]> files) throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        try {
            for (var file : files.entrySet()) {
                createFolders(parent(file.getKey()));
                Path temporary = Files.createTempFile(parent(file.getKey()), PREFIX, SUFFIX);
                written.put(temporary, file.getKey());
                fill(temporary, file.getValue());
            }
            for (var file : written.entrySet()) {
                Files.move(
                        file.getKey(),
                        file.getValue(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Set<Path> folders = new LinkedHashSet<>();
            written.values().forEach(target -> folders.add(parent(target)));
            for (Path folder : folders) {
                forceFolder(folder);
            }
        } finally {
            for (Path temporary : written.keySet()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static void fill(Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Deletes what writers killed in the middle have left anywhere below the folder; only for the folder's sole writer. */
    public static void removeTemporaries(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder)) {
            left = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
                    })
                    .toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    /** Renames a finished, already forced file into place and forces the folder. */
    private static void moveDurably(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent(to));
    }

    /** Creates missing folders, each of them durable in its parent. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            createFolders(above);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (above != null) {
            forceFolder(above);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return; // Windows neither needs nor allows opening a folder to flush it
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        @Nullable Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(
                    "The file %s has no folder; a file inside a folder is needed. Give such a path.".formatted(file));
        }
        return parent;
    }
}
