package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distributor of food, by its mapping, as its tables lie in a library for tests; what is expected is counted in the files' text. */
class FoodMartTest {
    private static final List<String> FILES = List.of(
            "product.json",
            "product_class.json",
            "warehouse.json",
            "store.json",
            "time_by_day.json",
            "inventory_fact_1997.json",
            "inventory_fact_1998.json",
            "agg_c_10_sales_fact_1997.json",
            "currency.json");

    @TempDir
    private static Path folder;

    private static Dataset dataset;
    private static BusinessSnapshot snapshot;

    @BeforeAll
    static void read() throws IOException {
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(FoodMartTest.class.getResourceAsStream("/" + file), file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        dataset = Datasets.read(folder, ReadOptions.none());
        snapshot = BusinessSnapshot.of(dataset.facts());
    }

    @Test
    void isRecognised_andReadWithoutError() {
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.controlTotals()).allMatch(t -> t.agrees());
        assertThat(dataset.problems(Severity.NOTE)).extracting(p -> p.file()).containsExactly("currency.json");
    }

    @Test
    void productsWarehousesAndStores_areThoseOfTheFiles() throws IOException {
        assertThat(snapshot.nodes(NodeType.MATERIAL))
                .hasSize(lines("product.json"))
                .hasSize(1_560);
        assertThat(snapshot.nodes(NodeType.MATERIAL))
                .allMatch(m -> m.out(RelationType.MEMBER_OF).size() == 1);
        // 3 families of 25 departments of 57 categories of 108 subcategories
        assertThat(snapshot.nodes(NodeType.FAMILY)).hasSize(3 + 25 + 57 + 108);
        assertThat(snapshot.nodes(NodeType.SITE))
                .hasSize(lines("warehouse.json"))
                .hasSize(24);
        // the headquarters sell nothing
        assertThat(snapshot.nodes(NodeType.CUSTOMER)).hasSize(lines("store.json") - 1);
    }

    @Test
    void ordersOfTheStores_areTheInventoryFacts() throws IOException {
        List<Node> orders = snapshot.nodes(NodeType.ORDER);
        assertThat(orders)
                .hasSize(lines("inventory_fact_1997.json") + lines("inventory_fact_1998.json"))
                .hasSize(11_352);
        assertThat(sum(orders, "quantity", 1997)).isEqualTo(sum("inventory_fact_1997.json", "units_ordered"));
        assertThat(sum(orders, "deliveredQuantity", 1998)).isEqualTo(sum("inventory_fact_1998.json", "units_shipped"));
        assertThat(orders)
                .allMatch(o -> o.out(RelationType.FOR).size() == 1
                        && o.in(RelationType.ORDERED).size() == 1
                        && o.source(Attributes.DUE_DATE).evidence().origin() == Origin.DEFAULT);
    }

    @Test
    void salesByMonth_addUpToTheYear() throws IOException {
        assertThat(year("PRI-unit-sales")).isEqualTo(sum("agg_c_10_sales_fact_1997.json", "unit_sales"), within(1e-6));
        assertThat(year("PRI-unit-sales")).isEqualTo(266_773);
        assertThat(year("PRI-store-sales")).isEqualTo(565_238.13, within(0.005));
    }

    private static double year(String series) {
        var points = snapshot.node(series)
                .findSeries(Attributes.POINTS)
                .orElseThrow()
                .points();
        assertThat(points).hasSize(12);
        return points.values().stream().mapToDouble(v -> v).sum();
    }

    private static double sum(List<Node> orders, String attribute, int year) {
        return orders.stream()
                .filter(o -> o.findDate(Attributes.ORDER_DATE)
                                .orElse(LocalDate.EPOCH)
                                .getYear()
                        == year)
                .mapToDouble(o -> o.number(Attributes.named(attribute)))
                .sum();
    }

    private static double sum(String file, String field) throws IOException {
        return Pattern.compile("\"%s\"\\s*:\\s*([0-9.]+)".formatted(field))
                .matcher(Files.readString(folder.resolve(file)))
                .results()
                .map(MatchResult::group)
                .mapToDouble(match -> Double.parseDouble(match.substring(match.indexOf(':') + 1)))
                .sum();
    }

    private static int lines(String file) throws IOException {
        return (int) Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .count();
    }
}
