package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.alignment.Aligned;
import org.junit.jupiter.api.Test;

/** A company whose warehouse weighs the aluminium by the tonne, under its own code. */
class AlignedScenarioTest {
    @Test
    void companyThatListsAMaterialTwice_isPlannedLikeTheOneThatListsItOnce() {
        SmallCompany once = SmallCompany.complete()
                .node(NodeType.STOCK_LOT, "LOT-2", "quantity", 500.0, "unitCost", 18.0)
                .relation(RelationType.FOR, "LOT-2", "MAT-alu")
                .node(NodeType.PURCHASE_ORDER, "PUR-1", purchase(2000, 20))
                .relation(RelationType.FOR, "PUR-1", "MAT-alu");
        SmallCompany twice = SmallCompany.complete()
                .node(NodeType.MATERIAL, "MAT-w", "name", "铝", "role", "raw", "unit", "吨")
                .node(NodeType.STOCK_LOT, "LOT-2", "quantity", 0.5, "unitCost", 18_000.0)
                .relation(RelationType.FOR, "LOT-2", "MAT-w")
                .node(NodeType.PURCHASE_ORDER, "PUR-1", purchase(2, 20_000))
                .relation(RelationType.FOR, "PUR-1", "MAT-w")
                .relation(RelationType.SAME_AS, "MAT-w", "MAT-alu", "score", 1.0);

        PlanningProblem problem = scenario(twice).compile();

        assertThat(problem).isEqualTo(once.scenario().compile());
        assertThat(problem.stocks()).hasSize(2);
    }

    private static Object[] purchase(double quantity, double price) {
        return new Object[] {
            "status", "open", "quantity", quantity, "dueDate", SmallCompany.AS_OF.plusDays(20), "price", price
        };
    }

    private static Scenario scenario(SmallCompany company) {
        return Scenario.of(Aligned.of(company.snapshot()).snapshot(), SmallCompany.AS_OF, 1);
    }
}
