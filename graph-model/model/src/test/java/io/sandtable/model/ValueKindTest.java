package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"12d", "12f", "0x1p3", "NaN", "Infinity", "1e999", "1,250", "4天左右", "", "."})
    void number_isRefusedWhereOnlyJavaWouldTakeIt(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueKind.NUMBER.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", " 12.5 , 12.5", "-.5, -0.5", "5., 5", "1.5E-3, 0.0015"})
    void number_isReadAsWritten(String text, double value) {
        assertThat(ValueKind.NUMBER.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE_RANGES, ..",
        "WEEK_PATTERN, - 08:00-20:00",
        "WEEK_PATTERN, ', 08:00-20:00'",
        "SERIES, =",
        "CURVE, =="
    })
    void separatorsAlone_areRefusedLikeAnyWrongValue(ValueKind kind, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> kind.parse(text));
    }
}
