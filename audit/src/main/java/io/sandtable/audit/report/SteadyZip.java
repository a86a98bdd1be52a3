package io.sandtable.audit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the hour of writing out of a workbook, so that the same content is the same file. */
public final class SteadyZip {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private SteadyZip() {}

    /** By way of a file: the parts say their size only in the directory at the end, which a stream cannot read first. */
    public static byte[] of(byte[] workbook) {
        try {
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                Files.write(file, workbook);
                return copied(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The workbook could not be put together in the folder for temporary files (%s). Free disk space."
                            .formatted(e),
                    e);
        }
    }

    private static byte[] copied(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(ALWAYS);
                to.putNextEntry(same);
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                to.write(entry.getName().equals(PROPERTIES) ? undated(bytes) : bytes);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] undated(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
