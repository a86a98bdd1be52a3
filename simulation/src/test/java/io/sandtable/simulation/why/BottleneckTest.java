package io.sandtable.simulation.why;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.RandomProblems;
import io.sandtable.simulation.why.Reason.Kind;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BottleneckTest {
    /** Three orders of 100.00 each, due on the first, second and third day. */
    private final PlanningProblem problem = ProblemBuilder.aProblem()
            .machine("冲床", machine -> {})
            .machine("磨床", machine -> {})
            .item("件", item -> {})
            .make("件", step -> step.process("冲").on("冲床", 1, 0, 100))
            .demand("单1", "件", 10, 1, demand -> demand.price(10))
            .demand("单2", "件", 10, 2, demand -> demand.price(10))
            .demand("单3", "件", 10, 3, demand -> demand.price(10))
            .build();

    private static final String PRESS = "EQP-冲床";
    private static final String GRINDER = "EQP-磨床";

    /** 单1 leaves on the fourth day, 单2 on the third, 单3 never. */
    private final Plan plan = new Plan(
            List.of(),
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(delivered(0, dueIn(0) + 3 * DAY), delivered(1, dueIn(1) + DAY)),
            new Plan.Search("test", 0, 0, 1, ""));

    private int dueIn(int demand) {
        return problem.demands().get(demand).due();
    }

    private static Plan.Delivery delivered(int demand, int minute) {
        return new Plan.Delivery(demand, 10, minute);
    }

    @Test
    void orders_countAtEverythingTheyNameAndOnceAtEach() {
        var explanations = List.of(
                new Explanation(
                        0,
                        false,
                        List.of(
                                new Reason(Kind.CAPACITY, PRESS, 0, 100),
                                new Reason(Kind.CAPACITY, PRESS, 200, 300),
                                new Reason(Kind.CAPACITY, GRINDER, 300, 900))),
                new Explanation(1, false, List.of(new Reason(Kind.CAPACITY, PRESS, 0, 100))),
                new Explanation(2, true, List.of(new Reason(Kind.CAPACITY, PRESS, 0, 100))));

        assertThat(Bottleneck.of(problem, plan, explanations))
                .containsExactly(
                        new Bottleneck(Kind.CAPACITY, PRESS, List.of(0, 1, 2), 1, 2, 4, Money.fen(300_00)),
                        new Bottleneck(Kind.CAPACITY, GRINDER, List.of(0), 0, 1, 3, Money.fen(100_00)));
    }

    @Test
    void beingOverdue_isNoBottleneck() {
        var overdue = List.of(new Explanation(0, false, List.of(new Reason(Kind.OVERDUE, "单1", -DAY, 0))));

        assertThat(Bottleneck.of(problem, plan, overdue)).isEmpty();
    }

    @Test
    void sameMachineAsCapacityAndAsCalendar_isTwoBottlenecks() {
        var explanations = List.of(new Explanation(
                0,
                false,
                List.of(new Reason(Kind.CAPACITY, PRESS, 0, 100), new Reason(Kind.CALENDAR, PRESS, 100, 500))));

        assertThat(Bottleneck.of(problem, plan, explanations))
                .extracting(Bottleneck::kind, Bottleneck::decisive)
                .containsExactly(tuple(Kind.CAPACITY, 0), tuple(Kind.CALENDAR, 1));
    }

    /** What must hold of every plan of the real planner. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void bottlenecks_holdEveryLateOrderOfAPlanAndNoOther(long seed) {
        PlanningProblem company = hurried(RandomProblems.withSeed(seed, 40));
        Plan made = new Planner(InstantSource.system()).construct(company, Levers.today(), Weights.DELIVERY, "test");
        var deliveries = new Deliveries(company, made);
        Set<Integer> missed = company.demands().stream()
                .filter(d -> !deliveries.isOnTime(d))
                .map(Demand::index)
                .collect(Collectors.toSet());

        assertThat(missed).isNotEmpty();
        List<Explanation> explanations = Why.explain(company, made);
        List<Bottleneck> bottlenecks = Bottleneck.of(company, made, explanations);

        assertThat(bottlenecks.stream().flatMap(b -> b.demands().stream()).collect(Collectors.toSet()))
                .isEqualTo(missed);
        assertThat(bottlenecks.stream().mapToInt(Bottleneck::decisive).sum()).isEqualTo((int) explanations.stream()
                .filter(e -> e.binding().kind() != Kind.OVERDUE)
                .count());
        assertThat(bottlenecks).isSortedAccordingTo((a, b) -> Integer.compare(b.orders(), a.orders()));
    }

    /** The same company whose customers want their orders in a fifth of the time. */
    private static PlanningProblem hurried(PlanningProblem p) {
        List<Demand> demands = p.demands().stream()
                .map(d -> new Demand(
                        d.index(),
                        d.id(),
                        d.number(),
                        d.customer(),
                        d.customerName(),
                        d.item(),
                        d.quantity(),
                        d.due() / (5 * DAY) * DAY,
                        d.price(),
                        d.priority(),
                        d.whole(),
                        d.minimumShipment(),
                        d.penaltyPercentPerDay(),
                        d.paymentTermDays()))
                .toList();
        return new PlanningProblem(
                p.asOf(),
                p.horizonDays(),
                p.items(),
                p.routings(),
                p.machines(),
                p.crews(),
                p.tools(),
                p.offers(),
                demands,
                p.stocks(),
                p.receipts(),
                p.investments(),
                p.energies(),
                p.finance(),
                p.rules());
    }
}
