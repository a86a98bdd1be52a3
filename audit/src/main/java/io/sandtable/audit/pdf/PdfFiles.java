package io.sandtable.audit.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The files inside a PDF, as PDF/A-3 wants them. */
public final class PdfFiles {
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    private PdfFiles() {}

    /** Puts files inside, uncompressed, so that a shell finds them without a PDF program. */
    public static void attach(PDDocument pdf, Map<String, byte[]> files, Instant at) throws IOException {
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (var file : files.entrySet()) {
            PDComplexFileSpecification specification = specification(pdf, file.getKey(), file.getValue(), at);
            named.put(file.getKey(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        pdf.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    private static PDComplexFileSpecification specification(PDDocument pdf, String name, byte[] bytes, Instant at)
            throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes));
        content.setSubtype(name.endsWith(".json") ? "application/json" : "text/plain");
        content.setSize(bytes.length);
        content.setModDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(name);
        specification.setEmbeddedFile(content);
        specification.setEmbeddedFileUnicode(content);
        specification.getCOSObject().setName(RELATIONSHIP, "Data");
        return specification;
    }

    /** The files by name; none where it holds none. */
    public static Map<String, byte[]> in(PDDocument pdf) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> found = tree == null ? null : tree.getNames();
        if (found != null) {
            for (var file : found.entrySet()) {
                PDEmbeddedFile content = file.getValue().getEmbeddedFile();
                if (content != null) {
                    files.put(file.getKey(), content.toByteArray());
                }
            }
        }
        return files;
    }
}
