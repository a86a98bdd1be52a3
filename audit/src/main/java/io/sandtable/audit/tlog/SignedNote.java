package io.sandtable.audit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text with signature lines, in the C2SP signed-note form. */
record SignedNote(String text, List<Line> signatures) {
    private static final String DASH = "— ";
    private static final int MOST_SIGNATURES = 64;

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** One signature line: who, with which key, and the bytes. */
    record Line(String name, String base64) {
        int id() {
            return ByteBuffer.wrap(StrictBase64.decode(base64)).getInt();
        }

        byte[] signature() {
            byte[] idAndSignature = StrictBase64.decode(base64);
            return Arrays.copyOfRange(idAndSignature, 4, idAndSignature.length);
        }
    }

    static SignedNote sign(String text, SigningKey... keys) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        return new SignedNote(
                text,
                Stream.of(keys)
                        .map(key -> new Line(
                                key.verifier().name().name(),
                                Base64.getEncoder().encodeToString(key.noteSignature(signed))))
                        .toList());
    }

    static SignedNote parse(byte[] bytes) {
        String note;
        try {
            note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is not UTF-8", e);
        }
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw malformed("it holds control characters", null);
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw malformed("text and signatures are not separated by an empty line", null);
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(split + 2).split("\n")) {
            lines.add(parseLine(line));
        }
        if (lines.size() > MOST_SIGNATURES) {
            throw malformed("it has %d signature lines".formatted(lines.size()), null);
        }
        SignedNote parsed = new SignedNote(note.substring(0, split + 1), lines);
        if (!Arrays.equals(parsed.bytes(), bytes)) {
            throw malformed("it holds bytes that the format does not have", null);
        }
        return parsed;
    }

    static Line parseLine(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw malformed("a signature line does not read \"— name signature\"", null);
        }
        try {
            String signature = line.substring(space + 1);
            if (StrictBase64.decode(signature).length <= 4) {
                throw malformed("a signature is too short", null);
            }
            return new Line(new Origin(line.substring(DASH.length(), space)).name(), signature);
        } catch (IllegalArgumentException e) {
            throw malformed("a signature line is damaged", e);
        }
    }

    private static IllegalArgumentException malformed(String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "This is no signed note: %s. A note is a text, an empty line and lines \"— name base64\". Take the file from its source again."
                        .formatted(found),
                cause);
    }

    /** True when this key signed the text; a line of this key that does not verify spoils the note. */
    boolean signedBy(VerifierKey key) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        List<Line> ours = signatures.stream()
                .filter(line -> line.name().equals(key.name().name()) && line.id() == key.id())
                .toList();
        return !ours.isEmpty() && ours.stream().allMatch(line -> key.verify(signed, line.signature()));
    }

    /** This note with one more signature; one that it has already is not repeated. */
    SignedNote with(Line line) {
        if (signatures.contains(line)) {
            return this;
        }
        List<Line> more = new ArrayList<>(signatures);
        more.add(line);
        return new SignedNote(text, more);
    }

    byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Line line : signatures) {
            note.append(DASH)
                    .append(line.name())
                    .append(' ')
                    .append(line.base64())
                    .append('\n');
        }
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
