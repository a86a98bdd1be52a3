package io.sandtable.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {
    private static final Problem BAD_NUMBER =
            new Problem("SUPPLIES.csv", 7, "leadTimeDays", "4天左右", ProblemCode.NUMBER_WRONG, "1250.5");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void bundles_wordExactlyTheCodesThereAre(String language) {
        var bundle = ResourceBundle.getBundle(
                "io.sandtable.datasets.problems",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyCode_isWordedWithWhatWasFoundWhereItSaysSo(ProblemCode code) {
        var problem = new Problem("F.csv", 12345, "col", "found", code, "right");

        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.US}) {
            assertThat(new ProblemWords(locale).of(problem)).doesNotContain("{").doesNotContain("12,345");
        }
    }

    @Test
    void sentence_saysPlaceValueAndWhatWouldBeRight() {
        assertThat(new ProblemWords(Locale.CHINA).of(BAD_NUMBER))
                .isEqualTo("SUPPLIES.csv 第 7 行：leadTimeDays 是“4天左右”，不是数字；应写成 1250.5 这样。");
        assertThat(new ProblemWords(Locale.FRANCE).of(BAD_NUMBER))
                .isEqualTo(
                        "SUPPLIES.csv, row 7: leadTimeDays is \"4天左右\", which is not a number; write it like 1250.5.");
    }
}
