package io.sandtable.datasets.frepple;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML models of a third party: one of a size that takes planning, and those that frePPLe tests itself with. */
class FreppleModelsTest {
    @Test
    void largeModel_isImportableAndWhole() throws IOException {
        Dataset dataset =
                Datasets.read(SharedData.folder("planning/scale").resolve("synthetic_A.xml.gz"), ReadOptions.none());
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.problems(Severity.WARNING)).isEmpty();
        assertThat(dataset.problems()).extracting(Problem::code).doesNotContain(ProblemCode.NOT_USED);
        assertThat(dataset.controlTotals()).allMatch(t -> t.agrees());
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(snapshot.nodes(NodeType.ORDER))
                .hasSize(500)
                .allMatch(o -> o.text(Attributes.STATUS).equals("open"))
                .allMatch(o -> o.text(Attributes.DELIVERY_MODE).equals("whole"));
        assertThat(snapshot.node("ORD-d489").date(Attributes.DUE_DATE)).isEqualTo(LocalDate.of(2026, 3, 28));
        assertThat(snapshot.node("ORD-d489").number(Attributes.DUE_MINUTE)).isEqualTo(23 * 60 + 11);
        assertThat(snapshot.nodes(NodeType.ROUTING)).hasSize(200);
        assertThat(snapshot.nodes(NodeType.CUSTOMER)).hasSize(1);
        assertThat(snapshot.relations(RelationType.SUPPLIES)).hasSize(200);
        // 950 flows, of which 200 come out and 4 pairs take the same
        assertThat(snapshot.relations(RelationType.CONSUMES)).hasSize(746);
        assertThat(snapshot.node("MAT-raw0").in(RelationType.SUPPLIES).stream()
                        .map(FreppleModelsTest::offer)
                        .toList())
                .containsExactlyInAnyOrder("s3 26 10", "s0 10 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constraints_combined_1",
                "constraints_leadtime_3",
                "constraints_resource_4",
                "demand_policy",
                "flow_alternate_1",
                "load_alternate",
                "operation_alternate",
                "operation_available",
                "operation_routing",
                "pegging_1",
                "resource_tool",
                "safety_stock",
                "setup_1",
                "supplier"
            })
    void modelOfFrepplesOwnTests_isImportable(String name) throws IOException {
        Dataset dataset = model(name);

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.importable()).isTrue();
    }

    private static Dataset model(String name) throws IOException {
        return Datasets.read(
                SharedData.folder("planning/frepple-tests/" + name).resolve(name + ".xml"), ReadOptions.none());
    }

    private static String offer(Relation r) {
        return "%s %.0f %.0f"
                .formatted(r.from().name(), r.number(Attributes.LEAD_TIME_DAYS), r.number(Attributes.MINIMUM_QUANTITY));
    }
}
