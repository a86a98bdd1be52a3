package io.sandtable.audit.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A TrueType face, taken from a plain file or a collection and rewritten with a character map of our own. CJK fonts let
 * a radical (⽅ U+2F45) share the glyph of a character (方 U+65B9); whoever turns glyphs back into text then picks the
 * radical, and a search for 方案 finds nothing. The rewritten map knows only the characters.
 */
final class TrueType {
    private static final int COLLECTION = 0x74746366;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int APPLE_TRUE_TYPE = 0x74727565;

    /** What printing needs; layout tables would only slow it down. */
    private static final Set<String> KEPT = Set.of(
            "OS/2", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    private final Path source;
    private final byte[] bytes;
    private final NavigableMap<Integer, Integer> glyphs;
    private final Map<Integer, Integer> twins;

    private TrueType(Path source, byte[] bytes, NavigableMap<Integer, Integer> glyphs, Map<Integer, Integer> twins) {
        this.source = source;
        this.bytes = bytes;
        this.glyphs = glyphs;
        this.twins = twins;
    }

    /** Reads the file's first face; throws an IOException that says what is unfit about it. */
    static TrueType read(Path file) throws IOException {
        ByteBuffer font = ByteBuffer.wrap(Files.readAllBytes(file));
        try {
            Map<String, ByteBuffer> tables = tables(font, font.getInt(0) == COLLECTION ? font.getInt(12) : 0);
            if (!tables.containsKey("glyf")) {
                throw new IOException("it has no TrueType outlines (PostScript outlines cannot be embedded)");
            }
            if (tables.containsKey("fvar")) {
                throw new IOException("it is a variable font, whose weights cannot be embedded");
            }
            ByteBuffer cmap = tables.get("cmap");
            if (cmap == null) {
                throw new IOException("it has no character map");
            }
            NavigableMap<Integer, Integer> glyphs = CharacterMap.read(cmap);
            Map<Integer, Integer> twins = CharacterMap.removeLookAlikes(glyphs);
            tables.keySet().retainAll(KEPT);
            tables.put("cmap", CharacterMap.write(glyphs));
            return new TrueType(file, assemble(tables), glyphs, twins);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IOException("it is no sound TrueType file", e);
        }
    }

    private static Map<String, ByteBuffer> tables(ByteBuffer font, int start) throws IOException {
        int kind = font.getInt(start);
        if (kind != TRUE_TYPE && kind != APPLE_TRUE_TYPE) {
            throw new IOException("it is not a TrueType font");
        }
        Map<String, ByteBuffer> tables = new TreeMap<>();
        int count = font.getShort(start + 4) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = start + 12 + 16 * i;
            byte[] tag = new byte[4];
            font.get(entry, tag);
            String name = new String(tag, StandardCharsets.US_ASCII);
            tables.put(name, font.slice(font.getInt(entry + 8), font.getInt(entry + 12)));
        }
        return tables;
    }

    /** Puts tables together as the file format says: directory first, every table on a border of four bytes. */
    private static byte[] assemble(Map<String, ByteBuffer> tables) {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        int end = 12 + 16 * tables.size();
        for (var table : tables.entrySet()) {
            offsets.put(table.getKey(), end);
            end += padded(table.getValue().capacity());
        }
        ByteBuffer font = ByteBuffer.allocate(end);
        int powers = Integer.highestOneBit(tables.size());
        font.putInt(TRUE_TYPE)
                .putShort((short) tables.size())
                .putShort((short) (powers * 16))
                .putShort((short) Integer.numberOfTrailingZeros(powers))
                .putShort((short) ((tables.size() - powers) * 16));
        tables.forEach((name, table) -> {
            int offset = Objects.requireNonNull(offsets.get(name));
            font.put(name.getBytes(StandardCharsets.US_ASCII));
            font.putInt(checksum(table)).putInt(offset).putInt(table.capacity());
            font.put(offset, table, 0, table.capacity());
        });
        return font.array();
    }

    private static int checksum(ByteBuffer table) {
        ByteBuffer words = ByteBuffer.allocate(padded(table.capacity())).put(0, table, 0, table.capacity());
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    Path source() {
        return source;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    boolean covers(String text) {
        return text.codePoints().allMatch(glyphs::containsKey);
    }

    /** Radicals become the characters they look like, whether this font shares their glyphs or not. */
    String spell(String text) {
        StringBuilder spelled = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            Integer twin = twins.get(c);
            if (twin != null) {
                spelled.appendCodePoint(twin);
            } else if (c >= 0x2F00 && c <= 0x2FD5) {
                spelled.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else {
                spelled.append(glyphs.containsKey(c) ? Character.toString(c) : plain(c));
            }
        });
        return spelled.toString();
    }

    /** What stands for a sign that this font lacks; above all, a minus must never get lost. */
    private static String plain(int c) {
        return switch (c) {
            case '−', '–', '—' -> "-";
            case '～' -> "~";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '…' -> "...";
            case '×' -> "x";
            case '·' -> "-";
            case '▲' -> "!";
            case 0xA0 -> " ";
            default -> Character.toString(c);
        };
    }
}
