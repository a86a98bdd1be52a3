package io.sandtable.audit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.pdf.PdfFiles;
import io.sandtable.audit.testing.Records;
import io.sandtable.audit.testing.Skips;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.TlogProof;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.audit.verify.Verification;
import io.sandtable.audit.verify.Verifier;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class SealedReportTest {
    private static final Instant AT = Instant.parse("2026-11-28T04:00:00Z");
    private static final Path PRINTED = Path.of("target", "reports");

    private final PdfReport printer = Printer.orSkip();

    @TempDir
    private Path folder;

    private Path report = Path.of("");
    private byte[] sealed = {};
    private String checkpoint = "";

    @BeforeEach
    void aReportOfARecordThatWasApproved() throws IOException {
        sealed = print(Language.ZH, "home", "A-2026-1121-007");
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.copy(folder.resolve("home/log/log.vkey"), out.resolve("log.vkey"));
        report = Files.write(out.resolve("A-2026-1121-007.pdf"), sealed);
    }

    private byte[] print(Language language, String home, String number) throws IOException {
        try (DecisionLog log = DecisionLog.open(folder.resolve(home), new Origin("sandtable.test/sealed"))) {
            log.appendAll(Records.records(0, 300));
            List<byte[]> records = List.of(
                    CanonicalJson.of(Map.of("number", number, "state", "proposed")),
                    CanonicalJson.of(Map.of("number", number, "state", "approved")));
            log.appendAll(records);
            List<TlogProof> proofs = List.of(log.proof(300), log.proof(301));
            checkpoint = new String(log.checkpoint().bytes(), UTF_8);
            ReportDocument sample = SampleReports.of(language);
            List<ReportDocument.Section> sections = new ArrayList<>(sample.sections());
            sections.add(ReportDocument.Section.of("此前的检查点", new Block.Scan("2026-11-28", checkpoint)));
            ReportDocument document = new ReportDocument(
                    sample.title(),
                    sample.subtitle(),
                    sample.status(),
                    number,
                    language,
                    sample.dataTime(),
                    sample.demoData(),
                    sections);
            byte[] pdf = printer.render(document, Bundle.files(records, proofs, log.keys()), log::seal, AT);
            Files.createDirectories(PRINTED);
            Files.write(PRINTED.resolve("sealed-" + language + ".pdf"), pdf);
            return pdf;
        }
    }

    @Test
    void reportAlone_verifiesOffline_underTheKeyThatLiesBesideIt() throws IOException {
        for (Path path : List.of(report, report.getParent())) {
            Verification answer = Verifier.verify(path);
            assertThat(answer.reason()).isNull();
            assertThat(answer.size()).isEqualTo(302);
        }
        Files.writeString(
                report.resolveSibling("log.vkey"),
                SigningKey.generate(new Origin("sandtable.test/sealed"))
                                .verifier()
                                .line() + "\n");
        assertRejected("log.vkey", "is trusted");
    }

    @Test
    void reportAlone_verifiesByTheShellAndByAJdkThatHaveNothingElse() throws Exception {
        Path howTo = Path.of("..", "docs", "how-to").toAbsolutePath();
        for (String tool : List.of("sh", "openssl", "xxd", "sha256sum")) {
            Skips.unless(
                    Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, tool))),
                    tool + " is not installed; verify.sh needs it");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String key = report.resolveSibling("log.vkey").toString();
        for (List<String> route : List.of(
                List.of("sh", howTo.resolve("verify.sh").toString()),
                List.of(java, howTo.resolve("Verify.java").toString()))) {
            List<String> command = new ArrayList<>(route);
            command.add(report.toString());
            command.add(key);
            assertThat(run(command.toArray(String[]::new)))
                    .contains("VERIFIED entry 300 of 302: {\"number\":\"A-2026-1121-007\",\"state\":\"proposed\"}")
                    .contains("VERIFIED entry 301 of 302: {\"number\":\"A-2026-1121-007\",\"state\":\"approved\"}")
                    .doesNotContain("NOT VERIFIED");
        }
    }

    @Test
    void editedPages_areFound_whateverTheEditorChanged() throws IOException {
        Map<String, Edit> edits = new LinkedHashMap<>();
        edits.put("words written over", pdf -> {
            try (PDPageContentStream more =
                    new PDPageContentStream(pdf, pdf.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
                more.addRect(100, 600, 200, 20);
                more.fill();
            }
        });
        edits.put("a note stuck on", pdf -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("approved!");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            List<PDAnnotation> notes = new ArrayList<>(pdf.getPage(0).getAnnotations());
            notes.add(note);
            pdf.getPage(0).setAnnotations(notes);
        });
        edits.put("a page taken out", pdf -> pdf.removePage(1));
        edits.put("a page put in", pdf -> pdf.addPage(new PDPage()));
        edits.put("pages turned round", pdf -> pdf.getPage(1).setRotation(180));
        edits.put("a font exchanged", pdf -> {
            PDPage page = pdf.getPage(0);
            COSName font = page.getResources().getFontNames().iterator().next();
            page.getResources().getFont(font).getCOSObject().setName(COSName.BASE_FONT, "Other");
        });
        for (var edit : edits.entrySet()) {
            edit(edit.getValue());
            assertRejected("pages", "was edited");
        }
        edit(pdf -> {});
        assertThat(Verifier.verify(report).reason())
                .as("saved without a change")
                .isNull();
    }

    @Test
    void exchangedFilesInside_areFound() throws IOException {
        replace("report.json", "{}".getBytes(UTF_8));
        assertRejected("report.json", "not what was sealed");
        replace("record.json", CanonicalJson.of(Map.of("number", "A-2026-1121-007", "state", "denied")));
        assertRejected("record.json", "not entry 300");
        replace("event-1.json", CanonicalJson.of(Map.of("number", "A-2026-1121-007", "state", "denied")));
        assertRejected("event-1.json", "not entry 301");

        edit(pdf -> pdf.getDocumentCatalog().setNames(null));
        assertRejected("A-2026-1121-007.pdf", "holds no evidence");

        Files.write(report, Arrays.copyOf(sealed, sealed.length / 3));
        assertThat(Verifier.verify(report).ok()).isFalse();
        Files.writeString(report, "no PDF at all");
        assertRejected("A-2026-1121-007.pdf", "no PDF that can be read");
    }

    @Test
    void pagesOfOneDecision_doNotPassWithTheEvidenceOfAnother() throws IOException {
        byte[] other = print(Language.ZH, "home2", "A-2026-1121-008");
        Map<String, byte[]> evidence;
        try (PDDocument pdf = Loader.loadPDF(sealed)) {
            evidence = PdfFiles.in(pdf);
        }
        Files.write(report, other);
        Files.delete(report.resolveSibling("log.vkey"));
        try (PDDocument pdf = Loader.loadPDF(other)) {
            PdfFiles.attach(pdf, evidence, AT);
            pdf.save(report.toFile());
        }
        assertRejected("pages", "was edited");
    }

    @Test
    void qrCode_isReadByACamera_andSaysWhatStandsBesideIt() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(sealed)) {
            List<String> read = new ArrayList<>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 200);
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
                try {
                    for (Result found : new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))) {
                        read.add(found.getText());
                    }
                } catch (NotFoundException noneOnThisPage) {
                    assertThat(page).isGreaterThanOrEqualTo(0);
                }
            }
            assertThat(read).containsExactly(checkpoint);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void report_isPdfA3ForVeraPdf(Language language) throws Exception {
        Path pdf = Files.write(folder.resolve("a.pdf"), print(language, "home-" + language, "A-2026-1121-009"));
        assertThat(findings(pdf)).isEmpty();
        // and veraPDF looks indeed: the same pages without their tags are found fault with
        try (PDDocument untagged = Loader.loadPDF(pdf.toFile())) {
            untagged.getDocumentCatalog().setMarkInfo(null);
            untagged.save(folder.resolve("b.pdf").toFile());
        }
        assertThat(findings(folder.resolve("b.pdf"))).isNotEmpty();
    }

    private static List<String> findings(Path pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFA_3_A;
        try (var parser = Foundries.defaultInstance().createParser(pdf.toFile(), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            List<String> findings = result.getTestAssertions().stream()
                    .map(TestAssertion::toString)
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(findings.isEmpty());
            return findings;
        }
    }

    @Test
    void popplersTools_seeEmbeddedFontsChineseWordsAndTheBundle() throws Exception {
        for (String tool : List.of("pdffonts", "pdftotext", "pdfdetach")) {
            Skips.unless(
                    Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, tool))),
                    tool + " is not installed (Debian: poppler-utils)");
        }
        List<String> fonts = run("pdffonts", report.toString()).lines().skip(2).toList();
        assertThat(fonts)
                .isNotEmpty()
                .allMatch(line -> line.matches(".* yes +(yes|no) +(yes|no) +\\d+ +\\d+ *"), "embedded");
        assertThat(run("pdftotext", report.toString(), "-")).contains("方案比较", "电池壳", "A-2026-1121-007");
        Path out = Files.createDirectories(folder.resolve("detached"));
        run("pdfdetach", "-saveall", "-o", out.toString(), report.toString());

        assertThat(Verifier.verify(out).reason()).isNull();
        assertThat(out.resolve("report.json")).exists();
        assertThat(out.resolve("event-1.json")).exists();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private interface Edit {
        void apply(PDDocument pdf) throws IOException;
    }

    private void edit(Edit edit) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sealed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.apply(pdf);
            pdf.save(out);
            Files.write(report, out.toByteArray());
        }
    }

    private void replace(String name, byte[] bytes) throws IOException {
        edit(pdf -> {
            Map<String, byte[]> files = PdfFiles.in(pdf);
            files.put(name, bytes);
            PdfFiles.attach(pdf, files, AT);
        });
    }

    private void assertRejected(String firstBad, String reason) {
        Verification answer = Verifier.verify(report);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.reason()).contains(reason);
        assertThat(answer.firstBad()).isEqualTo(firstBad);
    }
}
