package io.sandtable.simulation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sandtable.simulation.check.Finding.Kind;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomFinance;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of the real planner for invented companies, under levers of every kind: the checker finds nothing that was not meant. */
class PlannedCompaniesTest {
    private static final int COMPANIES = 240;
    /** What the invented companies do not have and plans of the planner do not do: see LedgerInvariantsTest, LeftoversTest, TransfersTest. */
    private static final Set<Event> UNSEEN = EnumSet.of(
            Event.TRANSFER,
            Event.COPRODUCT,
            Event.UNCOVERED,
            Event.UNCOVERED_DELIVERY,
            Event.SHORT_PENALTY,
            Event.SUBCONTRACT_REVALUED,
            Event.SUBCONTRACT_DUTY,
            Event.SUBCONTRACT_IMPORT_TAXES_PAID);

    /** Planned once for the tests that ask the same of them. */
    private static final Map<Long, PlannedCompany> PLANNED = new HashMap<>();

    private final Planner planner = new Planner(InstantSource.system());

    private record PlannedCompany(PlanningProblem problem, Plan plan) {}

    private PlannedCompany planned(long seed) {
        return PLANNED.computeIfAbsent(seed, s -> {
            PlanningProblem problem = RandomProblems.withSeed(s, 15);
            return new PlannedCompany(problem, planner.construct(problem, Levers.today(), Weights.DELIVERY, "test"));
        });
    }

    @AfterAll
    static void forget() {
        PLANNED.clear();
    }

