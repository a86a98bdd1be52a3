package io.sandtable.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CharacterMapTest {
    @Test
    void radicalThatSharesACharactersGlyph_leavesTheMapAndIsSpeltAsTheCharacter() {
        NavigableMap<Integer, Integer> glyphs =
                new TreeMap<>(Map.of(0x2F45, 17, 0x65B9, 17, 0x2F00, 3, 0x4E00, 3, 0x31D0, 3, (int) 'A', 1));

        Map<Integer, Integer> twins = CharacterMap.removeLookAlikes(glyphs);

        assertThat(glyphs).containsOnlyKeys((int) 'A', 0x4E00, 0x65B9);
        assertThat(twins).isEqualTo(Map.of(0x2F45, 0x65B9, 0x2F00, 0x4E00, 0x31D0, 0x4E00));
    }

    @Test
    void radicalWithAGlyphOfItsOwn_stays() {
        NavigableMap<Integer, Integer> glyphs = new TreeMap<>(Map.of(0x2E80, 8, 0x65B9, 17));

        assertThat(CharacterMap.removeLookAlikes(glyphs)).isEmpty();
        assertThat(glyphs).containsKey(0x2E80);
    }

    @Test
    void writtenMap_readsBackTheSame() throws IOException {
        NavigableMap<Integer, Integer> glyphs =
                new TreeMap<>(Map.of(0x20, 5, 0x21, 6, 0x22, 9, 0x65B9, 100, 0x65BA, 99, 0x2A6D6, 70));

        assertThat(CharacterMap.read(CharacterMap.write(glyphs))).isEqualTo(glyphs);
    }

    @Test
    void oldSegmentedMap_isUnderstood() throws IOException {
        ByteBuffer cmap = ByteBuffer.allocate(12 + 40);
        cmap.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 1)
                .putInt(12);
        cmap.putShort((short) 4).putShort((short) 40).putShort((short) 0).putShort((short) 4);
        cmap.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        cmap.putShort((short) 0x43).putShort((short) 0xFFFF).putShort((short) 0);
        cmap.putShort((short) 0x41).putShort((short) 0xFFFF);
        cmap.putShort((short) (10 - 0x41)).putShort((short) 1);
        cmap.putShort((short) 0).putShort((short) 0);

        assertThat(CharacterMap.read(cmap)).isEqualTo(Map.of(0x41, 10, 0x42, 11, 0x43, 12));
    }
}
