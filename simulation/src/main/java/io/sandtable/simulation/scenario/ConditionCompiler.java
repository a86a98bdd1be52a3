package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.ROLE;
import static io.sandtable.model.Attributes.STATUS;
import static io.sandtable.model.Attributes.UNIT;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What-ifs among the confirmed conditions become {@link Change}s; the rest stay rules for {@link RuleCompiler}. */
final class ConditionCompiler {

    private final BusinessSnapshot snapshot;

    ConditionCompiler(BusinessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The change that a condition makes, or empty where it is a rule. */
    Optional<Change> change(ConfirmedCondition confirmed) {
        return confirmed.condition() instanceof Condition.Supposition supposed
                ? Optional.of(change(confirmed, supposed))
                : Optional.empty();
    }

    private Change change(ConfirmedCondition confirmed, Condition.Supposition supposed) {
        return switch (supposed) {
            case Condition.DemandChange c -> demand(confirmed, c);
            case Condition.PriceChange c -> price(confirmed, c);
            case Condition.LeadTimeChange c ->
                change(confirmed, Dimension.SUPPLY_LEAD_TIME, c.entities(), c.change(), c.window());
        };
    }

    private Change demand(ConfirmedCondition confirmed, Condition.DemandChange c) {
        Quantity quantity = c.change();
        if (quantity.form() != Quantity.Form.DELTA && quantity.form() != Quantity.Form.SET) {
            return change(confirmed, Dimension.DEMAND_VOLUME, c.entities(), quantity, c.window());
        }
        // so many pieces more, or so many in all, are spread over the orders in proportion
        double open = openQuantity(c.entities(), c.window());
        if (open <= 0) {
            throw new ConditionRefused(ConditionRefused.Code.NOTHING_TO_CHANGE, confirmed.text());
        }
        double factor = quantity.applyTo(open) / open;
        return new Change(
                Dimension.DEMAND_VOLUME,
                new HashSet<>(c.entities()),
                Change.Form.FACTOR,
                Math.max(0, factor),
                c.window().from(),
                c.window().to());
    }

    private double openQuantity(List<String> scope, Window window) {
        double open = 0;
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            if (order.text(STATUS).equals("open")
                    && window.contains(order.date(io.sandtable.model.Attributes.DUE_DATE))
                    && meets(order, scope)) {
                open += order.number(QUANTITY);
            }
        }
        return open;
    }

    private static boolean meets(Node order, List<String> scope) {
        Set<String> names = new HashSet<>(Adjustments.namesOf(order));
        order.out(RelationType.FOR).forEach(r -> names.addAll(Adjustments.namesOf(r.to())));
        order.in(RelationType.ORDERED).forEach(r -> names.addAll(Adjustments.namesOf(r.from())));
        return scope.isEmpty() || names.containsAll(scope);
    }

    private Change price(ConfirmedCondition confirmed, Condition.PriceChange c) {
        List<Node> things = c.entities().stream().map(snapshot::node).toList();
        boolean energy = things.stream().anyMatch(t -> t.type() == NodeType.ENERGY);
        boolean bought = things.stream().anyMatch(t -> t.type() == NodeType.SUPPLIER)
                || things.stream().flatMap(ConditionCompiler::members).anyMatch(ConditionCompiler::isBought);
        Dimension dimension =
                energy ? Dimension.ENERGY_PRICE : bought ? Dimension.PURCHASE_PRICE : Dimension.SALES_PRICE;
        return change(confirmed, dimension, c.entities(), perUnit(confirmed, c.change(), things), c.window());
    }

    /** A material itself, those of a family. */
    private static Stream<Node> members(Node thing) {
        return switch (thing.type()) {
            case MATERIAL -> Stream.of(thing);
            case FAMILY ->
                thing.in(RelationType.MEMBER_OF).stream().map(Relation::from).flatMap(ConditionCompiler::members);
            default -> Stream.empty();
        };
    }

    private static boolean isBought(Node material) {
        return !material.text(ROLE).equals("product")
                && !material.in(RelationType.SUPPLIES).isEmpty();
    }

    /** 「每吨 5200」 said of a material that is counted in kilograms. */
    private static Quantity perUnit(ConfirmedCondition confirmed, Quantity said, List<Node> things) {
        if (RuleScope.isForeign(said)) {
            throw new ConditionRefused(ConditionRefused.Code.WRONG_UNIT, confirmed.text(), said.unit(), "CNY");
        }
        int slash = said.unit().indexOf('/');
        if (slash < 0) {
            return said;
        }
        String per = said.unit().substring(slash + 1);
        for (Node thing : things) {
            String unit = thing.findText(UNIT).orElse(per);
            if (unit.equals(per)) {
                continue;
            }
            if (per.equals("t") && unit.equals("kg")) {
                return new Quantity(said.value() / RuleScope.KILOGRAMS_PER_TONNE, "CNY/kg", said.form());
            }
            throw new ConditionRefused(ConditionRefused.Code.WRONG_UNIT, confirmed.text(), per, unit);
        }
        return said;
    }

    private static Change change(
            ConfirmedCondition confirmed, Dimension dimension, List<String> scope, Quantity quantity, Window window) {
        Change.Form form = switch (quantity.form()) {
            case SET -> Change.Form.SET;
            case RELATIVE -> Change.Form.RELATIVE;
            case DELTA, PCT_POINTS -> Change.Form.DELTA;
            case FACTOR -> Change.Form.FACTOR;
        };
        if (form == Change.Form.DELTA && quantity.unit().equals("%") && dimension.isRelative()) {
            throw new ConditionRefused(
                    ConditionRefused.Code.WRONG_UNIT, confirmed.text(), quantity.unit(), dimension.unit());
        }
        return new Change(dimension, new HashSet<>(scope), form, quantity.value(), window.from(), window.to());
    }

    /** The changes among them, in their order. */
    List<Change> changes(List<ConfirmedCondition> confirmed) {
        var changes = new ArrayList<Change>();
        confirmed.forEach(c -> change(c).ifPresent(changes::add));
        return changes;
    }
}