    static LongStream seeds() {
        return LongStream.range(1000, 1000 + COMPANIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aConstructedPlan_canBeCarriedOut(long seed) {
        var random = new SplittableRandom(seed);
        PlanningProblem problem =
                RandomFinance.of(RandomProblems.withSeed(seed, 5 + random.nextInt(40)), random.split());
        Levers levers = levers(problem, random);

        Plan plan = planner.construct(problem, levers, Weights.DELIVERY, "test");

        assertThat(plan.deliveries()).isNotEmpty();
        Evaluation evaluation = Evaluator.evaluate(problem, plan);
        assertThat(evaluation.check(problem)).filteredOn(Finding::must).isEmpty();
        assertEveryWeekBalances(problem, evaluation.ledger());
    }

    /** What the check above proves is there: money that moves for every reason. */
    @Test
    void companies_moveMoneyForEveryReason() {
        Set<Event> seen = EnumSet.noneOf(Event.class);
        for (long seed = 1000; seed < 1030; seed++) {
            var random = new SplittableRandom(seed);
            PlanningProblem problem =
                    RandomFinance.of(RandomProblems.withSeed(seed, 5 + random.nextInt(40)), random.split());
            Plan plan = planner.construct(problem, levers(problem, random), Weights.DELIVERY, "test");
            Evaluator.evaluate(problem, plan)
                    .ledger()
                    .postings()
                    .forEach(p -> seen.add(p.cause().event()));
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).isSubsetOf(UNSEEN);
    }

    /** Added up over all accounts, the lines of each week cancel out: then the trial balance is zero at the end of each of them. */
    private static void assertEveryWeekBalances(PlanningProblem problem, Ledger ledger) {
        var byWeek = new TreeMap<Long, Long>();
        for (Posting p : ledger.postings()) {
            byWeek.merge(
                    ChronoUnit.WEEKS.between(problem.asOf(), p.date()),
                    p.amount().minor(),
                    Long::sum);
        }
        assertThat(byWeek).hasSizeGreaterThan(1);
        assertThat(byWeek.values()).containsOnly(0L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanWithoutLiftedRules_breaksNone(long seed) {
        PlannedCompany company = planned(seed);

        assertThat(Checker.check(company.problem(), company.plan())).isEmpty();
    }

    /** What is spoilt is harmful for certain, however much slack the plan has. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanThatIsSpoiltInOnePlace_isSeen(long seed) {
        var random = new SplittableRandom(seed);
        PlanningProblem problem = planned(seed).problem();
        Plan plan = planned(seed).plan();
        List<Finding> before = Checker.check(problem, plan);
        assumeThat(plan.lots()).isNotEmpty();
        var lot = plan.lots().get(random.nextInt(plan.lots().size()));
        int step = random.nextInt(lot.operations().size());

        if (lot.operations().get(step).workMinutes() > 0) {
            assertNew(
                    Kind.CALENDAR,
                    before,
                    problem,
                    PlanEdits.withOperation(
                            plan,
                            lot.index(),
                            step,
                            o -> edited(
                                    o, o.quantityIn(), o.quantityOut(), o.start(), o.start() + o.workMinutes() - 1)));
        }
        assertNew(
                Kind.YIELD,
                before,
                problem,
                PlanEdits.withOperation(
                        plan,
                        lot.index(),
                        step,
                        o -> edited(o, o.quantityIn(), o.quantityIn() + 1, o.start(), o.end())));
        assertNew(
                Kind.QUANTITY,
                before,
                problem,
                PlanEdits.withLot(
                        plan,
                        lot.index(),
                        l -> new Plan.Lot(
                                l.index(),
                                l.demand(),
                                l.parent(),
                                l.item(),
                                l.routing(),
                                l.quantity() + 1,
                                l.operations())));
        assertNew(
                Kind.PEGGING,
                before,
                problem,
                PlanEdits.withTake(
                        plan,
                        takeThatNothingMakesUpFor(plan),
                        t -> new Plan.Take(
                                t.demand(), t.lot(), t.step(), t.item(), t.source(), t.index(), t.quantity() / 2)));
    }

    /** A lot may yield more than its taker needs, and then makes up for what is not taken elsewhere. */
    private static int takeThatNothingMakesUpFor(Plan plan) {
        return IntStream.range(0, plan.takes().size())
                .filter(i -> {
                    Plan.Take take = plan.takes().get(i);
                    return plan.lots().stream()
                            .noneMatch(lot -> lot.demand() == take.demand()
                                    && lot.parent() == take.lot()
                                    && lot.item() == take.item());
                })
                .findFirst()
                .orElseThrow();
    }

    private static void assertNew(Kind kind, List<Finding> before, PlanningProblem problem, Plan spoilt) {
        assertThat(Checker.check(problem, spoilt))
                .filteredOn(f -> !before.contains(f))
                .extracting(Finding::kind)
                .contains(kind);
    }

    private static Plan.Operation edited(Plan.Operation o, double in, double out, int start, int end) {
        return new Plan.Operation(
                o.step(),
                o.machine(),
                o.tool(),
                o.subcontract(),
                o.crews(),
                in,
                out,
                o.changeoverMinutes(),
                o.setupMinutes(),
                o.workMinutes(),
                start,
                end);
    }

    private static Levers levers(PlanningProblem problem, SplittableRandom random) {
        Levers levers = Levers.today();
        if (random.nextBoolean()) {
            levers = levers.withOutsourcing();
        }
        if (random.nextBoolean()) {
            levers = levers.withInvestments(
                    IntStream.range(0, problem.investments().size()).boxed().toList());
        }
        if (random.nextInt(3) == 0) {
            levers = levers.withOvertime(IntStream.range(0, problem.machines().size())
                    .filter(m -> random.nextBoolean())
                    .boxed()
                    .collect(Collectors.toSet()));
        }
        if (random.nextInt(3) == 0) {
            levers = levers.usingSafetyStock();
        }
        if (random.nextInt(3) == 0) {
            levers = levers.withBufferDays(1 + random.nextInt(10));
        }
        if (random.nextInt(3) == 0 && !problem.rules().isEmpty()) {
            PlannedRule lifted =
                    problem.rules().get(random.nextInt(problem.rules().size()));
            levers = levers.lifting(lifted.id());
        }
        Levers.Sourcing[] sourcings = Levers.Sourcing.values();
        return levers.withSourcing(sourcings[random.nextInt(sourcings.length)]);
    }
}
