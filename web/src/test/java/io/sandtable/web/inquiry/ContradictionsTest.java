package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
    private static final Reader READER = new Reader(
            Names.of(List.of(
                    named("SUP-st", NodeType.SUPPLIER, "盛泰化工"),
                    named("SUP-hq", NodeType.SUPPLIER, "宏强材料"),
                    named("MAT-rj", NodeType.MATERIAL, "溶剂"),
                    named("FAM-dck", NodeType.FAMILY, "电池壳"),
                    named("PRO-pf", NodeType.PROCESS, "喷粉"))),
            LocalDate.of(2026, 11, 21),
            HolidayCalendar.china());

    private static Named named(String id, NodeType type, String name) {
        return new Named(id, type, name, null, List.of(), List.of());
    }

    private static List<Chip> chips(String... sentences) {
        var chips = new ArrayList<Chip>();
        for (String sentence : sentences) {
            Understanding understanding = READER.understand(sentence);
            assertThat(understanding.isAccepted()).as(sentence).isTrue();
            for (Chip chip : Chip.of(sentence, understanding, "li")) {
                chips.add(chip.withId("c" + (chips.size() + 1)));
            }
        }
        return chips;
    }

    /** A limit of the on-time rate, which sentences put on one side only. */
    private static Statement limit(Comparison side, double percent, LocalDate from, LocalDate to) {
        return new Statement(
                Kind.SERVICE_LEVEL,
                Modality.MUST,
                List.of(),
                side,
                new Quantity(percent, "%", Quantity.Form.SET),
                new Window(from, to),
                null,
                Map.of("metric", "OTD"),
                new Statement.Source("", List.of()),
                new Wording("", ""));
    }

    private static Statement inJanuary(Comparison side, double percent) {
        return limit(side, percent, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
    }

    @ParameterizedTest
    @CsvSource({"溶剂只能向盛泰化工采购, 不得向盛泰化工采购溶剂", "喷粉不得外协, 喷粉可以外协", "优先保现金, 优先保交付", "如果溶剂的价格变为每吨5200元, 如果溶剂的价格变为每吨4800元"})
    void two_thatNothingCanSatisfy_areJoined(String one, String other) {
        assertThat(Contradictions.among(chips(one, other)))
                .singleElement()
                .satisfies(cluster -> assertThat(cluster).extracting(Chip::id).containsExactly("c1", "c2"));
    }

    @ParameterizedTest
    @CsvSource({
        // the tighter one holds, and then both do
        "现金不低于500万元, 现金不低于800万元",
        // another figure
        "准时交付率不低于95%, 毛利率不低于20%",
        // another supplier stays
        "溶剂只能向盛泰化工采购, 不得向宏强材料采购溶剂",
        // changes add up
        "预计下季度电池壳订单增长40%, 预计下季度电池壳订单下降10%",
        "下月需预留30%产能应对突击订单, 下月需预留20%产能应对突击订单"
    })
    void two_thatCanHoldTogether_areLeftAlone(String one, String other) {
        assertThat(Contradictions.among(chips(one, other))).isEmpty();
    }

    @Test
    void floorAboveACeiling_excludesIt() {
        assertThat(Contradictions.excludeEachOther(inJanuary(Comparison.GE, 95), inJanuary(Comparison.LE, 90)))
                .isTrue();
        assertThat(Contradictions.excludeEachOther(inJanuary(Comparison.LE, 90), inJanuary(Comparison.EQ, 95)))
                .isTrue();
    }

    @Test
    void floorAtTheCeiling_meetsItUnlessTheEdgeIsExcluded() {
        assertThat(Contradictions.excludeEachOther(inJanuary(Comparison.GE, 95), inJanuary(Comparison.LE, 95)))
                .isFalse();
        assertThat(Contradictions.excludeEachOther(inJanuary(Comparison.GE, 95), inJanuary(Comparison.LT, 95)))
                .isTrue();
    }

    @Test
    void limitsOfWindowsThatDoNotMeet_areLeftAlone() {
        Statement inMarch = limit(Comparison.LE, 90, LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31));

        assertThat(Contradictions.excludeEachOther(inJanuary(Comparison.GE, 95), inMarch))
                .isFalse();
    }

    @Test
    void three_thatHangTogether_areOneCluster() {
        List<Chip> chips = chips("优先保现金", "优先保交付", "现金不低于500万元", "优先保毛利率");

        assertThat(Contradictions.among(chips))
                .singleElement()
                .satisfies(cluster -> assertThat(cluster).extracting(Chip::id).containsExactly("c1", "c2", "c4"));
    }

    @Test
    void whatIsNotUnderstoodYet_contradictsNothing() {
        List<Chip> chips = new ArrayList<>(chips("准时交付率不低于95%"));
        chips.addAll(Chip.of("冰箱门订单增加30%", READER.understand("冰箱门订单增加30%"), "li"));

        assertThat(Contradictions.among(chips)).isEmpty();
    }
}
