package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitConversionTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void factor_convertsUnitsOfOneKindForEveryMaterial() {
        UnitConversion any = conversion(Map.of("unit", "kg"), null);

        assertThat(any.factor("吨", "kg")).isEqualTo(1000);
        assertThat(any.factor("斤", "公斤")).isEqualTo(0.5);
        assertThat(any.factor("千个", "只")).isEqualTo(1000);
        assertThat(any.factor("㎡", "m2")).isEqualTo(1);
    }

    @Test
    void factor_goesFromSquareMetresToTonnesByDensityAndThickness() {
        UnitConversion steel = conversion(Map.of("unit", "m2", "densityKgPerM3", 7850.0, "thicknessMm", 0.5), null);

        // 1 m² × 0.0005 m × 7,850 kg/m³ = 3.925 kg
        assertThat(steel.factor("m2", "kg")).isCloseTo(3.925, within(1e-9));
        assertThat(steel.factor("t", "m2")).isCloseTo(1000 / 3.925, within(1e-6));
    }

    @Test
    void factor_climbsFromPalletToBoxToPiece() {
        UnitConversion boxed = conversion(Map.of("unit", "件", "unitFactors", "箱=12 件;托=40 箱"), null);

        assertThat(boxed.factor("托", "件")).isEqualTo(480);
        assertThat(boxed.factor("个", "托")).isCloseTo(1.0 / 480, within(1e-12));
    }

    @Test
    void factor_isThatOfTheDay() {
        Map<String, Object> values =
                Map.of("unit", "m2", "unitFactors", "t=127.4 m2@2026-01-01..2026-06-30;t=125.8@2026-07-01");

        assertThat(conversion(values, JUNE).factor("t", "m2")).isCloseTo(127.4, within(1e-9));
        assertThat(conversion(values, JULY).factor("t", "m2")).isCloseTo(125.8, within(1e-9));
        assertThat(conversion(values, null).factor("t", "m2")).isCloseTo(125.8, within(1e-9));
        assertThat(conversion(values, LocalDate.of(2025, 12, 31)).find("t", "m2"))
                .isEmpty();
    }

    @Test
    void factor_whereNobodySaid_namesTheMaterialAndTheRemedy() {
        UnitConversion unknown = conversion(Map.of("unit", "卷"), null);

        assertThatThrownBy(() -> unknown.factor("卷", "kg"))
                .hasMessageContaining("MAT-1")
                .hasMessageContaining("unit factor");
    }

    @Test
    void unitFactors_areWrittenAsTheyAreRead() {
        String text = "箱=12 件;t=127.4 m2@2026-01-01..2026-06-30;t=125.8@2026-07-01;包=0.5@..2026-12-31";

        assertThat(UnitFactors.parse(text).toString()).isEqualTo(text);
        assertThatThrownBy(() -> UnitFactors.parse("箱12")).hasMessageContaining("箱=12 件");
        assertThatThrownBy(() -> UnitFactors.parse("箱=0")).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> UnitFactors.parse("箱=2@2026-02-30")).hasMessageContaining("2026-02-30");
    }

    @Test
    void timeGrain_gathersDaysIntoWeeksAndMonths() {
        var days = Series.parse("2026-06-29=1;2026-07-01=2;2026-07-05=4;2026-07-06=8");

        assertThat(TimeGrain.WEEK.sums(days)).hasToString("2026-06-29=7;2026-07-06=8");
        assertThat(TimeGrain.MONTH.sums(days)).hasToString("2026-06-01=1;2026-07-01=14");
        assertThat(TimeGrain.MONTH.latest(days)).hasToString("2026-06-01=1;2026-07-01=8");
        assertThat(TimeGrain.MONTH.next(JUNE)).isEqualTo(JULY);
    }

    private static UnitConversion conversion(Map<String, Object> values, @Nullable LocalDate day) {
        var evidence = new Evidence("EVI-1", Origin.REAL, "a.csv", null, JUNE, null, null);
        var all = new HashMap<>(values);
        all.put("name", "坯体原料");
        all.put("role", "raw");
        Fact fact = new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", all, evidence, "1");
        return UnitConversion.of(BusinessSnapshot.of(List.of(fact)).node("MAT-1"), day);
    }
}
