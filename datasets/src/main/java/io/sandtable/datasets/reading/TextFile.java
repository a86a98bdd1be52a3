package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text of any size that was looked through once: it is text, its encoding and its hash are known, and it can be opened as often as needed.
 * UTF-8 with or without a byte-order mark is taken as it is, GB18030 (what Chinese spreadsheets save by default) is recognised and said,
 * anything else is refused with the line of its first bad byte.
 *
 * @param sha256 lower-case hex over the file's bytes
 * @param size of the text in bytes, unpacked
 * @param skipped bytes before the text, its byte-order mark
 */
public record TextFile(Path path, String file, String sha256, long size, Charset charset, int skipped) {
    private static final int BUFFER = 1 << 16;
    /** Enough for any header, in bytes; a smaller file is looked at as a whole. */
    private static final int BEGINNING = 1 << 18;

    /** What may be read of a file. */
    record Most(long bytes, long unpackedBytes) {}

    /** Lines are read one at a time, so that only patience sets a limit. */
    private static final Most STREAMED = new Most(8L << 30, 1L << 30);

    /** Looks a file through whose lines are read one at a time; notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<TextFile> read(Path path, String file, Draft draft) throws IOException {
        return read(path, file, STREAMED, draft);
    }

    static Optional<TextFile> read(Path path, String file, Most most, Draft draft) throws IOException {
        if (draft.isTooLarge(path, file, most.bytes())) {
            return Optional.empty();
        }
        long size = Files.size(path);
        var encoding = new TextEncoding();
        long unpacked = 0;
        boolean damaged = false;
        var digest = Provenance.sha256();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
            try {
                unpacked = take(content(raw, file), encoding, isPacked(file) ? most.unpackedBytes() : most.bytes());
            } catch (ZipException | EOFException e) {
                damaged = true;
            }
            // the hash is of the whole file, whatever its content is good for
            raw.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        draft.original(new SourceFile(file, path, sha256, size));
        if (damaged) {
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", "", "gzip");
            return Optional.empty();
        }
        if (unpacked > most.unpackedBytes() && isPacked(file)) {
            String limit = (most.unpackedBytes() >> 20) + " MB";
            draft.problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", "> " + limit, limit);
            return Optional.empty();
        }
        long length = unpacked;
        return charset(encoding, path, file, draft)
                .map(charset -> new TextFile(path, file, sha256, length, charset, encoding.markBytes()));
    }

    /** A few bytes can unpack to any number: what is more than a file may be is not waited for. */
    private static long take(InputStream content, TextEncoding encoding, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int read = content.readNBytes(buffer, 0, BUFFER);
                read > 0 && all <= most;
                read = content.readNBytes(buffer, 0, BUFFER)) {
            encoding.take(buffer, read);
            all += read;
        }
        encoding.end();
        return all;
    }

    private static Optional<Charset> charset(TextEncoding encoding, Path path, String file, Draft draft)
            throws IOException {
        if (encoding.isBinary()) {
            draft.problem(ProblemCode.FILE_NOT_TEXT, file, 0, "", "", "UTF-8");
            return Optional.empty();
        }
        if (encoding.isUtf8()) {
            if (!encoding.holdsSomething()) {
                draft.problem(ProblemCode.FILE_EMPTY, file, 0, "", "", "");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (encoding.isChinese()) {
            draft.problem(ProblemCode.ENCODING_GB18030, file, 0, "", "GB18030", "UTF-8");
            return Optional.of(TextEncoding.GB18030);
        }
        int line = lineOf(encoding.firstBadByte(), path, file);
        draft.problem(ProblemCode.ENCODING_UNKNOWN, file, line, "", "", "UTF-8|GB18030");
        return Optional.empty();
    }

    private static int lineOf(long bytes, Path path, String file) throws IOException {
        try (InputStream in = content(Files.newInputStream(path), file)) {
            byte[] buffer = new byte[BUFFER];
            int line = 1;
            long left = bytes;
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                for (int i = 0; i < read; i++) {
                    line += buffer[i] == '\n' ? 1 : 0;
                }
                left = read == 0 ? 0 : left - read;
            }
            return line;
        }
    }

    /** The content of a file whose name may say that it is packed. */
    static InputStream content(InputStream file, String name) throws IOException {
        return isPacked(name) ? new GZIPInputStream(file, BUFFER) : file;
    }

    private static boolean isPacked(String file) {
        return file.endsWith(".gz");
    }

    /** Its text from the beginning, without the mark. */
    public Reader open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream text = content(raw, file);
            text.skipNBytes(skipped);
            return new InputStreamReader(
                    text,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Its lines, parted at that character: in memory where they may be held, else read anew each time. */
    public Lines lines(char separator, boolean hold, Draft draft) throws IOException {
        var lines = new CsvLines(this::open, separator, file, draft);
        return hold ? lines.held() : lines;
    }

    /** The beginning of a text, as far as it has whole lines, to see what it is; empty where it is no text. */
    public static Optional<String> peek(Path path, String file) throws IOException {
        byte[] bytes;
        try (InputStream in = content(Files.newInputStream(path), file)) {
            bytes = in.readNBytes(BEGINNING + 1);
        } catch (ZipException | EOFException e) {
            // who reads it for its rows says so
            return Optional.empty();
        }
        int length = bytes.length <= BEGINNING ? bytes.length : endOfLines(bytes);
        var encoding = new TextEncoding();
        encoding.take(bytes, length);
        encoding.end();
        boolean text = !encoding.isBinary() && (encoding.isUtf8() ? encoding.holdsSomething() : encoding.isChinese());
        Charset charset = encoding.isUtf8() ? StandardCharsets.UTF_8 : TextEncoding.GB18030;
        int mark = encoding.markBytes();
        return text ? Optional.of(new String(bytes, mark, length - mark, charset)) : Optional.empty();
    }

    private static int endOfLines(byte[] bytes) {
        int end = BEGINNING;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? BEGINNING : end;
    }

    /** Its first characters. */
    public String head(int most) throws IOException {
        try (Reader reader = open()) {
            var text = new char[most];
            int length = 0;
            for (int read = 0; read >= 0 && length < most; read = reader.read(text, length, most - length)) {
                length += read;
            }
            return new String(text, 0, length);
        }
    }
}
