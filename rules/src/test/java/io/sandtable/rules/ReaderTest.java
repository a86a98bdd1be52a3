package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    private static final Reader READER = Company.reader();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(UnderstandingJson.schema(), InputFormat.JSON);

    static Stream<Arguments> understood() {
        return rows("understood.tsv");
    }

    static Stream<Arguments> asked() {
        return rows("asked.tsv");
    }

    static Stream<String> accepted() {
        return Company.table("understood.tsv").stream().map(row -> row[0]);
    }

    private static Stream<Arguments> rows(String table) {
        return Company.table(table).stream().map(row -> Arguments.of((Object[]) row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("understood")
    void sentence_becomesItsStatement(
            String sentence,
            String kind,
            String modality,
            String entities,
            String comparator,
            String quantity,
            String window,
            String recurrence,
            String slots) {
        Understanding understanding = READER.understand(sentence);

        assertThat(understanding.questions()).as(sentence).isEmpty();
        assertThat(understanding.statements())
                .singleElement()
                .satisfies(s -> assertThat(fields(s))
                        .containsExactly(kind, modality, entities, comparator, quantity, window, recurrence, slots));
        assertThat(SCHEMA.validate(UnderstandingJson.write(understanding), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void paraphrase_readsToTheSameStatement(String sentence) {
        Statement statement = READER.understand(sentence).statements().getFirst();

        for (String words :
                List.of(statement.paraphrase().zh(), statement.paraphrase().en())) {
            assertThat(READER.understand(words).statements())
                    .as(words)
                    .singleElement()
                    .matches(statement::meansTheSameAs);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void json_readsBackAndTypesAsACondition(String sentence) {
        Statement statement = READER.understand(sentence).statements().getFirst();

        String json = UnderstandingJson.tree(statement).toString();

        assertThat(UnderstandingJson.readStatement(json)).isEqualTo(statement);
        assertThat(Condition.of(statement).getClass().getSimpleName())
                .isEqualToIgnoringCase(statement.kind().name().replace("_", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void sentence_isAskedAboutOrRefused(String sentence, String outcome, String question) {
        Understanding understanding = READER.understand(sentence);

        assertThat(understanding.outcome()).hasToString(outcome);
        assertThat(understanding.questions().getFirst().code()).hasToString(question);
        assertThat(SCHEMA.validate(UnderstandingJson.write(understanding), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void examples_coverEveryKind() {
        assertThat(Company.table("understood.tsv"))
                .extracting(row -> Kind.valueOf(row[1]))
                .contains(Kind.values());
    }

    @Test
    void severalThings_giveSeveralStatementsInOrder() {
        Understanding both = READER.understand("预计下季度，新能源汽车电池壳订单增长40%；下月需预留30%产能应对突击订单。");

        assertThat(both.statements())
                .extracting(Statement::kind)
                .containsExactly(Kind.DEMAND_CHANGE, Kind.CAPACITY_RESERVATION);
        assertThat(both.statements().getLast().source().spans()).containsExactly(new Statement.Span(22, 38));
    }

    @Test
    void clauseWithoutATime_goesOnInTheWindowOfItsKindBeforeIt() {
        Understanding oneBreath = READER.understand("海尔订单明年减半，宁远汽车翻倍");
        Understanding apart = READER.understand("海尔订单明年减半。宁远汽车订单翻倍");

        assertThat(oneBreath.statements())
                .extracting(Statement::window)
                .containsOnly(new Window(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)));
        assertThat(apart.statements().getLast().window()).isEqualTo(new Window(Company.AS_OF, null));
    }

    @Test
    void exactAlias_winsOverLongerNames() {
        assertThat(READER.understand("盛泰断供").statements().getFirst().entities()).containsExactly("S1");
        assertThat(READER.understand("盛泰包装断供").statements().getFirst().entities())
                .containsExactly("S3");
    }

    @Test
    void ambiguousName_keepsBothIdsAndOffersThem() {
        Understanding asked = READER.understand("M8订单增长10%");

        assertThat(asked.statements().getFirst().entities()).containsExactly("M6|M7");
        assertThat(asked.questions().getFirst().choices())
                .extracting(Question.Choice::value)
                .containsExactly("M6", "M7");
    }

    @Test
    void thisSupplier_isTheOneThePersonLooksAt() {
        Reader onPage = Company.readerSeeing("S2");

        assertThat(onPage.understand("该供应商春节期间停止供货").statements().getFirst().entities())
                .containsExactly("S2");
        assertThat(onPage.understand("what if this supplier stops delivering from March")
                        .statements()
                        .getFirst()
                        .entities())
                .containsExactly("S2");
        assertThat(onPage.understand("该客户的订单翻倍").isAccepted()).isFalse();
    }

    @Test
    void groupWord_meansAllItsNodesAndIsSaidBack() {
        Names names = Names.of(List.of(
                process("PRO-1", "上壳压铸"),
                process("PRO-2", "下壳压铸"),
                new Named("PRO-3", NodeType.PROCESS, "喷粉", null, List.of(), List.of("表面处理"))));
        var reader = new Reader(names, Company.AS_OF, HolidayCalendar.china());

        Statement statement = reader.understand("压铸不得外协").statements().getFirst();

        assertThat(statement.entities()).containsExactly("PRO-1", "PRO-2");
        assertThat(statement.paraphrase().zh()).isEqualTo("要求自2026年11月21日起，压铸不得外协。");
    }

    private static Named process(String id, String name) {
        return new Named(id, NodeType.PROCESS, name, null, List.of(), List.of("压铸"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "，。", "\n"})
    void nothing_isAskedFor(String nothing) {
        assertThat(READER.understand(nothing).questions().getFirst().code()).isEqualTo(Question.Code.EMPTY);
    }

    @Test
    void tenThousandCharacters_areTooMany() {
        Understanding asked = READER.understand("电池壳订单增长".repeat(1500));

        assertThat(asked.questions().getFirst().code()).isEqualTo(Question.Code.TOO_LONG);
        assertThat(asked.questions().getFirst().words().zh()).contains("10500");
    }

    @Test
    void everyCharacterRemovedFromASentence_givesAnAnswerAndNeverABrokenStatement() {
        for (String[] row : Company.table("understood.tsv")) {
            for (int cut = 0; cut < row[0].length(); cut++) {
                Understanding answer = READER.understand(row[0].substring(0, cut) + row[0].substring(cut + 1));
                assertThat(SCHEMA.validate(UnderstandingJson.write(answer), InputFormat.JSON))
                        .isEmpty();
            }
        }
    }

    @Test
    void fiftyThousandNames_doNotHideTheRightOne() {
        var all = new ArrayList<>(Company.names().list());
        for (int i = 0; i < 50_000; i++) {
            all.add(new Named("MAT-" + i, NodeType.MATERIAL, "物料零件" + i, "part number " + i, List.of(), List.of()));
        }
        var reader = new Reader(Names.of(all), Company.AS_OF, HolidayCalendar.china());

        assertThat(reader.understand("预计下季度物料零件4711订单增长40%")
                        .statements()
                        .getFirst()
                        .entities())
                .containsExactly("MAT-4711");
    }

    /** The columns of understood.tsv. */
    private static List<String> fields(Statement s) {
        Quantity q = s.quantity();
        Window w = s.window();
        return List.of(
                s.kind().name(),
                s.modality() == null ? "-" : s.modality().name(),
                s.entities().isEmpty() ? "-" : String.join(",", s.entities()),
                s.comparator() == null ? "-" : s.comparator().name(),
                q == null
                        ? "-"
                        : "%s %s %s"
                                .formatted(
                                        q.form(),
                                        java.math.BigDecimal.valueOf(q.value())
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        q.unit())
                                .strip(),
                w == null ? "-" : end(w.from()) + ".." + end(w.to()),
                s.recurrence() == null ? "-" : s.recurrence(),
                s.slots().isEmpty()
                        ? "-"
                        : s.slots().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", ")));
    }

    private static String end(java.time.@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
