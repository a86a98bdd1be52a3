package io.sandtable.simulation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Finding.Kind;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomFinance;
import io.sandtable.simulation.scenario.RandomProblems;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Books and figures that are wrong by one fen anywhere are seen; those that are right are proved on hundreds of companies in {@link PlannedCompaniesTest}. */
class MoneyCheckTest {
    private static PlanningProblem problem;
    private static Plan plan;
    private static MoneyClaim books;
    private static KpiClaim figures;

    @BeforeAll
    static void planned() {
        problem = RandomFinance.of(RandomProblems.withSeed(7, 20), new SplittableRandom(7));
        plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        books = books(problem);
        figures = Evaluator.evaluate(problem, plan).kpis().claim(problem.asOf());
    }

    private static MoneyClaim books(PlanningProblem of) {
        Evaluation evaluation = Evaluator.evaluate(of, plan);
        return evaluation.ledger().claim(of.asOf(), of.horizonDays());
    }

    private static List<Finding> money(MoneyClaim claim, KpiClaim kpis) {
        return Checker.check(problem, plan, claim, kpis).stream()
                .filter(f -> f.kind() == Kind.MONEY || f.kind() == Kind.FIGURE)
                .toList();
    }

    @Test
    void rightBooks_areRight() {
        assertThat(money(books, figures)).isEmpty();
        assertThat(books.revenue()).isPositive();
        assertThat(books.goodsSold().getFirst()).isPositive();
        assertThat(books.otherCostOfGoods()).isNotZero();
        assertThat(books.stock()).isNotZero();
        assertThat(books.incomeTaxPaid().stream().mapToLong(Long::longValue).sum())
                .isPositive();
    }

    /** Every number of the books, and each day of cash and tax. */
    static Stream<MoneyClaim> booksWrongByAFen() {
        return wrong(books, MoneyClaim.class).map(MoneyClaim.class::cast);
    }

    static Stream<KpiClaim> figuresWrongByOne() {
        return wrong(figures, KpiClaim.class).map(KpiClaim.class::cast);
    }

    /** The record with each of its numbers one more, one at a time; of a list each element. */
    private static Stream<Object> wrong(Record right, Class<? extends Record> type) {
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(c -> get(c, right))
                .toArray();
        return IntStream.range(0, values.length)
                .boxed()
                .flatMap(i -> oneMore(values[i]).map(more -> {
                    Object[] changed = values.clone();
                    changed[i] = more;
                    return make(type, changed);
                }));
    }

    private static Stream<Object> oneMore(Object value) {
        return switch (value) {
            case Long number -> Stream.of(number + 1);
            case Integer number -> Stream.of(number + 1);
            case Double number -> Stream.of(number + 1e-3);
            case List<?> numbers ->
                IntStream.range(0, numbers.size()).mapToObj(i -> {
                    var more = new ArrayList<Object>(numbers);
                    more.set(i, (Long) numbers.get(i) + 1);
                    return more;
                });
            default -> throw new AssertionError(value);
        };
    }

    private static Object get(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Record make(Class<? extends Record> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Of the days of cash and of tax every seventh, of everything else all. */
    @Test
    void aFenTooMuchAnywhereInTheBooks_isSeen() {
        List<MoneyClaim> wrong = booksWrongByAFen().toList();

        int days = 2 * problem.horizonDays();
        assertThat(wrong).hasSize(days + 7 + 6);
        for (int i = 0; i < wrong.size(); i += i < days ? 7 : 1) {
            assertThat(money(wrong.get(i), figures))
                    .singleElement()
                    .extracting(Finding::kind, Finding::amount)
                    .containsExactly(Kind.MONEY, 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("figuresWrongByOne")
    void figureThatIsTooLarge_isSeen(KpiClaim wrong) {
        assertThat(money(books, wrong)).hasSize(1);
    }

    @Test
    void aFenTooMuchInTheBank_isSeenOnItsDay() {
        MoneyClaim wrong = booksWrongByAFen().skip(30).findFirst().orElseThrow();

        assertThat(money(wrong, figures))
                .containsExactly(new Finding(Kind.MONEY, "cash", 30 * PlanningProblem.DAY, 0.01, true));
    }

    /** The books of a company whose money is another are wrong in nearly everything. */
    @Test
    void booksOfOtherTermsAndPrices_areSeen() {
        PlanningProblem other = RandomFinance.of(RandomProblems.withSeed(7, 20), new SplittableRandom(8));

        assertThat(money(books(other), figures))
                .extracting(Finding::on)
                .contains("cash", "revenue", "cost of goods: material", "stock");
    }
}
