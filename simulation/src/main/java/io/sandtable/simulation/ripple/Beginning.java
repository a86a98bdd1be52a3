package io.sandtable.simulation.ripple;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.rules.Condition;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import java.util.List;
import java.util.stream.Stream;

/** The things that confirmed conditions are about: where a ripple begins. */
public record Beginning(List<Node> things) {
    public Beginning {
        things = List.copyOf(things);
    }

    /** Those of all conditions, each once; none where they name nothing. */
    public static Beginning of(BusinessSnapshot snapshot, List<ConfirmedCondition> conditions) {
        return new Beginning(conditions.stream()
                .flatMap(confirmed -> named(snapshot, confirmed.condition()))
                .distinct()
                .toList());
    }

    /** 「佛山协力的铝板」 is about the sheet, and about none of the supplier's other goods. */
    private static Stream<Node> named(BusinessSnapshot snapshot, Condition condition) {
        List<Node> nodes = entities(condition).stream()
                .flatMap(id -> snapshot.findNode(id).stream())
                .toList();
        boolean goods = nodes.stream().anyMatch(Beginning::isGoods);
        return nodes.stream().filter(node -> !goods || node.type() != NodeType.SUPPLIER);
    }

    private static boolean isGoods(Node node) {
        return node.type() == NodeType.MATERIAL || node.type() == NodeType.FAMILY;
    }

    private static List<String> entities(Condition condition) {
        return switch (condition) {
            case Condition.DemandChange c -> c.entities();
            case Condition.CapacityReservation c -> c.resources();
            case Condition.CapacityChange c -> c.resources();
            case Condition.PriceChange c -> c.entities();
            case Condition.LeadTimeChange c -> c.entities();
            case Condition.SupplierShutdown c -> c.suppliers();
            case Condition.ResourceDowntime c -> c.resources();
            case Condition.BudgetCap c -> c.entities();
            case Condition.MarginFloor c -> c.entities();
            case Condition.ServiceLevel c -> c.entities();
            case Condition.EmissionCap c -> c.entities();
            case Condition.EnergyCap c -> c.entities();
            case Condition.SourcingBan c -> c.entities();
            case Condition.SourcingAllowOnly c -> c.entities();
            case Condition.ConfidentialProcess c -> c.processes();
            case Condition.MustDeliver c -> c.entities();
            case Condition.OvertimeLimit c -> c.resources();
            case Condition.ShiftBan c -> c.resources();
            case Condition.WorkingCalendar c -> c.sites();
            case Condition.PurchaseShare c -> c.entities();
            case Condition.PriceTolerance c -> c.entities();
            case Condition.MarginTarget c -> c.entities();
            case Condition.SafetyStock c -> c.entities();
            case Condition.StockLimit c -> c.entities();
            case Condition.ShelfLife c -> c.entities();
            case Condition.MinOrderQty c -> c.entities();
            case Condition.Policy c -> c.entities();
            case Condition.Substitution c -> List.of(c.replaced(), c.by());
            case Condition.Conditional c -> entities(c.then());
            case Condition.Compound c ->
                c.parts().stream().flatMap(part -> entities(part).stream()).toList();
            case Condition.CashFloor _, Condition.Objective _, Condition.Query _ -> List.of();
        };
    }
}
