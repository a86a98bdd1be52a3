package io.sandtable.simulation.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.RandomFinance;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Differences between plans of the real planner for invented companies whose money is drawn at random: exact for every pair. */
class PlannedDifferencesTest {
    private static final long[] SEEDS = {3, 7, 11, 19, 23, 42, 57, 88};
    private static final Planner PLANNER = new Planner(InstantSource.system());
    /** Planned once for all that is asked of them. */
    private static final Map<Long, Company> COMPANIES = new HashMap<>();

    private record Company(PlanningProblem problem, List<Evaluation> plans) {
        Side side(Evaluation plan) {
            return Side.of(problem, plan);
        }
    }

    @AfterAll
    static void forget() {
        COMPANIES.clear();
    }

    static LongStream seeds() {
        return Arrays.stream(SEEDS);
    }

    private static Company company(long seed) {
        return COMPANIES.computeIfAbsent(seed, s -> {
            PlanningProblem problem =
                    inTwoFamilies(RandomFinance.of(RandomProblems.withSeed(s, 24), new SplittableRandom(s)));
            return new Company(problem, plans(problem));
        });
    }

    private static PlanningProblem inTwoFamilies(PlanningProblem p) {
        List<Item> items = p.items().stream()
                .map(i -> new Item(
                        i.index(),
                        i.id(),
                        i.name(),
                        i.unit(),
                        i.whole(),
                        i.standardCost(),
                        i.safetyStock(),
                        i.lotSize(),
                        "FAM-" + i.index() % 2,
                        i.routings(),
                        i.offers()))
                .toList();
        return new PlanningProblem(
                p.asOf(),
                p.horizonDays(),
                items,
                p.routings(),
                p.machines(),
                p.crews(),
                p.tools(),
                p.offers(),
                p.demands(),
                p.stocks(),
                p.receipts(),
                p.investments(),
                p.energies(),
                p.finance(),
                p.rules());
    }

    /** Today's plan, one that buys and works overtime, one that goes outside, one that lets orders go, and one that does nothing. */
    private static List<Evaluation> plans(PlanningProblem company) {
        Levers investing = Levers.today()
                .withInvestments(
                        IntStream.range(0, company.investments().size()).boxed().toList())
                .withOvertime(
                        IntStream.range(0, company.machines().size()).boxed().collect(Collectors.toSet()));
        Levers outside = Levers.today().withOutsourcing().usingSafetyStock().withBufferDays(5);
        Plan today = plan(company, Levers.today());
        return Stream.of(
                        today,
                        plan(company, investing),
                        plan(company, outside),
                        withoutEveryThirdOrder(today),
                        nothing())
                .map(plan -> Evaluator.evaluate(company, plan))
                .toList();
    }

    private static Plan plan(PlanningProblem company, Levers levers) {
        return PLANNER.construct(company, levers, Weights.DELIVERY, "test");
    }

    /** What was made for them stays in stock. */
    private static Plan withoutEveryThirdOrder(Plan plan) {
        return new Plan(
                plan.investments(),
                plan.overtime(),
                plan.liftedRules(),
                plan.lots(),
                plan.purchases(),
                plan.deliveries().stream().filter(d -> d.demand() % 3 > 0).toList(),
                plan.search(),
                plan.takes(),
                plan.mode());
    }

    private static Plan nothing() {
        return new Plan(
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Plan.Search("test", 1, 0, 1, "constructed"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void effects_sumToTheDifferenceToTheFenForEveryPair(long seed) {
        Company company = company(seed);

        for (Evaluation a : company.plans()) {
            for (Evaluation b : company.plans()) {
                for (DifferenceFigure figure : DifferenceFigure.values()) {
                    Difference difference = Difference.between(company.side(a), company.side(b), figure);

                    Money mine = figureOf(company.problem(), a, figure);
                    Money other = figureOf(company.problem(), b, figure);
                    assertThat(difference.of()).isEqualTo(mine);
                    assertThat(difference.against()).isEqualTo(other);
                    assertThat(sum(difference.effects().stream()
                                    .map(Effect::amount)
                                    .toList()))
                            .isEqualTo(mine.minus(other));
                    assertThat(sum(List.copyOf(difference.byDriver().values()))).isEqualTo(difference.amount());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappingThePlans_turnsEveryEffectRound(long seed) {
        Company company = company(seed);
        Side today = company.side(company.plans().getFirst());

        for (Evaluation plan : company.plans()) {
            for (DifferenceFigure figure : DifferenceFigure.values()) {
                Difference difference = Difference.between(company.side(plan), today, figure);
                Difference turned = Difference.between(today, company.side(plan), figure);

                assertThat(difference.effects())
                        .containsExactlyElementsOf(turned.effects().stream()
                                .map(PlannedDifferencesTest::negated)
                                .toList());
                if (plan == company.plans().getFirst()) {
                    assertThat(difference.effects()).isEmpty();
                }
            }
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.fen(0), Money::plus);
    }

    private static Effect negated(Effect e) {
        return new Effect(
                e.driver(), e.product(), e.input(), Money.fen(-e.amount().minor()), e.against(), e.of());
    }

    private static Money figureOf(PlanningProblem company, Evaluation evaluation, DifferenceFigure figure) {
        return switch (figure) {
            case GROSS_MARGIN -> evaluation.kpis().grossMargin();
            case CASH_AT_END ->
                evaluation.ledger().balance(Account.CASH, company.asOf().plusDays(company.horizonDays() - 1L));
        };
    }

    /** A driver that no plan ever shows would not be tested by sums. */
    @Test
    void drivers_areNearlyAllSeen() {
        Set<Driver> seen = EnumSet.noneOf(Driver.class);
        for (long seed : SEEDS) {
            Company company = company(seed);
            Side today = company.side(company.plans().getFirst());
            for (Evaluation plan : company.plans()) {
                for (DifferenceFigure figure : DifferenceFigure.values()) {
                    seen.addAll(Difference.between(company.side(plan), today, figure)
                            .byDriver()
                            .keySet());
                }
            }
        }

        assertThat(seen)
                .contains(
                        Driver.VOLUME,
                        Driver.MIX,
                        Driver.PRICE,
                        Driver.MATERIAL_PRICE,
                        Driver.MATERIAL_USAGE,
                        Driver.DUTY,
                        Driver.FROM_STOCK,
                        Driver.YIELD,
                        Driver.LABOUR_RATE,
                        Driver.LABOUR_HOURS,
                        Driver.SETUP,
                        Driver.OVERTIME,
                        Driver.ENERGY_PRICE,
                        Driver.ENERGY_USAGE,
                        Driver.OUTSOURCING,
                        Driver.CARBON,
                        Driver.DEPRECIATION,
                        Driver.PENALTIES,
                        Driver.EXPIRY,
                        Driver.FIXED_WAGES,
                        Driver.INCOME_TAX,
                        Driver.VAT,
                        Driver.RECEIVABLES,
                        Driver.STOCK,
                        Driver.PAYABLES,
                        Driver.ACCRUALS,
                        Driver.CAPEX);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 42})
    void aPlanAgainstItself_doesNothingDifferently(long seed) {
        Side today = company(seed).side(company(seed).plans().getFirst());

        DoneDifferently same = DoneDifferently.between(today, today);

        assertThat(same.resources()).isEmpty();
        assertThat(same.orders()).isEmpty();
    }
}
