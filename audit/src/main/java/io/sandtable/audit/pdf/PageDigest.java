package io.sandtable.audit.pdf;

import io.sandtable.audit.tlog.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * One hash over everything that a PDF shows: pages, fonts, pictures, annotations, tags. The files inside it and what describes it as a
 * file are left out, and so is how it is packed: two programs that save the same pages get the same digest, an edit gets another one.
 */
public final class PageDigest {
    private static final Set<String> PACKING = Set.of("Filter", "DecodeParms", "Length", "DL");
    private static final Set<String> ABOUT_THE_FILE = Set.of("AF", "Metadata", "Version", "Extensions");

    private final MessageDigest digest;
    private final Map<COSBase, Integer> seen = new IdentityHashMap<>();
    private final COSDictionary catalog;

    private PageDigest(COSDictionary catalog) {
        this.catalog = catalog;
        this.digest = newDigest();
    }

    public static Hash of(PDDocument pdf) throws IOException {
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        PageDigest pages = new PageDigest(catalog);
        pages.add(catalog);
        return Hash.fromBytes(pages.digest.digest());
    }

    private void add(@Nullable COSBase value) throws IOException {
        switch (value) {
            case COSObject reference -> add(reference.getObject());
            case COSDictionary dictionary -> once(dictionary, () -> dictionary(dictionary));
            case COSArray array -> once(array, () -> array(array));
            case COSName name -> say("/" + name.getName());
            case COSString string -> {
                say("string " + string.getBytes().length);
                digest.update(string.getBytes());
            }
            case COSInteger number -> say(number(number.longValue()));
            case COSFloat number -> say(number(number.floatValue()));
            case COSBoolean truth -> say(Boolean.toString(truth.getValue()));
            case null, default -> say("null");
        }
    }

    /** Programs write 1 and 1.0 as they like. */
    private static String number(double value) {
        return Float.toString((float) value);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What is met again is named by when it was met first: references go in circles. */
    private void once(COSBase container, Step step) throws IOException {
        Integer before = seen.putIfAbsent(container, seen.size());
        if (before != null) {
            say("again " + before);
            return;
        }
        step.run();
    }

    private void array(COSArray array) throws IOException {
        say("[" + array.size());
        for (int i = 0; i < array.size(); i++) {
            add(array.get(i));
        }
    }

    private void dictionary(COSDictionary dictionary) throws IOException {
        Map<String, COSBase> entries = new TreeMap<>();
        for (var entry : dictionary.entrySet()) {
            if (counts(dictionary, entry.getKey().getName())) {
                entries.put(entry.getKey().getName(), entry.getValue());
            }
        }
        say("<<" + entries.size());
        for (var entry : entries.entrySet()) {
            say("/" + entry.getKey());
            add(entry.getValue());
        }
        if (dictionary instanceof COSStream stream) {
            content(stream);
        }
    }

    private boolean counts(COSDictionary of, String key) {
        if (of == catalog) {
            return !ABOUT_THE_FILE.contains(key)
                    && !(key.equals("Names") && onlyFiles(of.getCOSDictionary(COSName.NAMES)));
        }
        return !(of instanceof COSStream && PACKING.contains(key)) && !key.equals("EmbeddedFiles");
    }

    private static boolean onlyFiles(@Nullable COSDictionary names) {
        return names != null && names.size() == 1 && names.containsKey("EmbeddedFiles");
    }

    private void content(COSStream stream) throws IOException {
        MessageDigest content = newDigest();
        try (InputStream decoded = stream.createInputStream()) {
            byte[] some = new byte[8192];
            for (int read = decoded.read(some); read >= 0; read = decoded.read(some)) {
                content.update(some, 0, read);
            }
        }
        say("stream");
        digest.update(content.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, this one has not. Use another JDK 25.", e);
        }
    }

    private void say(String token) {
        digest.update(token.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
