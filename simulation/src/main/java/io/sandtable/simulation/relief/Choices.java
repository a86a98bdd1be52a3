package io.sandtable.simulation.relief;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reliefs that somebody decides: a rule lifted, a machine bought, other orders let wait, another promise. */
final class Choices {
    private static final int MOST_ORDERS = 8;

    private final PlanningProblem problem;
    private final Plan plan;

    Choices(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** The must-rule of that id does not hold. */
    Optional<Loosening> lifted(int demand, String rule) {
        return problem.rules().stream()
                .filter(PlannedRule::must)
                .filter(r -> r.id().equals(rule) && !plan.liftedRules().contains(rule))
                .findFirst()
                .map(r -> new Loosening(
                        1,
                        one -> new Relief(Kind.RULE_LIFTED, rule, "", one, 0, problem.horizonMinutes()),
                        one -> new Edit(problem, plan).lifting(rule).placing(List.of(demand))));
    }

    /** Another machine or tool like that one is bought, where the data has one for sale. */
    Optional<Loosening> bought(int demand, String equipment) {
        return problem.investments().stream()
                .filter(i -> !plan.investments().contains(i.index()) && like(i).equals(equipment))
                .findFirst()
                .map(i -> new Loosening(
                        1,
                        one -> new Relief(
                                Kind.ANOTHER_BOUGHT,
                                equipment,
                                i.supplier(),
                                one,
                                i.leadTimeMinutes(),
                                problem.horizonMinutes()),
                        one -> new Edit(problem, plan).buying(i.index()).placing(List.of(demand))));
    }

    private String like(Investment i) {
        return i.tool() >= 0
                ? problem.tools().get(i.tool()).id()
                : problem.machines().get(i.machine()).id();
    }

    /** It is placed before those in its way, who are placed again after it: the one due last gives way first. */
    Optional<Loosening> first(int demand, Set<String> behind) {
        List<Demand> others = problem.demands().stream()
                .filter(d -> d.index() != demand && behind.contains(d.number()))
                .sorted(Comparator.comparingInt(Demand::due).reversed().thenComparingInt(Demand::index))
                .limit(MOST_ORDERS)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String order = problem.demands().get(demand).number();
        return Optional.of(new Loosening(
                others.size(),
                n -> new Relief(
                        Kind.GOES_FIRST,
                        order,
                        "",
                        n,
                        0,
                        problem.horizonMinutes(),
                        others.subList(0, n).stream()
                                .map(Demand::number)
                                .sorted()
                                .toList()),
                n -> {
                    var anew = new ArrayList<>(List.of(demand));
                    others.subList(0, n).stream()
                            .sorted(Comparator.comparingInt(Demand::due).thenComparingInt(Demand::index))
                            .map(Demand::index)
                            .forEach(anew::add);
                    return new Edit(problem, plan).placing(anew);
                }));
    }

    /** It is promised so many days later; it stays as it is planned. */
    Loosening promised(int demand, int days) {
        Demand order = problem.demands().get(demand);
        return new Loosening(
                1,
                one -> new Relief(Kind.LATER_PROMISE, order.number(), "", days, 0, order.due() + days * DAY),
                one -> new Edit(problem, plan)
                        .demand(demand, d -> due(d, d.due() + days * DAY))
                        .placing(List.of(demand)));
    }

    private static Demand due(Demand d, int minute) {
        return new Demand(
                d.index(),
                d.id(),
                d.number(),
                d.customer(),
                d.customerName(),
                d.item(),
                d.quantity(),
                minute,
                d.price(),
                d.priority(),
                d.whole(),
                d.minimumShipment(),
                d.penaltyPercentPerDay(),
                d.paymentTermDays());
    }
}
