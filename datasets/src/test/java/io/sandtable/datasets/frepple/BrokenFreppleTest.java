package io.sandtable.datasets.frepple;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small model of our own, right and with one thing wrong at a time. */
class BrokenFreppleTest {
    private static final String GOOD = """
            [
            {"model": "common.parameter", "pk": "currentdate", "fields": {"value": "2026-03-02 00:00:00"}},
            {"model": "common.parameter", "pk": "currency", "fields": {"value": "元"}},
            {"model": "input.location", "fields": {"name": "works"}},
            {"model": "input.item", "fields": {"name": "lid", "cost": 20}},
            {"model": "input.item", "fields": {"name": "sheet", "cost": 5}},
            {"model": "input.supplier", "fields": {"name": "mill"}},
            {"model": "input.itemsupplier", "fields": {"item": "sheet", "supplier": "mill", "location": "works", "leadtime": "432000", "cost": 4.5}},
            {"model": "input.resource", "fields": {"name": "press", "location": "works"}},
            {"model": "input.operation", "fields": {"name": "press lid", "type": "time_per", "item": "lid", "location": "works", "duration": "600", "duration_per": "60"}},
            {"model": "input.operationmaterial", "fields": {"operation": "press lid", "item": "lid", "quantity": 2}},
            {"model": "input.operationmaterial", "fields": {"operation": "press lid", "item": "sheet", "quantity": -1}},
            {"model": "input.operationresource", "fields": {"operation": "press lid", "resource": "press"}},
            {"model": "input.customer", "fields": {"name": "garage"}},
            {"model": "input.demand", "fields": {"name": "D1", "item": "lid", "customer": "garage", "location": "works", "due": "2026-03-31 00:00:00", "quantity": 12, "status": "open"}},
            {"model": "input.demand", "fields": {"name": "D2", "item": "lid", "customer": "garage", "location": "works", "due": "2026-04-30", "quantity": 3, "status": "inquiry"}}
            ]
            """;

    @TempDir
    private Path folder;

    @Test
    void twoPiecesPerRun_halveTimeAndMaterialPerPiece() throws IOException {
        var snapshot = BusinessSnapshot.of(read(GOOD).facts());
        var press = snapshot.node("PRO-press-lid");

        assertThat(press.out(RelationType.CONSUMES).getFirst().number(Attributes.QUANTITY_PER_UNIT))
                .isEqualTo(0.5);
        assertThat(press.out(RelationType.RUNS_ON).getFirst().number(Attributes.MINUTES_PER_UNIT))
                .isEqualTo(0.5);
        assertThat(press.out(RelationType.RUNS_ON).getFirst().number(Attributes.SETUP_MINUTES))
                .isEqualTo(10);
    }

    @Test
    void pricesInTheFile_areTakenInPlaceOfStandIns() throws IOException {
        Dataset dataset = read(GOOD);
        var offer = BusinessSnapshot.of(dataset.facts())
                .relations(RelationType.SUPPLIES)
                .getFirst();

        assertThat(offer.number(Attributes.PRICE)).isEqualTo(4.5);
        assertThat(dataset.problems())
                .filteredOn(p -> p.code() == ProblemCode.STAND_IN_USED)
                .extracting(Problem::column)
                .doesNotContain("purchase-markup", "usd-cny");
    }

    @Test
    void dueTime_countsWhereItIsNotMidnight() throws IOException {
        assertThat(dueMinute("2026-03-31 14:30:00")).hasValue(14 * 60 + 30);
        assertThat(dueMinute("2026-03-31 00:00:00")).isEmpty();
        assertThat(dueMinute("2026-03-31")).isEmpty();
    }

    private OptionalDouble dueMinute(String due) throws IOException {
        Dataset dataset = read(GOOD.replace("2026-03-31 00:00:00", due));
        assertThat(dataset.problems()).noneMatch(Problem::isError);
        return BusinessSnapshot.of(dataset.facts()).node("ORD-D1").findNumber(Attributes.DUE_MINUTE);
    }

