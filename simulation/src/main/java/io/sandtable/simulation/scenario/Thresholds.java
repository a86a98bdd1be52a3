package io.sandtable.simulation.scenario;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules that hold once a figure passes a value. A price is an input: whether it has passed is decided here. What comes out of a plan is
 * decided by each plan for itself.
 */
final class Thresholds {
    private final RuleScope scope;
    private final PlanningProblem problem;

    Thresholds(RuleScope scope) {
        this.scope = scope;
        this.problem = scope.problem();
    }

    List<Restriction> restrictions(Condition.Conditional c, Function<Condition, List<Restriction>> compile) {
        List<Restriction> then = compile.apply(c.then());
        if (then.isEmpty() || then.stream().anyMatch(Restriction.Favour.class::isInstance)) {
            // a change of the inputs, or an objective, would have to hold from the beginning
            throw scope.refused(ConditionRefused.Code.THEN_NOT_A_RULE);
        }
        if (RuleScope.isForeign(c.value())) {
            throw scope.wrongUnit(c.value(), "CNY");
        }
        if (c.metric().equals("price")) {
            return price(c, then);
        }
        Set<Integer> subjects = c.entities().isEmpty()
                ? Set.of()
                : c.metric().equals("stock") ? stocked(c.entities()) : scope.demands(c.entities(), Window.ALWAYS);
        return List.of(new Restriction.When(figure(c), subjects, c.side(), value(c, subjects), then));
    }

    /** One item, whose unit and use the value is said in. */
    private Set<Integer> stocked(List<String> entities) {
        scope.require(ConditionRefused.Code.STOCK_AT_SITE, entities, "MAT-", "FAM-");
        Set<Integer> items = scope.items(entities);
        if (items.size() > 1) {
            throw scope.refused(ConditionRefused.Code.FIGURE_NOT_PLANNED);
        }
        return items;
    }

    private Figure figure(Condition.Conditional c) {
        return switch (c.metric()) {
            case "cash" -> Figure.CASH;
            case "margin" -> Figure.MARGIN;
            case "OTD" -> Figure.ON_TIME;
            case "FILL_RATE" -> Figure.FILL_RATE;
            case "stock" -> {
                if (c.entities().isEmpty()) {
                    throw scope.refused(ConditionRefused.Code.FIGURE_NOT_PLANNED);
                }
                yield Figure.STOCK;
            }
            default -> throw scope.refused(ConditionRefused.Code.FIGURE_NOT_PLANNED);
        };
    }

    private double value(Condition.Conditional c, Set<Integer> subjects) {
        boolean days = c.value().unit().equals("days") || c.value().unit().equals("d");
        if (!c.metric().equals("stock")) {
            return c.value().value();
        }
        int item = subjects.iterator().next();
        return days
                ? c.value().value() * SafetyStocks.dailyUse(problem)[item]
                : scope.units(c.value(), problem.items().get(item));
    }

    /** The usual supplier's price under the question, against the value or against today's: what it brings, and what it was held against. */
    private List<Restriction> price(Condition.Conditional c, List<Restriction> then) {
        List<Offer> today = new PurchaseRules(scope).pricesToday();
        boolean relative = c.value().unit().equals("%");
        var compared = new ArrayList<Restriction>();
        boolean passed = false;
        for (int index : scope.items(c.entities()).stream().sorted().toList()) {
            Item item = problem.items().get(index);
            if (item.offers().isEmpty()) {
                continue;
            }
            int usual = item.offers().getFirst();
            double before = today.get(usual).price();
            if (relative && before <= 0) {
                continue;
            }
            double value = relative ? before * (1 + c.value().value() / 100) : perUnit(c.value(), item);
            passed |= c.side().holds(problem.offers().get(usual).price(), value);
            compared.add(new Restriction.When(Figure.PRICE, Set.of(index), c.side(), value, List.of()));
        }
        return passed ? Stream.concat(then.stream(), compared.stream()).toList() : compared;
    }

    private double perUnit(Quantity value, Item item) {
        int slash = value.unit().indexOf('/');
        return slash < 0
                ? value.value()
                : value.value()
                        / scope.units(new Quantity(1, value.unit().substring(slash + 1), Quantity.Form.SET), item);
    }
}
