package io.sandtable.datasets.reading;

import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes evidence whose id depends on its content alone, so that the same file names the same evidence everywhere. */
public final class Provenance {
    private Provenance() {}

    /** A file, by the hash of its bytes; a sheet of it, {@code book.xlsx#sheet}, by its name besides. */
    public static Evidence file(
            Origin origin,
            String source,
            String sha256,
            LocalDate asOf,
            @Nullable String licence,
            @Nullable String by) {
        return new Evidence("EVI-" + part(sha256, source).substring(0, 16), origin, source, sha256, asOf, licence, by);
    }

    /** Rows of a file that name a source, licence or day of their own. */
    public static Evidence rows(
            Origin origin,
            String file,
            String source,
            String sha256,
            LocalDate asOf,
            @Nullable String licence,
            @Nullable String by) {
        String id =
                sha256(String.join("\n", part(sha256, file), source, String.valueOf(asOf), String.valueOf(licence)));
        return new Evidence(
                "EVI-" + id.substring(0, 16), origin, source + " (" + file + ")", sha256, asOf, licence, by);
    }

    /** A method that computed or assumed something for one dataset. */
    public static Evidence method(Origin origin, String dataset, LocalDate asOf, @Nullable String licence, String by) {
        String id = sha256(String.join("\n", origin.code(), dataset, asOf.toString(), by));
        return new Evidence("EVI-" + id.substring(0, 16), origin, dataset, null, asOf, licence, by);
    }

    /** The file itself, or one sheet of it. */
    private static String part(String sha256, String source) {
        return source.indexOf('#') < 0 ? sha256 : sha256(sha256 + "\n" + source);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Of a file's bytes. */
    static String sha256(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256, which every JDK must have; use a Temurin 25.", e);
        }
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
