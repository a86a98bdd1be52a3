package io.sandtable.simulation.optimality;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.optimality.ExactModel.Optimum;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.Strategies;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Small companies that can give work away at a price: what the plans shown side by side cover of what the exact Pareto front of late
 * orders and cost covers.
 */
@Tag("trial")
class StrategyFrontTest {
    private static final int COMPANIES = 60;
    private static final int LEAST_FRONTS = 30;
    private static final double GOAL = 0.90;
    private static final PlannerSettings SETTINGS = new PlannerSettings(1, 2_000, 2_000, 2, Duration.ofMinutes(5));

    private static final double BEYOND = 0.1;

    /** Parts and products on three machines, five to eight orders in four days; products may be made elsewhere, dearer. */
    private static PlanningProblem company(long seed) {
        var random = new SplittableRandom(seed);
        ProblemBuilder problem = ProblemBuilder.aProblem().horizonDays(30);
        for (String machine : List.of("甲", "乙", "丙")) {
            problem.machine(machine, m -> m.roundTheClock().rate(30 + random.nextInt(60)));
        }
        for (int p = 0; p < 3; p++) {
            String part = "件" + p;
            int first = random.nextInt(3);
            int second = random.nextInt(3);
            double partMinutes = 4 + random.nextInt(16);
            double productMinutes = 4 + random.nextInt(16);
            double price = productMinutes * (1.2 + random.nextDouble() * 2);
            problem.make(
                    part,
                    step -> step.on(machine(first), partMinutes, random.nextInt(40), 100)
                            .on(machine(first + 1), partMinutes * 1.5, random.nextInt(40), 100)
                            .outsourcedTo("外协" + random.nextInt(2), partMinutes * (1.2 + random.nextDouble() * 2), 1));
            problem.make(
                    "品" + p,
                    step -> step.takes(part, 1)
                            .on(machine(second), productMinutes, random.nextInt(40), 100)
                            .outsourcedTo("外协" + random.nextInt(2), price, 1 + random.nextInt(2)));
        }
        int orders = 5 + random.nextInt(4);
        for (int d = 0; d < orders; d++) {
            problem.demand("单" + d, "品" + random.nextInt(3), 30 + random.nextInt(90), 1 + random.nextInt(4));
        }
        return problem.build();
    }

    private static String machine(int index) {
        return List.of("甲", "乙", "丙").get(index % 3);
    }

    private static Optimum point(PlanningProblem problem, Plan plan) {
        var deliveries = new Deliveries(problem, plan);
        long late =
                problem.demands().stream().filter(d -> !deliveries.isOnTime(d)).count();
        double fen = 0;
        for (Plan.Lot lot : plan.lots()) {
            for (Plan.Operation operation : lot.operations()) {
                Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
                fen += 100
                        * (operation.subcontract() >= 0
                                ? step.subcontracts()
                                                .get(operation.subcontract())
                                                .price()
                                        * operation.quantityIn()
                                : problem.machines().get(operation.machine()).operatorRate()
                                        * operation.workMinutes()
                                        / 60);
            }
        }
        return new Optimum((int) late, Math.round(fen));
    }

    /** Everything made in the dearest way and all of it late: what no company need put up with. */
    private static Optimum worst(PlanningProblem problem) {
        double fen = 0;
        for (Demand demand : problem.demands()) {
            fen += dearest(problem, demand.item(), demand.quantity());
        }
        return new Optimum(problem.demands().size() + 1, Math.round(fen));
    }

    private static double dearest(PlanningProblem problem, int item, double quantity) {
        double fen = 0;
        for (Step step : problem.routings()
                .get(problem.items().get(item).routings().getFirst())
                .steps()) {
            double here = step.machines().stream()
                    .mapToDouble(m -> problem.machines().get(m.machine()).operatorRate()
                            / 60
                            * (m.setupMinutes() + m.minutesPerUnit() * quantity))
                    .max()
                    .orElse(0);
            double elsewhere = step.subcontracts().stream()
                    .mapToDouble(s -> s.price() * quantity)
                    .max()
                    .orElse(0);
            fen += 100 * Math.max(here, elsewhere);
            for (Consumption taken : step.consumptions()) {
                fen += dearest(problem, taken.item(), taken.quantityPerUnit() * quantity);
            }
        }
        return fen;
    }

    /** Just beyond the front's worst values, an order and a tenth of what its ends differ by: nothing but the front counts, however little its ends differ. */
    private static Optimum nadir(List<Optimum> front) {
        Optimum best = front.getFirst();
        Optimum cheapest = front.getLast();
        // orders are whole
        return new Optimum(
                cheapest.late() + 1, best.cost() + Math.max(1, Math.round(BEYOND * (best.cost() - cheapest.cost()))));
    }

    /** The area of what is worse than one of the points, up to the reference point: orders × fen. */
    private static double hypervolume(List<Optimum> points, Optimum reference) {
        double volume = 0;
        int lateTo = reference.late();
        for (Optimum point :
                points.stream().sorted(Comparator.comparingLong(Optimum::cost)).toList()) {
            if (point.late() < lateTo && point.cost() < reference.cost()) {
                volume += (double) (lateTo - point.late()) * (reference.cost() - point.cost());
                lateTo = point.late();
            }
        }
        return volume;
    }

    private static double share(List<Optimum> points, List<Optimum> front, Optimum reference) {
        // the planner may split a lot over two machines, which the exact model may not: nobody covers more than all
        return Math.min(1, hypervolume(points, reference) / hypervolume(front, reference));
    }

    private static double mean(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void plans_coverTheExactFrontOfLateOrdersAndCost() {
        var ofAll = new ArrayList<Double>();
        var ofTheFront = new ArrayList<Double>();
        for (long seed = 1; seed <= COMPANIES; seed++) {
            PlanningProblem problem = company(seed);
            List<Optimum> front = ExactModel.front(problem);
            if (front.size() < 2) {
                continue;
            }
            Strategies found = new StrategySearch(InstantSource.system(), Evaluator::evaluate)
                    .run(problem, SETTINGS, SearchListener.SILENT, () -> false);
            List<Optimum> points = Stream.concat(Stream.of(found.baseline()), found.plans().stream())
                    .map(candidate -> point(problem, candidate.plan()))
                    .toList();
            ofAll.add(share(points, front, worst(problem)));
            ofTheFront.add(share(points, front, nadir(front)));
        }
        System.out.printf(
                "%d fronts; covered of the hypervolume: %.1f %% up to the worst there is, least %.1f %%; %.1f %% up to just beyond the front%n",
                ofAll.size(), 100 * mean(ofAll), 100 * Collections.min(ofAll), 100 * mean(ofTheFront));
        assertThat(ofAll).hasSizeGreaterThanOrEqualTo(LEAST_FRONTS);
        assertThat(mean(ofAll))
                .as("mean share of the exact front's hypervolume")
                .isGreaterThanOrEqualTo(GOAL);
    }
}
