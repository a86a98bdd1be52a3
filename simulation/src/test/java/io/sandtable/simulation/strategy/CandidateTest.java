package io.sandtable.simulation.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.InvestmentCase;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Weights;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of a company with 10,000,000.00 of revenue and 200 orders: a tenth of a percent is 10,000.00, half a point one order. */
class CandidateTest {
    private static final Figures TODAY = new Figures(10_000_000, 2_400_000, 0, 500_000, 10, 10, 3_000_000);

    record Figures(long revenue, long margin, long capex, long cashLow, int late, int shorts, double carbonKg) {
        Candidate plan() {
            var kpis = new Kpis(
                    Money.fen(revenue * 100),
                    Money.fen(margin * 100),
                    100.0 * margin / revenue,
                    Money.fen(capex * 100),
                    InvestmentCase.NONE,
                    Money.fen(cashLow * 100),
                    LocalDate.of(2027, 1, 27),
                    100 - (late + shorts) / 2.0,
                    late,
                    shorts,
                    99,
                    1_000_000,
                    carbonKg,
                    12,
                    List.of(),
                    Money.fen(0),
                    Money.fen(0));
            var plan = new Plan(
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new Plan.Search("keep-assets", 0, 0, 1, "constructed"));
            return new Candidate(
                    new Strategy("keep-assets", Levers.today(), Weights.DELIVERY),
                    plan,
                    new Evaluation(plan, new Ledger(List.of()), kpis, List.of()),
                    new Choices(List.of(), List.of(), List.of(), 0, List.of(), List.of(), 0, false),
                    new PlanName("甲", "A"));
        }
    }

    private static void standsIn(Figures shown, Figures other, boolean expected) {
        assertThat(shown.plan().standsInFor(other.plan())).isEqualTo(expected);
    }

    @Test
    void samePlans_standInForEachOther() {
        standsIn(TODAY, TODAY, true);
    }

    @Test
    void differencesNobodyNotices_areNone() {
        var hardlyBetter = new Figures(10_000_000, 2_409_000, 0, 509_000, 10, 9, 2_980_000);

        standsIn(TODAY, hardlyBetter, true);
        standsIn(hardlyBetter, TODAY, true);
    }

    @Test
    void eachFigureThatIsNoticeablyWorse_keepsTheOtherPlan() {
        standsIn(TODAY, new Figures(10_000_000, 2_411_000, 0, 500_000, 10, 10, 3_000_000), false);
        standsIn(TODAY, new Figures(10_000_000, 2_400_000, 0, 511_000, 10, 10, 3_000_000), false);
        standsIn(TODAY, new Figures(10_000_000, 2_400_000, 0, 500_000, 8, 10, 3_000_000), false);
        standsIn(TODAY, new Figures(10_000_000, 2_400_000, 0, 500_000, 12, 8, 3_000_000), false);
        standsIn(TODAY, new Figures(10_000_000, 2_400_000, 0, 500_000, 10, 10, 2_900_000), false);
    }

    @Test
    void capital_isNeverSmallChange() {
        var invests = new Figures(10_000_000, 2_400_000, 5_000, 500_000, 10, 10, 3_000_000);

        standsIn(invests, TODAY, false);
        standsIn(TODAY, invests, true);
    }

    @Test
    void deliveringLess_isNoWayToSaveCarbon() {
        var idle = new Figures(8_000_000, 1_700_000, 0, 400_000, 10, 40, 2_400_000);

        standsIn(TODAY, idle, true);
    }
}
