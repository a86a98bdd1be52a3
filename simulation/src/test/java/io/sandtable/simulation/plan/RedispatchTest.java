package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan meets other numbers than it was made for. */
class RedispatchTest {
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(101, 130).mapToObj(i -> (long) i);
    }

    private static Plan construct(PlanningProblem problem) {
        return new Planner(InstantSource.system()).construct(problem, LEVERS, Weights.DELIVERY, "test");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withTenPercentMoreDemand_thePlanCanStillBeCarriedOut(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);
        PlanningProblem changed = demanding(problem, 1.1);

        Plan plan = Redispatch.of(changed, construct(problem));

        assertThat(Checker.check(changed, plan)).isEmpty();
        assertThat(plan.deliveries()).extracting(Delivery::demand).contains(0, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withLowerYieldsAndLongerWork_thePlanCanStillBeCarriedOut(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);
        PlanningProblem changed = working(problem, 1.2, -2);

        Plan plan = Redispatch.of(changed, construct(problem));

        assertThat(Checker.check(changed, plan)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withLongerLeadTimesAndLessStock_thePlanCanStillBeCarriedOut(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);
        PlanningProblem changed = supplied(problem, 1.5, 0.8);

        Plan plan = Redispatch.of(changed, construct(problem));

        assertThat(Checker.check(changed, plan)).isEmpty();
    }

    @Test
    void machineAndSequence_stay_andWhatNoLongerFitsIsLate() {
        // both orders fill one day each; with half as much work again the first ends on the second day, the second on
        // the third
        ProblemBuilder builder = aProblem()
                .machine("压机")
                .machine("空闲机")
                .make("壳", step -> step.on("压机", 1).on("空闲机", 9))
                .demand("SO-1", "壳", 720, 0)
                .demand("SO-2", "壳", 720, 1);
        PlanningProblem problem = builder.build();

        Plan plan = Redispatch.of(working(problem, 1.5, 0), construct(problem));

        assertThat(plan.lots()).allMatch(lot -> lot.operations().getFirst().machine() == 0);
        assertThat(plan.deliveries())
                .containsExactly(new Delivery(0, 720, DAY + 8 * 60 + 360), new Delivery(1, 720, 2 * DAY + 20 * 60));
    }

    @Test
    void aLongerLeadTime_delaysWhatWaitsForIt() {
        PlanningProblem problem = aProblem()
                .machine("压机")
                .make("壳", step -> step.takes("铝", 1).on("压机", 1))
                .offer("铝厂", "铝", offer -> offer.leadDays(4))
                .demand("SO-1", "壳", 100, 4)
                .build();

        Plan plan = Redispatch.of(supplied(problem, 2, 1), construct(problem));

        assertThat(plan.purchases()).extracting(Purchase::arrives).containsExactly(8 * DAY + 8 * 60);
        assertThat(plan.deliveries()).extracting(Delivery::minute).containsExactly(8 * DAY + 8 * 60 + 100);
    }

    @Test
    void demandThatStockNoLongerCovers_isMadeLikeTheRest() {
        PlanningProblem problem = aProblem()
                .machine("压机")
                .make("壳", step -> step.on("压机", 1))
                .stock("壳", 100)
                .demand("SO-1", "壳", 100, 4)
                .build();

        Plan plan = Redispatch.of(demanding(problem, 1.2), construct(problem));

        assertThat(plan.lots()).extracting(Plan.Lot::quantity).containsExactly(20.0);
        assertThat(plan.deliveries()).extracting(Delivery::quantity).containsExactly(120.0);
    }

    @Test
    void whatIsMissing_isTakenFromSafetyStockWhereThatMayServe() {
        PlanningProblem problem = aProblem()
                .item("壳", item -> item.safetyStock(40))
                .machine("压机")
                .make("壳", step -> step.on("压机", 1))
                .stock("壳", 140)
                .demand("SO-1", "壳", 100, 4)
                .build();
        PlanningProblem more = demanding(problem, 1.2);

        Plan left = Redispatch.of(more, construct(problem));
        Plan drawn = Redispatch.drawingOnSafetyStock(more, construct(problem));

        assertThat(left.lots()).extracting(Plan.Lot::quantity).containsExactly(20.0);
        assertThat(drawn.lots()).isEmpty();
        assertThat(drawn.deliveries()).extracting(Delivery::quantity).containsExactly(120.0);
        assertThat(Checker.check(more, drawn)).isEmpty();
    }

    private static PlanningProblem demanding(PlanningProblem p, double factor) {
        List<Demand> demands = p.demands().stream()
                .map(d -> new Demand(
                        d.index(),
                        d.id(),
                        d.number(),
                        d.customer(),
                        d.customerName(),
                        d.item(),
                        Math.rint(d.quantity() * factor),
                        d.due(),
                        d.price(),
                        d.priority(),
                        d.whole(),
                        d.minimumShipment(),
                        d.penaltyPercentPerDay(),
                        d.paymentTermDays()))
                .toList();
        return changed(p, p.routings(), p.offers(), demands, p.stocks());
    }

    private static PlanningProblem working(PlanningProblem p, double factor, double yieldPoints) {
        UnaryOperator<Step> slower = s -> new Step(
                s.process(),
                s.name(),
                s.technology(),
                s.confidential(),
                s.waitMinutes(),
                s.releaseFence(),
                s.consumptions(),
                s.machines().stream()
                        .map(m -> new MachineOption(
                                m.machine(),
                                m.minutesPerUnit() * factor,
                                m.setupMinutes(),
                                m.yieldPercent() + yieldPoints))
                        .toList(),
                s.tools(),
                s.subcontracts(),
                s.energyPerUnit(),
                s.energy());
        List<Routing> routings = p.routings().stream()
                .map(r -> new Routing(
                        r.index(),
                        r.id(),
                        r.item(),
                        r.steps().stream().map(slower).toList(),
                        r.substitution()))
                .toList();
        return changed(p, routings, p.offers(), p.demands(), p.stocks());
    }

    private static PlanningProblem supplied(PlanningProblem p, double leadTimeFactor, double stockFactor) {
        List<Offer> offers = p.offers().stream()
                .map(o -> o.withLeadTime((int) (o.leadTimeMinutes() * leadTimeFactor)))
                .toList();
        List<Stock> stocks = p.stocks().stream()
                .map(s -> new Stock(
                        s.index(),
                        s.id(),
                        s.item(),
                        s.quantity() * stockFactor,
                        s.unitCost(),
                        s.expires(),
                        s.elsewhere()))
                .toList();
        return changed(p, p.routings(), offers, p.demands(), stocks);
    }

    private static PlanningProblem changed(
            PlanningProblem p, List<Routing> routings, List<Offer> offers, List<Demand> demands, List<Stock> stocks) {
        return new PlanningProblem(
                p.asOf(),
                p.horizonDays(),
                p.items(),
                routings,
                p.machines(),
                p.crews(),
                p.tools(),
                offers,
                demands,
                stocks,
                p.receipts(),
                p.investments(),
                p.energies(),
                p.finance(),
                p.rules());
    }
}
