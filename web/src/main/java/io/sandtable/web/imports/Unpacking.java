package io.sandtable.web.imports;

import io.sandtable.web.api.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.http.HttpStatus;

/**
 * Puts what somebody sends into a folder of ours. Nothing of it is trusted: names stay below the folder, sizes and numbers have limits
 * that hold for what comes out of an archive, not for what it says of itself.
 */
final class Unpacking {
    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES = 512L << 20;

    private static final Set<String> READABLE =
            Set.of("csv", "tsv", "json", "jsonl", "xml", "txt", "md", "xlsx", "xlsm", "xls", "yaml", "yml");
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final Path folder;
    private int files;
    private long bytes;

    private Unpacking(Path folder) {
        this.folder = folder;
    }

    /** Stores the files below the folder; archives are unpacked into it. */
    static void into(Path folder, List<Incoming> incoming) throws IOException {
        if (incoming.isEmpty()) {
            throw Refusal.badInput("UPLOAD_EMPTY");
        }
        var unpacking = new Unpacking(folder);
        for (Incoming file : incoming) {
            unpacking.take(file);
        }
        if (unpacking.files == 0) {
            throw Refusal.badInput("UPLOAD_EMPTY");
        }
    }

    private void take(Incoming file) throws IOException {
        String name = lastPart(file.name());
        switch (ending(name)) {
            case "zip" -> unpack(file, name);
            case "et" -> throw Refusal.badInput("UPLOAD_SPREADSHEET", name);
            case "rar", "7z", "gz", "tar", "tgz" -> throw Refusal.badInput("UPLOAD_ARCHIVE_KIND", name);
            case String kind
            when READABLE.contains(kind) -> {
                try (InputStream in = file.open()) {
                    write(in, folder.resolve(safe(name)));
                }
            }
            default -> throw Refusal.badInput("UPLOAD_KIND", name);
        }
    }

    private void unpack(Incoming file, String name) throws IOException {
        Path archive = Files.createTempFile(folder, "archive", ".tmp");
        try {
            try (InputStream in = file.open();
                    OutputStream out = Files.newOutputStream(archive)) {
                copy(in, out, 0);
            }
            try (ZipFile zip = open(archive)) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    unpack(zip, entry, name);
                }
            } catch (ZipException e) {
                throw damaged(name, e);
            }
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static Refusal damaged(String name, Exception cause) {
        var refusal = Refusal.badInput("UPLOAD_DAMAGED", name);
        refusal.initCause(cause);
        return refusal;
    }

    /** Chinese Windows writes names in its own characters and does not say so. */
    private static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(archive.toFile(), CHINESE);
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry, String archive) throws IOException {
        String name = entry.getName().replace('\\', '/');
        if (entry.isDirectory()) {
            return;
        }
        Path target = below(name, archive);
        if (isNobodys(name)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            write(in, target);
        }
    }

    /** The place of an entry; refused where its name leads out of the folder. */
    private Path below(String name, String archive) {
        try {
            Path target = folder.resolve(name).normalize();
            if (!name.startsWith("/") && !name.contains(":") && target.startsWith(folder) && !target.equals(folder)) {
                return target;
            }
        } catch (java.nio.file.InvalidPathException e) {
            throw damaged(archive, e);
        }
        throw Refusal.badInput("UPLOAD_LEADS_OUT", archive, name);
    }

    /** What systems put beside people's files. */
    private static boolean isNobodys(String name) {
        return name.startsWith("__MACOSX/")
                || lastPart(name).startsWith(".")
                || lastPart(name).equals("Thumbs.db");
    }

    private void write(InputStream in, Path target) throws IOException {
        if (++files > MOST_FILES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_MANY", MOST_FILES);
        }
        if (Files.exists(target)) {
            throw Refusal.badInput("UPLOAD_TWICE", String.valueOf(target.getFileName()));
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            bytes = copy(in, out, bytes);
        }
    }

    /** Copies as long as the sum stays within the limit; the new sum. */
    private static long copy(InputStream in, OutputStream out, long before) throws IOException {
        long sum = before;
        byte[] part = new byte[1 << 16];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            sum += length;
            if (sum > MOST_BYTES) {
                throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_LARGE", MOST_BYTES >> 20);
            }
            out.write(part, 0, length);
        }
        return sum;
    }

    /** A name without folders; browsers send some. */
    static String lastPart(String name) {
        String plain = name.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String safe(String name) {
        if (name.startsWith(".") || name.chars().anyMatch(c -> Character.isISOControl(c) || c == ':')) {
            throw Refusal.badInput("UPLOAD_KIND", name);
        }
        return name;
    }
}
