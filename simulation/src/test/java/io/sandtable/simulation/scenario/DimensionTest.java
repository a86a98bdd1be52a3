package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "dimensions.md");

    /** Ids stand in records and answers for years; this list may grow at its end, and no entry may change. */
    private static final List<String> PERMANENT_IDS = List.of(
            "demand.volume",
            "demand.timing",
            "price.sales",
            "price.purchase",
            "supply.leadtime",
            "supply.ontime",
            "supply.reject",
            "supply.capacity",
            "bom.usage",
            "stock.accuracy",
            "stock.decay",
            "substitute.cost",
            "process.cycle",
            "process.yield",
            "process.setup",
            "outsource.price",
            "outsource.leadtime",
            "equipment.availability",
            "tool.wear",
            "equipment.capex",
            "labour.rate",
            "energy.price",
            "energy.intensity",
            "policy.duty",
            "policy.carbon",
            "finance.fx",
            "finance.receivable");

    @Test
    void ids_areThoseOfTheContractInItsOrder() {
        assertThat(Arrays.stream(Dimension.values()).map(Dimension::id)).containsExactlyElementsOf(PERMANENT_IDS);
    }

    @Test
    void page_namesEveryDimensionWithItsUnitStandInAndWords() throws Exception {
        try (Stream<String> lines = Files.lines(PAGE)) {
            List<String> rows =
                    lines.filter(line -> line.matches("\\| \\d+ \\|.*")).toList();

            assertThat(rows).hasSameSizeAs(Dimension.values());
            for (Dimension dimension : Dimension.values()) {
                assertThat(rows.get(dimension.ordinal())).startsWith(row(dimension));
            }
        }
    }

    @Test
    void id_leadsBackToItsDimension() {
        for (Dimension dimension : Dimension.values()) {
            assertThat(Dimension.withId(dimension.id())).isSameAs(dimension);
        }
    }

    @Test
    void unknownId_isRefusedWithThePageToLookAt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.withId("price.wish"))
                .withMessageContaining("price.wish")
                .withMessageContaining("docs/reference/dimensions.md");
    }

    @Test
    void percent_multipliesWhilePointsDaysAndCarbonPriceAdd() {
        assertThat(Arrays.stream(Dimension.values()).filter(d -> !d.isRelative()))
                .containsExactly(
                        Dimension.DEMAND_TIMING,
                        Dimension.SUPPLY_ON_TIME,
                        Dimension.SUPPLY_REJECT,
                        Dimension.PROCESS_YIELD,
                        Dimension.EQUIPMENT_AVAILABILITY,
                        Dimension.POLICY_DUTY,
                        Dimension.POLICY_CARBON,
                        Dimension.FINANCE_RECEIVABLE);
    }

    private static String row(Dimension d) {
        return "| %d | `%s` | %s | ± %.0f | %s | %s |"
                .formatted(d.ordinal() + 1, d.id(), d.unit(), d.standIn(), d.zh(), d.en());
    }
}
