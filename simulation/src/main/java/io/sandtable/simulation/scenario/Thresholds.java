package io.sandtable.simulation.scenario;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction.Figure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
            return pricePasses(c) ? then : List.of();
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

    /** The usual supplier's price under the question, against the value or against today's. */
    private boolean pricePasses(Condition.Conditional c) {
        List<Offer> today = new PurchaseRules(scope).pricesToday();
        Set<Integer> items = scope.items(c.entities());
        return items.stream()
                .flatMap(i -> Optional.of(problem.items().get(i)).stream())
                .filter(item -> !item.offers().isEmpty())
                .anyMatch(item -> {
                    int usual = item.offers().getFirst();
                    double price = problem.offers().get(usual).price();
                    double before = today.get(usual).price();
                    return c.value().unit().equals("%")
                            ? before > 0
                                    && c.side()
                                            .holds(
                                                    100 * (price / before - 1),
                                                    c.value().value())
                            : c.side().holds(price, perUnit(c.value(), item));
                });
    }

    private double perUnit(Quantity value, Item item) {
        int slash = value.unit().indexOf('/');
        return slash < 0
                ? value.value()
                : value.value()
                        / scope.units(new Quantity(1, value.unit().substring(slash + 1), Quantity.Form.SET), item);
    }
}
