package io.sandtable.model.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignerTest {
    private final List<Described> things = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "深沟球轴承 6205-2RS, 深沟球轴承 6206-2RS",
        "不锈钢板 304, 不锈钢板 316L",
        "不锈钢板 304, 不锈钢板 304L",
        "内六角螺栓 M8×30, 内六角螺栓 M8×35",
        "支架 A型, 支架 B型",
        "左支架 K12, 右支架 K12",
        "内圈 6205, 外圈 6205",
        "塑料盖 黑色, 塑料盖 白色",
        "接触器 AC220V, 接触器 AC380V",
        "接触器 24VDC, 接触器 24VAC",
        "氢氧化钠 98%, 氢氧化钾 98%",
        "冷轧钢板 SPCC 1.0, 热轧钢板 SPCC 1.0"
    })
    void contradictingSpecification_isNeverEvenAsked(String one, String other) {
        books("1", one, "个", 5);
        warehouse("2", other, "个", 5);

        assertThat(proposals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "深沟球轴承 6205-2RS, 轴承６２０５－２ＲＳ深沟球",
        "不锈钢板 304 0.5×1220×2440mm, 304不銹鋼板 2440*1220*0.5",
        "内六角螺栓 M8×30 8.8级, 8.8级内六角螺拴 M8*30",
        "贴片电容 100nF 50V 0805, 贴片电容 0805 0.1µF/50V",
        "无缝钢管 Φ57×3.5 20#, 无缝钢管20号 57*3.5"
    })
    void sameThingWrittenOtherwise_isSure(String one, String other) {
        books("1", one, "个", 5);
        warehouse("2", other, "只", 5.1);
        books("3", "包装木箱", "个", 80);
        warehouse("4", "打包钢带", "卷", 190);

        assertThat(proposals()).singleElement().satisfies(p -> {
            assertThat(p.pair()).isEqualTo(Pair.of("MAT-1", "MAT-2"));
            assertThat(p.sure()).isTrue();
        });
    }

    @Test
    void initialsOfPinyin_areFoundAndAsked() {
        books("1", "深沟球轴承 6205", "个", 5);
        warehouse("2", "SGQZC 6205", "个", 5);

        assertThat(proposals())
                .singleElement()
                .satisfies(p -> assertThat(p.reasons())
                        .extracting(Reason::code)
                        .contains(Reason.Code.NAME_SOUNDS, Reason.Code.SPEC_EQUAL));
    }

    @Test
    void codesOfOneOrigin_areKnownByPrefixSeparatorsAndNoughts() {
        assertThat(Codes.equal("MAT-0010.0235", "100235")).isTrue();
        assertThat(Codes.equal("WL-1OO235", "100235")).isTrue();
        assertThat(Codes.equal("100235", "100236")).isFalse();
        assertThat(Codes.near("10023577", "10023578")).isTrue();
        assertThat(Codes.equal("12", "0012")).isFalse();
    }

    @Test
    void countersThatBothBeginAt1001_sayNothing() {
        for (int i = 0; i < 20; i++) {
            things.add(thing("books", "MAT-a" + i, "10%02d".formatted(i), "轴承座 UCP" + (200 + i), "个", 5));
            things.add(
                    thing("warehouse", "MAT-b" + i, "10%02d".formatted(i), "垫片 " + (40 + i) + "×" + (60 + i), "个", 1));
        }

        assertThat(proposals()).isEmpty();
    }

    @Test
    void twoThatFitEquallyWell_areAskedNotTaken() {
        books("1", "深沟球轴承 6205-2RS", "个", 5);
        warehouse("2", "轴承 6205-2RS", "个", 5);
        warehouse("3", "轴承6205 2RS", "个", 5);

        assertThat(proposals())
                .hasSize(2)
                .noneMatch(Proposal::sure)
                .allSatisfy(
                        p -> assertThat(p.reasons()).extracting(Reason::code).contains(Reason.Code.RIVAL));
    }

    @Test
    void unitsWithoutAFactor_areAskedForOne() {
        books("1", "坯体原料 SPCC 0.5×1250", "㎡", 20);
        warehouse("2", "坯体原料 SPCC 0.5×1250", "吨", 5000);

        assertThat(proposals()).singleElement().satisfies(p -> {
            assertThat(p.sure()).isFalse();
            assertThat(p.reasons()).extracting(Reason::code).contains(Reason.Code.UNIT_UNKNOWN);
        });
    }

    @Test
    void pricesFarApart_areAskedNotTaken() {
        books("1", "深沟球轴承 6205-2RS", "个", 5);
        warehouse("2", "深沟球轴承 6205-2RS", "个", 50);

        assertThat(proposals())
                .singleElement()
                .satisfies(p -> assertThat(p.sure()).isFalse());
    }

    @Test
    void headOfTheNameDecidesWhatAThingIs() {
        books("1", "轴承 6205", "个", 5);
        warehouse("2", "轴承座 6205", "个", 5);

        assertThat(proposals()).noneMatch(Proposal::sure);
    }

    @Test
    void refusedPair_isNeverProposedAgain_andALinkedOneNeither() {
        books("1", "深沟球轴承 6205-2RS", "个", 5);
        warehouse("2", "深沟球轴承 6205-2RS", "个", 5);
        Set<Pair> pair = Set.of(Pair.of("MAT-1", "MAT-2"));

        assertThat(new Aligner(UnitWorth.general(), Set.of(), pair).proposals(things))
                .isEmpty();
        assertThat(new Aligner(UnitWorth.general(), pair, Set.of()).proposals(things))
                .isEmpty();
    }

    @Test
    void thingsOfOneList_areNeverTheSame() {
        books("1", "深沟球轴承 6205-2RS", "个", 5);
        books("2", "深沟球轴承 6205-2RS", "个", 5);

        assertThat(proposals()).isEmpty();
    }

    @Test
    void companies_areKnownWithoutTheirLegalForm() {
        things.add(new Described("SUP-1", NodeType.SUPPLIER, "books", "S01", List.of("佛山市协力精密制造有限公司"), "", "", -1));
        things.add(new Described("SUP-2", NodeType.SUPPLIER, "warehouse", "G7", List.of("佛山市協力精密製造"), "", "", -1));
        things.add(new Described("SUP-3", NodeType.SUPPLIER, "warehouse", "G8", List.of("佛山市远航物流有限公司"), "", "", -1));

        assertThat(proposals().getFirst().pair()).isEqualTo(Pair.of("SUP-1", "SUP-2"));
        assertThat(proposals().getFirst().sure()).isTrue();
    }

    @Test
    void gluing_joinsWholePiecesOnly() {
        assertThat(Gluing.makes(List.of("16MN", "42", "4"), List.of("42", "416MN")))
                .isTrue();
        assertThat(Gluing.makes(List.of("6205", "2RS"), List.of("62052RS"))).isTrue();
        assertThat(Gluing.makes(List.of("12", "3"), List.of("1", "23"))).isFalse();
    }

    private List<Proposal> proposals() {
        return new Aligner(UnitWorth.general(), Set.of(), Set.of()).proposals(things);
    }

    private void books(String id, String name, String unit, double price) {
        things.add(thing("books", "MAT-" + id, "01.02.00" + id, name, unit, price));
    }

    private void warehouse(String id, String name, String unit, double price) {
        things.add(thing("warehouse", "MAT-" + id, "WL-9" + id + "77" + id, name, unit, price));
    }

    private static Described thing(String source, String id, String code, String name, String unit, double price) {
        return new Described(id, NodeType.MATERIAL, source, code, List.of(name), "", unit, price);
    }
}
