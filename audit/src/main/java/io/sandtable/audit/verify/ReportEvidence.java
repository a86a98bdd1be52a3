package io.sandtable.audit.verify;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.pdf.PageDigest;
import io.sandtable.audit.pdf.PdfFiles;
import io.sandtable.audit.report.PdfReport;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.KeyChain;
import io.sandtable.audit.tlog.Seal;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report that carries its evidence: the bundle inside must hold, and the pages must be those that the log sealed for this very decision. */
final class ReportEvidence {
    private static final String ENDING = ".pdf";
    private static final String PAGES = "pages";

    private ReportEvidence() {}

    /** The report that is meant by this path: a PDF, or the only one in a folder without other evidence. */
    static Optional<Path> locate(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> names = files.toList();
            List<Path> reports = names.stream()
                    .filter(file -> file.toString().endsWith(ENDING))
                    .toList();
            boolean other = Stream.of(Bundle.RECORD, Bundle.PROOF, Bundle.CHECKPOINT, Bundle.FOLDER, "log", "tile")
                    .anyMatch(name -> names.contains(path.resolve(name)));
            return other || reports.size() != 1 ? Optional.empty() : Optional.of(reports.getFirst());
        }
    }

    static Verification verify(Path report, Trust trust) throws IOException {
        @Nullable VerifierKey signer = null;
        @Nullable Checkpoint checkpoint = null;
        try (PDDocument pdf = open(report)) {
            Map<String, byte[]> files = PdfFiles.in(pdf);
            if (files.isEmpty()) {
                throw new Offence(
                        report.getFileName().toString(),
                        "The report holds no evidence: it is a draft, or another program saved it without the files inside. Ask the log's owner for the original.");
            }
            Evidence evidence = new Evidence(EvidenceFiles.in(report.toString(), files));
            KeyChain keys = evidence.keys(trust.key());
            signer = keys.newest();
            checkpoint = evidence.checkpoint(Bundle.CHECKPOINT, keys);
            signer = keys.at(checkpoint.size());
            Bundle.check(evidence, checkpoint, keys);
            Verifier.compare(checkpoint, Verifier.signed(trust.earlier(), keys));
            requireSealed(evidence, pdf, keys, checkpoint);
            return Verification.passed(checkpoint, signer);
        } catch (Offence offence) {
            return Verification.rejected(checkpoint, signer, offence);
        }
    }

    private static PDDocument open(Path report) throws IOException, Offence {
        try {
            return Loader.loadPDF(report.toFile());
        } catch (IOException e) {
            if (!Files.isReadable(report)) {
                throw e;
            }
            throw new Offence(
                    report.getFileName().toString(),
                    "The file is no PDF that can be read (%s). Take it from its source again."
                            .formatted(e.getMessage()));
        }
    }

    private static void requireSealed(Evidence evidence, PDDocument pdf, KeyChain keys, Checkpoint checkpoint)
            throws IOException, Offence {
        Seal seal = seal(evidence, keys, checkpoint);
        String number = number(evidence.bytes(Bundle.RECORD));
        if (!seal.subject().equals(number)) {
            throw new Offence(
                    PdfReport.SEAL,
                    "The pages were sealed for %s, the record inside is %s: they were put together from two reports. Ask the log's owner for the original."
                            .formatted(seal.subject(), number));
        }
        Hash content = Hash.of(evidence.bytes(PdfReport.CONTENT));
        if (!seal.holds("content", content)) {
            throw new Offence(
                    PdfReport.CONTENT,
                    "%s hashes to %s, which is not what was sealed. Ask the log's owner for the original."
                            .formatted(PdfReport.CONTENT, content));
        }
        Hash pages = PageDigest.of(pdf);
        if (!seal.holds(PAGES, pages)) {
            throw new Offence(
                    PAGES,
                    "The pages (digest %s) are not those that were sealed: the report was edited, or printed anew by another program. What holds is the record inside; ask the log's owner for the original."
                            .formatted(pages));
        }
    }

    private static Seal seal(Evidence evidence, KeyChain keys, Checkpoint checkpoint) throws IOException, Offence {
        try {
            Seal seal = Seal.parse(evidence.bytes(PdfReport.SEAL));
            // right after a rotation the new key seals although no checkpoint bears its signature yet
            seal.requireSignedBy(keys.at(checkpoint.size()), keys.at(checkpoint.size() + 1));
            return seal;
        } catch (IllegalArgumentException | AuditException e) {
            throw new Offence(PdfReport.SEAL, e);
        }
    }

    private static String number(byte[] canonicalRecord) throws Offence {
        try {
            JsonNode number = JsonMapper.shared().readTree(canonicalRecord).get("number");
            return number == null ? "" : number.asString();
        } catch (JacksonException e) {
            throw new Offence(Bundle.RECORD, e);
        }
    }
}
