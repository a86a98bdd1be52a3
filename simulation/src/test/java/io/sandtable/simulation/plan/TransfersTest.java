package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stock in a warehouse two days away, planned by hand. Day 0 is a Monday; a press makes a piece a minute round the clock. */
class TransfersTest {
    private static ProblemBuilder press() {
        return aProblem()
                .item("铝", i -> {})
                .item("壳体", i -> {})
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.takes("铝", 1).on("压机", 1))
                .offer("铝厂", "铝", o -> o.leadDays(5).price(20));
    }

    private static Plan construct(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        assertThat(Evaluator.evaluate(problem, plan).check(problem)).isEmpty();
        assertThat(Redispatch.of(problem, plan)).isEqualTo(plan);
        return plan;
    }

    private static double bought(Plan plan) {
        return plan.purchases().stream().mapToDouble(Purchase::quantity).sum();
    }

    @Test
    void stockElsewhere_isFetchedInTime_insteadOfBought() {
        var problem = press().stock("铝", 100)
                .stockAt("外仓", "铝", 300, 2, 1.5)
                .demand("SO-1", "壳体", 250, 9)
                .build();

        Plan plan = construct(problem);

        // 100 lie here, 150 are fetched: the pieces take 250 minutes and are due at the end of day 9, so that work
        // begins on that day
        assertThat(bought(plan)).isZero();
        assertThat(Transfer.all(problem, plan)).containsExactly(new Transfer(1, 150, 7 * DAY, 9 * DAY));
        Ledger ledger = Evaluator.evaluate(problem, plan).ledger();
        assertThat(ledger.postings())
                .filteredOn(p -> p.cause().event() == Event.TRANSFER && p.account() == Account.COST_TRANSFER)
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.amount()).isEqualTo(Money.fen(150 * 150));
                    assertThat(p.date()).isEqualTo(problem.day(9 * DAY));
                });
    }

    @Test
    void withoutTheTransfer_theRestIsBought() {
        Plan plan =
                construct(press().stock("铝", 100).demand("SO-1", "壳体", 250, 9).build());

        assertThat(bought(plan)).isEqualTo(150);
    }

    @Test
    void whatIsNeededAtOnce_waitsForTheTransfer_andSaysSo() {
        var problem = press().stockAt("外仓", "铝", 300, 2, 1.5)
                .demand("SO-1", "壳体", 60, 0)
                .build();

        Plan plan = construct(problem);

        // neither the two days of the transfer nor the five of the supplier are there: the sooner one counts
        assertThat(bought(plan)).isZero();
        assertThat(plan.deliveries())
                .singleElement()
                .satisfies(d -> assertThat(d.minute()).isEqualTo(2 * DAY + 60));
        List<Explanation> why = Why.explain(problem, plan);
        assertThat(why)
                .singleElement()
                .satisfies(e -> assertThat(e.reasons())
                        .extracting(Reason::kind, Reason::on, Reason::to)
                        .containsExactly(
                                org.assertj.core.api.Assertions.tuple(Reason.Kind.MATERIAL, "LOT-0", 2 * DAY)));
    }

    @Test
    void planThatUsesItBeforeItIsHere_isFound() {
        var problem = press().stock("铝", 60).demand("SO-1", "壳体", 60, 0).build();
        var elsewhere = press().stockAt("外仓", "铝", 60, 2, 1.5)
                .demand("SO-1", "壳体", 60, 0)
                .build();

        assertThat(Checker.check(elsewhere, construct(problem)))
                .extracting(Finding::kind)
                .isNotEmpty();
    }

    @Test
    void finishedGoodsElsewhere_areFetchedToo() {
        var problem = press().stockAt("外仓", "壳体", 500, 2, 0.8)
                .demand("SO-1", "壳体", 200, 4)
                .build();

        Plan plan = construct(problem);

        assertThat(plan.lots()).isEmpty();
        assertThat(Transfer.all(problem, plan))
                .singleElement()
                .satisfies(t -> assertThat(t.cost(problem)).isEqualTo(160));
    }
}