    @Test
    void inquiry_isCountedAndNotPlanned() throws IOException {
        Dataset dataset = read(GOOD);

        assertThat(BusinessSnapshot.of(dataset.facts()).nodes(NodeType.ORDER)).hasSize(1);
        assertThat(dataset.problems())
                .contains(new Problem("", 0, "inquiry", "1", ProblemCode.ORDER_NOT_OPEN, "open|closed"));
    }

    @Test
    void unknownItem_isNamedWithItsObjectAndTheNearest() throws IOException {
        Dataset dataset = read(GOOD.replace("\"D1\", \"item\": \"lid\"", "\"D1\", \"item\": \"lidd\""));

        assertThat(dataset.problems())
                .contains(new Problem("model.json", 14, "item", "lidd", ProblemCode.END_UNKNOWN, "lid"));
        assertThat(dataset.importable()).isFalse();
        assertThat(BusinessSnapshot.of(dataset.facts()).nodes(NodeType.ORDER)).isEmpty();
    }

    @Test
    void allProblems_areSaidAtOnce() throws IOException {
        Dataset dataset = read(GOOD.replace("\"leadtime\": \"432000\"", "\"leadtime\": \"5天左右\"")
                .replace("2026-03-31 00:00:00", "2026-02-30 00:00:00")
                .replace("\"quantity\": 12", "\"quantity\": -12")
                .replace("\"resource\": \"press\"", "\"resource\": \"pres\""));

        assertThat(dataset.problems())
                .filteredOn(Problem::isError)
                .extracting(p -> p.row() + " " + p.column() + " " + p.code())
                .contains(
                        "7 leadtime NUMBER_WRONG",
                        "14 due DATE_WRONG",
                        "14 quantity OUT_OF_RANGE",
                        "12 resource END_UNKNOWN");
    }

    @Test
    void circleOfOperations_isNamed() throws IOException {
        Dataset dataset = read(GOOD.replace("{\"model\": \"input.customer\"", """
                {"model": "input.operation", "fields": {"name": "melt", "type": "time_per", "item": "sheet", "location": "works", "duration_per": "60"}},
                {"model": "input.operationmaterial", "fields": {"operation": "melt", "item": "sheet", "quantity": 1}},
                {"model": "input.operationmaterial", "fields": {"operation": "melt", "item": "lid", "quantity": -1}},
                {"model": "input.customer\""""));

        assertThat(dataset.problems())
                .filteredOn(p -> p.code() == ProblemCode.BOM_CYCLE)
                .extracting(Problem::value)
                .containsExactly("MAT-lid → MAT-sheet → MAT-lid");
    }

    @Test
    void unknownCurrency_asksForOneWeCanConvert() throws IOException {
        assertThat(read(GOOD.replace("元", "Taler")).problems())
                .contains(new Problem("", 0, "currency", "Taler", ProblemCode.RATE_UNKNOWN, "CNY"));
    }

    @Test
    void missingDate_isAskedForAndTheOptionAnswers() throws IOException {
        String undated = GOOD.replace("2026-03-02 00:00:00", "now");

        assertThat(read(undated).problems()).extracting(Problem::code).containsExactly(ProblemCode.AS_OF_MISSING);
        Dataset dated = Datasets.read(folder, new ReadOptions(null, LocalDate.of(2026, 3, 2), null));
        assertThat(dated.problems()).noneMatch(Problem::isError);
    }

    @Test
    void brokenJson_isSaidWithTheLineWhereItStopsMakingSense() throws IOException {
        assertThat(read(GOOD.replace("\"cost\": 5}}", "\"cost\": 5}")).problems())
                .filteredOn(p -> p.code() == ProblemCode.JSON_MALFORMED)
                .extracting(Problem::row)
                .containsExactly(7);
    }

    @Test
    void cutOffAnywhere_isAProblemAndNeverAnException() throws IOException {
        for (int length = 60; length < GOOD.length() - 3; length += 37) {
            Dataset dataset = read(GOOD.substring(0, length));

            assertThat(dataset.importable())
                    .as("cut off after %d characters", length)
                    .isFalse();
            BusinessSnapshot.of(dataset.facts());
        }
    }

    private Dataset read(String json) throws IOException {
        Files.writeString(folder.resolve("model.json"), json);
        return Datasets.read(folder, ReadOptions.none());
    }
}
