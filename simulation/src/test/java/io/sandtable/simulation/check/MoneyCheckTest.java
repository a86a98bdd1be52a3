package io.sandtable.simulation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Finding.Kind;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomFinance;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Books that are wrong by one fen anywhere are seen; those that are right are proved on hundreds of companies in {@link PlannedCompaniesTest}. */
class MoneyCheckTest {
    private static PlanningProblem problem;
    private static Plan plan;
    private static MoneyClaim books;

    @BeforeAll
    static void planned() {
        problem = RandomFinance.of(RandomProblems.withSeed(7, 20), new SplittableRandom(7));
        plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        books = books(problem);
    }

    private static MoneyClaim books(PlanningProblem of) {
        return Evaluator.evaluate(of, plan).ledger().claim(of.asOf(), of.horizonDays());
    }

    private static List<Finding> money(MoneyClaim claim) {
        return Checker.check(problem, plan, claim).stream()
                .filter(f -> f.kind() == Kind.MONEY)
                .toList();
    }

    @Test
    void rightBooks_areRight() {
        assertThat(money(books)).isEmpty();
        assertThat(books.revenue()).isPositive();
        assertThat(books.goodsSold()).isPositive();
        assertThat(books.stock()).isNotZero();
    }

    private static Arguments wrong(String figure, UnaryOperator<MoneyClaim> change) {
        return Arguments.of(figure, change);
    }

    static Stream<Arguments> wrongByAFen() {
        return Stream.of(
                wrong("revenue", b -> claim(b, 1, 0, 0, 0, 0, 0, 0)),
                wrong("penalties", b -> claim(b, 0, 1, 0, 0, 0, 0, 0)),
                wrong("depreciation", b -> claim(b, 0, 0, 1, 0, 0, 0, 0)),
                wrong("capex", b -> claim(b, 0, 0, 0, 1, 0, 0, 0)),
                wrong("goods", b -> claim(b, 0, 0, 0, 0, 1, 0, 0)),
                wrong("goods", b -> claim(b, 0, 0, 0, 0, 0, 1, 0)),
                wrong("goods", b -> claim(b, 0, 0, 0, 0, 0, 0, 1)));
    }

    private static MoneyClaim claim(MoneyClaim b, int... more) {
        return new MoneyClaim(
                b.cash(),
                b.incomeTaxPaid(),
                b.revenue() + more[0],
                b.penalties() + more[1],
                b.depreciation() + more[2],
                b.capex() + more[3],
                b.stock() + more[4],
                b.goodsSold() + more[5],
                b.stockLost() + more[6]);
    }

    @ParameterizedTest
    @MethodSource("wrongByAFen")
    void aFenTooMuch_isSeen(String figure, UnaryOperator<MoneyClaim> change) {
        assertThat(money(change.apply(books)))
                .containsExactly(new Finding(Kind.MONEY, figure, problem.horizonMinutes(), 0.01, true));
    }

    @Test
    void aFenTooMuchInTheBank_isSeenOnItsDay() {
        var cash = new ArrayList<>(books.cash());
        cash.set(30, cash.get(30) + 1);
        var wrong = new MoneyClaim(
                cash,
                books.incomeTaxPaid(),
                books.revenue(),
                books.penalties(),
                books.depreciation(),
                books.capex(),
                books.stock(),
                books.goodsSold(),
                books.stockLost());

        assertThat(money(wrong)).containsExactly(new Finding(Kind.MONEY, "cash", 30 * PlanningProblem.DAY, 0.01, true));
    }

    /** The books of a company whose money is another are wrong in nearly everything. */
    @Test
    void booksOfOtherTermsAndPrices_areSeen() {
        PlanningProblem other = RandomFinance.of(RandomProblems.withSeed(7, 20), new SplittableRandom(8));

        assertThat(money(books(other))).extracting(Finding::on).contains("cash", "revenue", "goods");
    }
}
