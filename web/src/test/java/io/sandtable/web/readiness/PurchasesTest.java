package io.sandtable.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheet is bought from A under a contract, from B without one; a lot of it lies where no transfer leads away. */
class PurchasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence FILE = new Evidence("EVI-1", Origin.REAL, "po.csv", null, DAY, null, null);

    private final List<Fact> facts = new ArrayList<>();

    private void contract(Map<String, Object> values) {
        var all = new TreeMap<String, Object>(Map.of("price", 100.0, "leadTimeDays", 7.0, "contract", "K-1"));
        all.putAll(values);
        relation("SUP-A", RelationType.SUPPLIES, "MAT-sheet", all);
        relation("SUP-B", RelationType.SUPPLIES, "MAT-sheet", Map.of("price", 90.0, "leadTimeDays", 7.0));
    }

    private void purchase(String supplier, String status, Map<String, Object> values) {
        var all = new TreeMap<String, Object>(Map.of("status", status, "quantity", 10.0, "dueDate", DAY.plusDays(9)));
        all.putAll(values);
        node("PUR-1", all);
        relation("PUR-1", RelationType.FOR, "MAT-sheet", Map.of());
        relation("PUR-1", RelationType.PLACED_WITH, supplier, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, CNY, false", // as agreed
        "100.4, 10, CNY, false", // rounded
        "101, 10, CNY, true",
        "98, 10, CNY, true", // also what is cheaper: the contract is out of date
        "100, 50, CNY, true", // the tier was missed
        "90, 50, CNY, false",
        "100, 10, EUR, true"
    })
    void price_isHeldAgainstTheTierOfTheContract(double price, double quantity, String currency, boolean off) {
        contract(Map.of("priceTiers", "0=100;50=90"));
        purchase("SUP-A", "open", Map.of("price", price, "quantity", quantity, "currency", currency));

        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).hasSize(off ? 1 : 0);
    }

    @Test
    void contractWithTax_agreesWithAnOrderWithout() {
        contract(Map.of("price", 113.0, "priceIncludesVat", true));
        purchase("SUP-A", "open", Map.of("price", 100.0));

        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).isEmpty();
    }

    @Test
    void contractThatWasNotInForceWhenItWasOrdered_closedOrders_andOthersSuppliers_areNotHeldAgainstIt() {
        contract(Map.of("validFrom", DAY.minusDays(5)));
        purchase("SUP-A", "open", Map.of("price", 150.0, "orderDate", DAY.minusDays(6)));
        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).isEmpty();

        node("PUR-1", Map.of("orderDate", DAY.minusDays(5)));
        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).containsExactly("PUR-1");

        node("PUR-1", Map.of("status", "closed"));
        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).isEmpty();

        facts.clear();
        contract(Map.of());
        purchase("SUP-B", "open", Map.of("price", 150.0));
        assertThat(doubtful(Check.PRICE_OFF_CONTRACT)).isEmpty();
    }

    @Test
    void purchaseOutsideACatalogue_isNamed_withinItIsNot() {
        contract(Map.of());
        purchase("SUP-B", "open", Map.of("price", 90.0));
        assertThat(doubtful(Check.OUTSIDE_CATALOGUE)).isEmpty();

        node("POL-list", Map.of("kind", "catalogue", "validTo", DAY));
        relation("POL-list", RelationType.APPLIES_TO, "SUP-A", Map.of());
        assertThat(doubtful(Check.OUTSIDE_CATALOGUE)).containsExactly("PUR-1");

        relation("POL-list", RelationType.APPLIES_TO, "SUP-B", Map.of());
        assertThat(doubtful(Check.OUTSIDE_CATALOGUE)).isEmpty();
    }

    @Test
    void stockWhereNoTransferLeadsAway_isStranded_whereOneDoesOrWhereItIsUsedIsNot() {
        for (String lot : List.of("LOT-1", "LOT-2", "LOT-home", "LOT-there", "LOT-stuck", "LOT-gone")) {
            node(lot, Map.of("quantity", lot.equals("LOT-gone") ? 0.0 : 5.0));
            relation(lot, RelationType.FOR, "MAT-sheet", Map.of());
        }
        List.of("LOT-1", "LOT-2", "LOT-home").forEach(l -> relation(l, RelationType.STORED_IN, "SIT-home", Map.of()));
        relation("LOT-there", RelationType.STORED_IN, "SIT-there", Map.of());
        relation("LOT-stuck", RelationType.STORED_IN, "SIT-stuck", Map.of());
        relation("LOT-gone", RelationType.STORED_IN, "SIT-stuck", Map.of());
        assertThat(doubtful(Check.STRANDED_STOCK)).as("nobody says anything").isEmpty();

        relation("SIT-there", RelationType.TRANSFERS_TO, "SIT-home", Map.of("leadTimeDays", 1.0));

        assertThat(doubtful(Check.STRANDED_STOCK)).containsExactly("LOT-stuck");
    }

    private List<String> doubtful(Check check) {
        BusinessSnapshot snapshot = BusinessSnapshot.of(facts);
        return snapshot.nodes(check.about()).stream()
                .filter(check.doubts(snapshot, DAY))
                .map(Node::id)
                .toList();
    }

    private void node(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
    }

    private void relation(String from, RelationType type, String to, Map<String, Object> values) {
        node(from, Map.of());
        node(to, Map.of());
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, ""));
    }
}
