package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.store.AsOf;
import io.sandtable.store.GraphHistory.RelationId;
import io.sandtable.store.GraphHistory.Replaced;
import io.sandtable.store.Revision;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.graph.GraphState;
import io.sandtable.web.graph.ThingState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GraphPrinterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence ERP = new Evidence("EVI-1", Origin.REAL, "Material.csv", null, DAY, null, null);
    private static final Revision BEGIN = new Revision(0, Instant.parse("2026-11-01T00:00:00Z"), 0, 0, 0, true);
    private static final Revision FIRST = new Revision(1, Instant.parse("2026-11-21T01:30:00Z"), 3, 0, 0, false);
    private static final Revision SECOND = new Revision(2, Instant.parse("2026-11-22T01:30:00Z"), 0, 1, 0, false);
    private static final Fact BOUGHT = supplies(20.5, "12");
    private static final BusinessSnapshot SNAPSHOT = BusinessSnapshot.of(List.of(
            new Fact.NodeFact(NodeType.SUPPLIER, "SUP-1", Map.of("name", "佛山协力"), ERP, "2"),
            new Fact.NodeFact(
                    NodeType.MATERIAL, "MAT-1", Map.of("name", "铝板", "unit", "kg", "standardCost", 20.0), ERP, "3"),
            supplies(21.0, "14")));
    private static final GraphState STATE =
            new GraphState("demo", AsOf.now().validOn(DAY), 2, SNAPSHOT, List.of(SECOND, FIRST, BEGIN));

    @Test
    void thing_isSaidWithUnitSourceRelationsAndWhatWasBefore() {
        var supplied = Optional.of(new RelationId(RelationType.SUPPLIES, "SUP-1", "MAT-1", ""));
        var thing = new ThingState(
                STATE,
                SNAPSHOT.node("MAT-1"),
                List.of(new Replaced(SECOND, supplied, List.of(BOUGHT)), new Replaced(FIRST, supplied, List.of())));

        assertThat(printed(Language.ZH, printer -> printer.print(thing)))
                .contains("MAT-1  铝板  物料", "标准成本 20", "Material.csv", "SUP-1 —供应→ MAT-1", "单价 21")
                .contains("第 2 次修订为止", "单价 20.5 currency/unit", "第 1 次修订", "新出现");
        assertThat(printed(Language.EN, printer -> printer.print(thing)))
                .contains("standard cost 20", "supplies", "Until 22 Nov 2026", "price 20.5", "first appears")
                .doesNotContain("单价");
    }

    @Test
    void graph_isCountedAndItsRevisionsListed() {
        assertThat(printed(Language.EN, printer -> printer.print(STATE)))
                .contains("Company demo, revision 2", "Only what holds on 21 Nov 2026", "history begins here")
                .containsPattern("material +1")
                .containsPattern("2 +22 Nov 2026, 09:30 +0 +1 +0");
    }

    private static String printed(Language language, Consumer<GraphPrinter> print) {
        var text = new StringWriter();
        print.accept(new GraphPrinter(Words.in(language), new PrintWriter(text)));
        return text.toString();
    }

    private static Fact supplies(double price, String row) {
        return new Fact.RelationFact(
                RelationType.SUPPLIES, "SUP-1", "MAT-1", "", Map.of("price", price, "leadTimeDays", 7.0), ERP, row);
    }
}
