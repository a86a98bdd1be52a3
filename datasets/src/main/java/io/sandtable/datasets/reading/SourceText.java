package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The text of an original. UTF-8 with or without a byte-order mark is taken as it is, GB18030 (what Chinese spreadsheets save by
 * default) is recognised and said, anything else is refused with the line of its first bad byte.
 *
 * @param sha256 lower-case hex over the bytes
 */
public record SourceText(String text, String sha256) {
    private static final long LARGEST = 256L << 20;
    private static final long LARGEST_UNPACKED = 64L << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Reads a file, notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<SourceText> read(Path path, String file, Draft draft) throws IOException {
        Optional<Original> original = Original.read(path, file, LARGEST, draft);
        if (original.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = original.get().bytes();
        return content(bytes, file, draft)
                .flatMap(content -> decode(content, file, draft))
                .map(text -> new SourceText(text, original.get().sha256()));
    }

    /** The content of a file whose name may say that it is packed. */
    public static InputStream unpacked(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return isPacked(String.valueOf(path.getFileName())) ? new GZIPInputStream(file) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static boolean isPacked(String file) {
        return file.endsWith(".gz");
    }

    /** A few bytes can unpack to any number: what is more than a file may be is not waited for. */
    private static Optional<byte[]> content(byte[] bytes, String file, Draft draft) throws IOException {
        if (!isPacked(file)) {
            return Optional.of(bytes);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = in.readNBytes((int) LARGEST_UNPACKED + 1);
            if (content.length <= LARGEST_UNPACKED) {
                return Optional.of(content);
            }
            draft.problem(
                    ProblemCode.FILE_TOO_LARGE,
                    file,
                    0,
                    "",
                    "> " + (LARGEST_UNPACKED >> 20) + " MB",
                    (LARGEST_UNPACKED >> 20) + " MB");
        } catch (ZipException | EOFException e) {
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", "", "gzip");
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, String file, Draft draft) {
        if (isBinary(bytes)) {
            draft.problem(ProblemCode.FILE_NOT_TEXT, file, 0, "", "", "UTF-8");
            return Optional.empty();
        }
        ByteBuffer content = withoutMark(bytes);
        Optional<String> utf8 = strictly(content, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.filter(text -> holdsSomething(text, file, draft));
        }
        Optional<String> chinese = strictly(content, GB18030).filter(SourceText::readsLikeWriting);
        if (chinese.isPresent()) {
            draft.problem(ProblemCode.ENCODING_GB18030, file, 0, "", "GB18030", "UTF-8");
        } else {
            draft.problem(ProblemCode.ENCODING_UNKNOWN, file, lineOfFirstBadByte(bytes), "", "", "UTF-8|GB18030");
        }
        return chinese;
    }

    private static boolean holdsSomething(String text, String file, Draft draft) {
        if (text.isBlank()) {
            draft.problem(ProblemCode.FILE_EMPTY, file, 0, "", "", "");
            return false;
        }
        return true;
    }

    /** A zero byte, or the first bytes of a zip archive (an .xlsx under another name). */
    private static boolean isBinary(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            return true;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? ByteBuffer.wrap(bytes, 3, bytes.length - 3).slice() : ByteBuffer.wrap(bytes);
    }

    private static Optional<String> strictly(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(decoder(charset).decode(bytes.duplicate()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * GB18030 gives some character to nearly every pair of bytes; text of another encoding shows as ones that hardly anybody writes.
     * What Chinese companies write is nearly all within the few thousand characters of GB 2312.
     */
    private static boolean readsLikeWriting(String text) {
        var common = Charset.forName("GB2312").newEncoder();
        long foreign = text.chars().filter(c -> c > 127).count();
        long usual =
                text.chars().filter(c -> c > 127 && common.canEncode((char) c)).count();
        return usual * 2 > foreign;
    }

    private static int lineOfFirstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(4096);
        CharsetDecoder decoder = decoder(StandardCharsets.UTF_8);
        while (decoder.decode(in, out, true) == CoderResult.OVERFLOW) {
            out.clear();
        }
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
