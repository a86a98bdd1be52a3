package io.sandtable.audit.verify;

import io.sandtable.audit.pdf.PdfFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A checkpoint that somebody kept outside the house, and where: with it a log that was made anew is found out. */
public record Kept(String where, Checkpoint checkpoint) {
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    /** Takes the checkpoint out of a checkpoint file, a proof, a bundle's folder or a report. */
    public static Kept read(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(Bundle.CHECKPOINT) : path;
        byte[] bytes = Files.readAllBytes(file);
        if (startsWith(bytes, PDF)) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                byte[] inside = PdfFiles.in(pdf).get(Bundle.CHECKPOINT);
                if (inside == null) {
                    throw new IllegalArgumentException(
                            "The report %s holds no checkpoint. Give a report that was printed of a recorded decision."
                                    .formatted(path));
                }
                return new Kept(path.toString(), Checkpoint.parse(inside));
            }
        }
        boolean proof = startsWith(bytes, "c2sp.org/tlog-proof".getBytes(StandardCharsets.US_ASCII));
        return new Kept(path.toString(), proof ? TlogProof.parse(bytes).checkpoint() : Checkpoint.parse(bytes));
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }
}
