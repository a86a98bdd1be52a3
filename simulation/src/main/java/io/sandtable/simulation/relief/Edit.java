package io.sandtable.simulation.relief;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The problem and the plan with something changed in them; the originals stay. */
final class Edit {
    private final PlanningProblem problem;
    private final Plan plan;
    private List<Routing> routings;
    private final List<Machine> machines;
    private final List<Crew> crews;
    private final List<Offer> offers;
    private final List<Demand> demands;
    private final List<Stock> stocks;
    private final List<Receipt> receipts;
    private final List<PlannedRule> rules;
    private List<Integer> overtimeMachines;
    private boolean overtime;
    private final List<Integer> investments;
    private final List<String> liftedRules;

    Edit(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        routings = problem.routings();
        machines = new ArrayList<>(problem.machines());
        crews = new ArrayList<>(problem.crews());
        offers = new ArrayList<>(problem.offers());
        demands = new ArrayList<>(problem.demands());
        stocks = new ArrayList<>(problem.stocks());
        receipts = new ArrayList<>(problem.receipts());
        rules = problem.rules();
        overtimeMachines = plan.mode().overtimeMachines();
        overtime = plan.overtime();
        investments = new ArrayList<>(plan.investments());
        liftedRules = new ArrayList<>(plan.liftedRules());
    }

    Edit crew(int index, UnaryOperator<Crew> change) {
        crews.set(index, change.apply(crews.get(index)));
        return this;
    }

    Edit offer(int index, UnaryOperator<Offer> change) {
        offers.set(index, change.apply(offers.get(index)));
        return this;
    }

    Edit demand(int index, UnaryOperator<Demand> change) {
        demands.set(index, change.apply(demands.get(index)));
        return this;
    }

    Edit stock(int index, UnaryOperator<Stock> change) {
        stocks.set(index, change.apply(stocks.get(index)));
        return this;
    }

    Edit receipt(int index, UnaryOperator<Receipt> change) {
        receipts.set(index, change.apply(receipts.get(index)));
        return this;
    }

    Edit receipt(Receipt more) {
        receipts.add(more);
        return this;
    }

    /** Each routing by what the function makes of its steps. */
    Edit steps(UnaryOperator<PlanningProblem.Step> change) {
        routings = routings.stream()
                .map(r -> new Routing(
                        r.index(),
                        r.id(),
                        r.item(),
                        r.steps().stream().map(change).toList(),
                        r.substitution()))
                .toList();
        return this;
    }

    /** The machine and the crews work in those hours too, as overtime so that they are paid; nobody else works any longer than before. */
    Edit overtime(int machine, Set<Integer> people, WorkingTime extra) {
        if (!overtime) {
            crews.replaceAll(c -> overtime(c, c.time()));
        }
        boolean onAll = overtime && overtimeMachines.isEmpty();
        boolean already = onAll || overtimeMachines.contains(machine);
        if (!already) {
            var more = new ArrayList<>(overtimeMachines);
            more.add(machine);
            overtimeMachines = more.stream().sorted().toList();
        }
        overtime = true;
        people.forEach(
                p -> crews.set(p, overtime(crews.get(p), crews.get(p).overtime().or(extra))));
        Machine m = machines.get(machine);
        machines.set(machine, overtime(m, (already ? m.overtime() : m.time()).or(extra)));
        return this;
    }

    private static Machine overtime(Machine m, WorkingTime overtime) {
        return new Machine(
                m.index(),
                m.id(),
                m.name(),
                m.time(),
                overtime,
                m.operatorRate(),
                m.overtimePremiumPercent(),
                m.kilowatts(),
                m.energy(),
                m.unlimited(),
                m.setups());
    }

    private static Crew overtime(Crew c, WorkingTime overtime) {
        return new Crew(c.index(), c.id(), c.name(), c.people(), c.time(), overtime, c.rate());
    }

    Edit buying(int investment) {
        investments.add(investment);
        return this;
    }

    Edit lifting(String rule) {
        liftedRules.add(rule);
        return this;
    }

    /** @param anew orders that are placed anew, the relieved one first */
    Given placing(List<Integer> anew) {
        var changed = new PlanningProblem(
                problem.asOf(),
                problem.horizonDays(),
                problem.items(),
                routings,
                machines,
                crews,
                problem.tools(),
                offers,
                demands,
                stocks,
                receipts,
                problem.investments(),
                problem.energies(),
                problem.finance(),
                rules);
        var mode = new Plan.Mode(
                overtimeMachines, plan.mode().bufferDays(), plan.mode().safetyStockUsed());
        var changedPlan = new Plan(
                investments.stream().sorted().distinct().toList(),
                overtime,
                liftedRules,
                plan.lots(),
                plan.purchases(),
                plan.deliveries(),
                plan.search(),
                plan.takes(),
                mode);
        return new Given(changed, changedPlan, anew);
    }
}
