package io.sandtable.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureRangeTest {
    @ParameterizedTest
    @CsvSource({
        "2–8 °C, 2, 8",
        "冷藏 2~8℃, 2, 8",
        "15°C 至 25°C, 15, 25",
        "-25 – -18 °C, -25, -18",
        "≤ -18 °C, -Infinity, -18",
        "不低于 5 度, 5, Infinity"
    })
    void classWithLimits_isReadAsThem(String written, double lowest, double highest) {
        TemperatureRange range = TemperatureRange.of(written).orElseThrow();

        assertThat(range.lowest()).isEqualTo(lowest);
        assertThat(range.highest()).isEqualTo(highest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ambient", "cool", "常温", "", "A 2-8", "8 °C – 2 °C"})
    void classWithoutLimits_givesNoAlarm(String written) {
        assertThat(TemperatureRange.of(written)).isEmpty();
    }

    @Test
    void edges_areWithin() {
        TemperatureRange range = TemperatureRange.of("2–8 °C").orElseThrow();

        assertThat(range.isAbove(8)).isFalse();
        assertThat(range.isAbove(8.1)).isTrue();
        assertThat(range.isBelow(2)).isFalse();
        assertThat(range.isBelow(1.9)).isTrue();
    }
}
