package io.sandtable.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.testing.Skips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfReportTest {
    private static final Path PRINTED = Path.of("target", "reports");

    private static @Nullable PdfReport printer;

    @BeforeAll
    static void findAFont() throws IOException {
        String home = System.getenv().getOrDefault("SANDTABLE_HOME", System.getProperty("user.home") + "/.sandtable");
        Path folder = Path.of(System.getProperty("sandtable.fonts", home + "/fonts"));
        try {
            printer = new PdfReport(FontLocator.in(folder).locate());
        } catch (AuditException noFont) {
            Skips.unless(false, String.valueOf(noFont.getMessage()));
        }
        Files.createDirectories(PRINTED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void report_hasTwoToFourPagesWithHeaderAndFooterAndOnlyEmbeddedFonts(Language language) throws IOException {
        try (PDDocument pdf = print(SampleReports.of(language), "sample-" + language + ".pdf")) {
            assertThat(pdf.getNumberOfPages()).isBetween(2, 4);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = text(pdf, page);
                assertThat(text).contains("A-2026-1121-007");
                assertThat(text.replaceAll("\\s+", " "))
                        .contains(
                                language == Language.ZH
                                        ? "第 %d 页，共 %d 页".formatted(page, pdf.getNumberOfPages())
                                        : "Page %d of %d".formatted(page, pdf.getNumberOfPages()));
            }
            assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded, "embedded");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
            assertThat(pdf.getDocumentInformation().getTitle()).contains("A-2026-1121-007");
        }
    }

    @Test
    void extractedText_hasTheVeryCodePointsThatWereWritten() throws IOException {
        try (PDDocument pdf = print(SampleReports.chinese(), "sample-text.pdf")) {
            String text = text(pdf, 0);

            assertThat(text)
                    .contains("方案", "电池壳", "苏州精工铝业", "资本支出", "金", "工", "日", "月", "用", "高", "长", "第", "▲")
                    .contains("148.0", "+1.9")
                    // a font without U+2212 shows a hyphen; a minus is never lost
                    .containsPattern("[−-]0\\.8");
            assertThat(text.codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF))
                    .isEmpty();
        }
    }

    @Test
    void longTable_repeatsItsHeadOnEveryPage() throws IOException {
        List<Table.Row> rows = IntStream.rangeClosed(1, 90)
                .mapToObj(i -> Table.Row.of(Cell.text("SO-%04d".formatted(i)), Cell.number("%d.5".formatted(i * 1000))))
                .toList();
        Table table = new Table("订单", List.of(Table.Column.text("订单号"), Table.Column.number("金额", "元")), rows);
        Table codes = new Table(
                null,
                List.of(Table.Column.text("代码"), Table.Column.text("说明")),
                List.of(Table.Row.of(Cell.text("0123456789abcdef".repeat(4)), Cell.text("很长的代码"))));

        try (PDDocument pdf = print(document("长表", table, codes), "sample-long.pdf")) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page < pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("订单号").contains("金额 (元)");
            }
            assertThat(text(pdf, 0)).contains("SO-0090").contains("90,000.5").contains("很长的代码");
        }
    }

    @Test
    void radicalsInTheInput_arePrintedAsTheCharactersTheyLookLike() throws IOException {
        ReportDocument report = withTitle("⽅案与⼯⾦");

        try (PDDocument pdf = print(report, "sample-radicals.pdf")) {
            assertThat(text(pdf, 0)).contains("方案与工金");
        }
    }

    @Test
    void markupInTheContent_isPrintedAsTextAndFetchesNothing() throws IOException {
        String evil = "<img src=\"http://127.0.0.1:9/x.png\"/><script>alert(1)</script> & ]]> \" ' \u0000\u0007";

        try (PDDocument pdf = print(withTitle(evil), "sample-markup.pdf")) {
            assertThat(text(pdf, 0)).contains("<script>alert(1)</script>").contains("& ]]>");
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    @Test
    void realData_carriesNoWatermark() throws IOException {
        try (PDDocument pdf = print(withTitle("真实"), "sample-real.pdf")) {
            assertThat(text(pdf, 0)).doesNotContain("演示数据");
        }
    }

    private static ReportDocument withTitle(String title) {
        return document(title, new Block.Paragraph(title));
    }

    private static ReportDocument document(String title, Block... blocks) {
        return new ReportDocument(
                title,
                null,
                "草稿",
                "A-2026-1121-008",
                Language.ZH,
                SampleReports.DATA_TIME,
                false,
                List.of(ReportDocument.Section.of(title, blocks)));
    }

    private static PDDocument print(ReportDocument report, String name) throws IOException {
        byte[] pdf = Objects.requireNonNull(printer).render(report);
        Files.write(PRINTED.resolve(name), pdf);
        return Loader.loadPDF(pdf);
    }

    /** The text of one page counted from 1, or of all pages for 0. */
    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf);
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
