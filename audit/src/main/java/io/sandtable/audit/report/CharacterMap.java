package io.sandtable.audit.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The cmap table of a font: code points to glyph numbers, formats 4 and 12. */
final class CharacterMap {
    private static final int HEADER = 4 + 8;

    private CharacterMap() {}

    /** Reads the Unicode subtable that reaches furthest. */
    static NavigableMap<Integer, Integer> read(ByteBuffer cmap) throws IOException {
        int best = -1;
        int bestFormat = 0;
        for (int i = 0; i < (cmap.getShort(2) & 0xFFFF); i++) {
            int platform = cmap.getShort(4 + 8 * i);
            int encoding = cmap.getShort(6 + 8 * i);
            int offset = cmap.getInt(8 + 8 * i);
            int format = cmap.getShort(offset);
            boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
            if (unicode && (format == 4 || format == 12) && format > bestFormat) {
                best = offset;
                bestFormat = format;
            }
        }
        if (best < 0) {
            throw new IOException("it has no Unicode character map");
        }
        ByteBuffer subtable = cmap.slice(best, cmap.capacity() - best);
        return bestFormat == 12 ? readGroups(subtable) : readSegments(subtable);
    }

    private static NavigableMap<Integer, Integer> readGroups(ByteBuffer table) {
        NavigableMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int group = 0, at = 16; group < table.getInt(12); group++, at += 12) {
            int first = table.getInt(at);
            int last = Math.min(table.getInt(at + 4), Character.MAX_CODE_POINT);
            int glyph = table.getInt(at + 8);
            for (int c = first; c <= last; c++) {
                glyphs.put(c, glyph + c - first);
            }
        }
        return glyphs;
    }

    private static NavigableMap<Integer, Integer> readSegments(ByteBuffer table) {
        NavigableMap<Integer, Integer> glyphs = new TreeMap<>();
        int segments = unsigned(table, 6) / 2;
        for (int i = 0; i < segments; i++) {
            int last = unsigned(table, 14 + 2 * i);
            int first = unsigned(table, 16 + 2 * segments + 2 * i);
            int delta = unsigned(table, 16 + 4 * segments + 2 * i);
            int rangeAt = 16 + 6 * segments + 2 * i;
            int range = unsigned(table, rangeAt);
            for (int c = first; c <= last && c < 0xFFFF; c++) {
                int raw = range == 0 ? c : unsigned(table, rangeAt + range + 2 * (c - first));
                int glyph = range != 0 && raw == 0 ? 0 : (raw + delta) & 0xFFFF;
                if (glyph != 0) {
                    glyphs.put(c, glyph);
                }
            }
        }
        return glyphs;
    }

    private static int unsigned(ByteBuffer table, int at) {
        return table.getShort(at) & 0xFFFF;
    }

    /** Takes radicals and strokes out that share a character's glyph, and tells which character stands for each. */
    static Map<Integer, Integer> removeLookAlikes(NavigableMap<Integer, Integer> glyphs) {
        Map<Integer, Integer> characterOfGlyph = new HashMap<>();
        glyphs.forEach((c, glyph) -> {
            if (Character.isIdeographic(c) && !lookAlike(c)) {
                characterOfGlyph.putIfAbsent(glyph, c);
            }
        });
        Map<Integer, Integer> twins = new HashMap<>();
        glyphs.forEach((c, glyph) -> {
            Integer character = characterOfGlyph.get(glyph);
            if (lookAlike(c) && character != null) {
                twins.put(c, character);
            }
        });
        glyphs.keySet().removeAll(twins.keySet());
        return twins;
    }

    /** CJK radicals supplement, Kangxi radicals, CJK strokes and the compatibility ideographs. */
    private static boolean lookAlike(int c) {
        return (c >= 0x2E80 && c <= 0x2FDF)
                || (c >= 0x31C0 && c <= 0x31EF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** One subtable of format 12 for Windows and everybody else. */
    static ByteBuffer write(NavigableMap<Integer, Integer> glyphs) {
        List<int[]> groups = new ArrayList<>();
        glyphs.forEach((c, glyph) -> {
            int[] group = groups.isEmpty() ? null : groups.getLast();
            if (group != null && group[1] + 1 == c && group[2] + c - group[0] == glyph) {
                group[1] = c;
            } else {
                groups.add(new int[] {c, c, glyph});
            }
        });
        int length = 16 + 12 * groups.size();
        ByteBuffer table = ByteBuffer.allocate(HEADER + length);
        table.putShort((short) 0).putShort((short) 1);
        table.putShort((short) 3).putShort((short) 10).putInt(HEADER);
        table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(groups.size());
        for (int[] group : groups) {
            table.putInt(group[0]).putInt(group[1]).putInt(group[2]);
        }
        return table.flip();
    }
}
