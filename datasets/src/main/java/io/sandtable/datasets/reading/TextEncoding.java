package io.sandtable.datasets.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Finds out, while the bytes of a file go by, in which encoding they are text: UTF-8, or else GB18030 where it reads like writing. */
final class TextEncoding {
    static final Charset GB18030 = Charset.forName("GB18030");
    /** What begins a zip archive, such as an .xlsx under another name. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Strict utf8 = new Strict(StandardCharsets.UTF_8);
    private final Strict chinese = new Strict(GB18030);
    private boolean binary;
    private boolean begun;
    private boolean marked;
    private boolean something;
    private long foreign;
    private long usual;

    /** Takes in the next bytes; the first four of a file must come together. */
    void take(byte[] bytes, int length) {
        int from = begun ? 0 : begin(bytes, length);
        begun = true;
        boolean plain = true;
        for (int i = from; i < length; i++) {
            binary |= bytes[i] == 0;
            plain &= bytes[i] > 0;
            something |= bytes[i] > ' ';
        }
        if (plain && utf8.isBetween() && chinese.isBetween()) {
            utf8.skip(length - from);
            chinese.skip(length - from);
            return;
        }
        utf8.take(bytes, from, length - from, this::look);
        chinese.take(bytes, from, length - from, this::count);
    }

    private int begin(byte[] bytes, int length) {
        binary = startsWith(bytes, length, ZIP);
        marked = startsWith(bytes, length, MARK);
        return marked ? MARK.length : 0;
    }

    /** To be called after the last bytes. */
    void end() {
        utf8.end();
        chinese.end();
    }

    boolean isBinary() {
        return binary;
    }

    boolean isUtf8() {
        return !utf8.failed;
    }

    /**
     * GB18030 gives some character to nearly every pair of bytes; text of another encoding shows as ones that hardly anybody writes.
     * What Chinese companies write is nearly all within the few thousand characters of GB 2312.
     */
    boolean isChinese() {
        return !chinese.failed && usual * 2 > foreign;
    }

    /** Whether there is more than blanks; of UTF-8 alone. */
    boolean holdsSomething() {
        return something;
    }

    /** How many bytes stand before the text. */
    int markBytes() {
        return marked ? MARK.length : 0;
    }

    /** Where it stops being UTF-8, in bytes from the beginning of the file. */
    long firstBadByte() {
        return markBytes() + utf8.good;
    }

    private void look(CharBuffer text) {
        while (!something && text.hasRemaining()) {
            something = !Character.isWhitespace(text.get());
        }
    }

    private void count(CharBuffer text) {
        while (text.hasRemaining()) {
            char c = text.get();
            if (c > 127) {
                foreign++;
                usual += Usual.CHARACTERS.get(c) ? 1 : 0;
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int length, byte[] start) {
        return length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    @FunctionalInterface
    private interface Seen {
        void text(CharBuffer text);
    }

    /** Decodes piece by piece, until something cannot be. */
    private static final class Strict {
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(1 << 14);
        private ByteBuffer in = ByteBuffer.allocate(0);
        private boolean failed;
        /** Bytes that were decoded. */
        private long good;

        Strict(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        /** Whether no character has begun that is not complete. */
        boolean isBetween() {
            return failed || !in.hasRemaining();
        }

        void skip(int bytes) {
            good += failed ? 0 : bytes;
        }

        void take(byte[] bytes, int from, int length, Seen seen) {
            if (failed) {
                return;
            }
            ByteBuffer all = ByteBuffer.allocate(in.remaining() + length);
            all.put(in).put(bytes, from, length).flip();
            in = all;
            decode(false, seen);
        }

        void end() {
            if (!failed) {
                decode(true, text -> {});
            }
        }

        private void decode(boolean end, Seen seen) {
            CoderResult result;
            do {
                int before = in.position();
                out.clear();
                result = decoder.decode(in, out, end);
                good += in.position() - before;
                seen.text(out.flip());
            } while (result.isOverflow());
            failed = result.isError();
        }
    }

    /** The characters of GB 2312 beyond ASCII. */
    private static final class Usual {
        private static final BitSet CHARACTERS = new BitSet(1 << 16);
        private static final int FIRST = 0xA1;
        private static final int LAST = 0xFE;

        static {
            byte[] pairs = new byte[2 * (LAST - FIRST + 1) * (LAST - FIRST + 1)];
            int at = 0;
            for (int row = FIRST; row <= LAST; row++) {
                for (int cell = FIRST; cell <= LAST; cell++) {
                    pairs[at++] = (byte) row;
                    pairs[at++] = (byte) cell;
                }
            }
            new String(pairs, Charset.forName("GB2312"))
                    .chars()
                    .filter(c -> c > 127 && c != 0xFFFD)
                    .forEach(CHARACTERS::set);
        }
    }
}
