package io.sandtable.audit.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.sandtable.audit.pdf.PageDigest;
import io.sandtable.audit.pdf.PdfFiles;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Seal;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints reports on A4 with an embedded Chinese font, searchable text and vector charts; loads nothing from outside. */
public final class PdfReport {
    /** Name of the file inside a report that holds its content. */
    public static final String CONTENT = "report.json";

    /** Name of the file inside a report that holds the log's seal. */
    public static final String SEAL = "report.seal";

    static final String FONT = "report";

    private static final int REGULAR = 400;
    private static final int SEMI_BOLD = 600;

    private final ReportFont font;
    private final String styleSheet;

    static {
        // the renderer reports every load and parse step as INFO
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** Make one and keep it: the font is read once. */
    public PdfReport(ReportFont font) {
        this.font = font;
        this.styleSheet = resource("report.css");
    }

    /** The report as PDF bytes without evidence: a draft, or a report of nothing that is on record. */
    public byte[] render(ReportDocument report) {
        return print(report);
    }

    /**
     * The report with its evidence inside: the bundle's files, its own content as JSON, and the log's seal over content and pages. Two
     * runs differ in time stamps, so compare content rather than bytes.
     */
    public byte[] render(ReportDocument report, Map<String, byte[]> bundle, Sealer sealer, Instant at) {
        byte[] content = JsonReport.render(report);
        try (PDDocument pdf = Loader.loadPDF(print(report));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Map<String, byte[]> files = new LinkedHashMap<>(bundle);
            files.put(CONTENT, content);
            Seal seal =
                    sealer.seal(report.auditNumber(), Map.of("content", Hash.of(content), "pages", PageDigest.of(pdf)));
            files.put(SEAL, seal.bytes());
            PdfFiles.attach(pdf, files, at);
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw unprintable(report, e);
        }
    }

    /** Who signs a report: the log. */
    @FunctionalInterface
    public interface Sealer {
        Seal seal(String subject, Map<String, Hash> parts);
    }

    private byte[] print(ReportDocument report) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (BatikSVGDrawer svg = new BatikSVGDrawer(
                BatikSVGDrawer.SvgScriptMode.SECURE, BatikSVGDrawer.SvgExternalResourceMode.SECURE)) {
            PdfRendererBuilder printer = new PdfRendererBuilder();
            printer.useFastMode();
            printer.usePdfUaAccessibility(true);
            printer.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
            printer.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            printer.useSVGDrawer(svg);
            // nothing is fetched, neither before nor after a link is resolved
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                printer.useExternalResourceAccessControl((uri, type) -> false, when);
            }
            use(printer, font.regular(), REGULAR);
            use(printer, font.bold().orElse(font.regular()), SEMI_BOLD);
            printer.withProducer("Sandtable");
            printer.withHtmlContent(new ReportHtml(report, font, styleSheet).write(), null);
            printer.toStream(pdf);
            printer.run();
        } catch (IOException e) {
            throw unprintable(report, e);
        }
        return pdf.toByteArray();
    }

    private static UncheckedIOException unprintable(ReportDocument report, IOException e) {
        return new UncheckedIOException(
                "The report %s could not be printed (%s). Its JSON holds the same content; try another font."
                        .formatted(report.auditNumber(), e),
                e);
    }

    private static void use(PdfRendererBuilder printer, TrueType face, int weight) {
        FSSupplier<InputStream> source = face::open;
        printer.useFont(
                source,
                FONT,
                weight,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG, FSFontUseCase.FALLBACK_FINAL));
    }

    private static String resource(String name) {
        try (InputStream in = PdfReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "%s is missing beside PdfReport; the jar must hold it. Build it again.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s in our jar cannot be read. Build it again.".formatted(name), e);
        }
    }
}
