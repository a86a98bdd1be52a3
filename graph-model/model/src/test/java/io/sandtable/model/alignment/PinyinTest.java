package io.sandtable.model.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        // in full, by first letters, mixed, not yet finished, from the middle, either reading of a character
        "jinkouzhoucheng, true",
        "jkzc, true",
        "JKZC, true",
        "jinkzc, true",
        "zhouch, true",
        "zc, true",
        "zhougang, false",
        "zcx, false",
        "z, false",
        "zhou cheng, false",
        "轴承, false",
    })
    void letters_findWhatTheySound(String letters, boolean found) {
        assertThat(Pinyin.finds(letters, "进口轴承")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"changzhou, 长州", "zhangz, 长州", "zz, 长州", "lvban, 铝板", "bushing, BUSHING", "bc, A板材"})
    void letters_areThoseOfAnyReading_andOfChineseAlone(String letters, String text) {
        assertThat(Pinyin.finds(letters, text)).isEqualTo(!text.equals("BUSHING"));
    }
}
