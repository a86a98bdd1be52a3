package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction.CashFloor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultHashTest {
    @Test
    void sameProblemAndPlan_giveTheSameHash() {
        String first = hash(new OneProductShop().problem(), plan());
        String second = hash(new OneProductShop().problem(), plan());

        assertThat(first).isEqualTo(second).matches("[0-9a-f]{64}");
    }

    @Test
    void text_saysWhatIsDoneAndWhatComesOfIt() {
        PlanningProblem problem = new OneProductShop().problem();

        assertThat(ResultHash.canonicalText(problem, Evaluator.evaluate(problem, plan())))
                .startsWith("""
                        sandtable-result\t1
                        as-of\t2027-03-01\t182
                        overtime\tfalse
                        lot\t0\tORD-1\t-1\tMAT-PART\tROU-PART\t98
                        operation\t0\t0\t0\t-1\t100\t98\t60\t660\t7680\t8340
                        purchase\tSUP-RAW\tMAT-RAW\t0\t200\t200\t1440\t4920
                        delivery\tORD-1\t98\t14400
                        revenue\t490000
                        grossMargin\t213000\t43.469388
                        """);
    }

    @Test
    void oneMinute_oneFenOrABrokenRule_changesIt() {
        PlanningProblem problem = new OneProductShop().problem();
        String base = hash(problem, plan());
        var dearer = new OneProductShop();
        dearer.price = 50.01;
        var ruled = new OneProductShop().rule(new CashFloor(Money.fen(10_000_000), 0, 9 * DAY));

        assertThat(hash(problem, plan(5 * DAY + 481, 10 * DAY))).isNotEqualTo(base);
        assertThat(hash(dearer.problem(), plan())).isNotEqualTo(base);
        assertThat(hash(ruled.problem(), plan())).isNotEqualTo(base);
    }

    @Test
    void noiseBelowAMillionth_andHowTheSearchWent_doNotChangeIt() {
        PlanningProblem problem = new OneProductShop().problem();
        Plan plan = plan();
        Plan.Lot lot = plan.lots().getFirst();
        var noisy = new Plan(
                plan.investments(),
                plan.overtime(),
                plan.liftedRules(),
                List.of(new Plan.Lot(0, 0, -1, 1, 0, 98 + 1e-10, lot.operations())),
                plan.purchases(),
                plan.deliveries(),
                new Plan.Search("other", 7, 99, 2, "steps"));

        assertThat(hash(problem, noisy)).isEqualTo(hash(problem, plan));
    }

    private static String hash(PlanningProblem problem, Plan plan) {
        return ResultHash.of(problem, Evaluator.evaluate(problem, plan));
    }
}
