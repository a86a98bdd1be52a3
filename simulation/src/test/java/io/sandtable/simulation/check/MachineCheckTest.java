package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CALENDAR;
import static io.sandtable.simulation.check.Finding.Kind.CHANGEOVER;
import static io.sandtable.simulation.check.Finding.Kind.CREW_OVERLOAD;
import static io.sandtable.simulation.check.Finding.Kind.INVESTMENT;
import static io.sandtable.simulation.check.Finding.Kind.MACHINE_OVERLAP;
import static io.sandtable.simulation.check.Finding.Kind.REFERENCE;
import static io.sandtable.simulation.check.Finding.Kind.WORK;
import static io.sandtable.simulation.check.Shells.kinds;
import static io.sandtable.simulation.check.Shells.turning;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineCheckTest {
    private static final int FRIDAY_NOON = 4 * 1440 + 720;
    private static final int FRIDAY_EVENING = 4 * 1440 + 1200;
    private static final int SATURDAY = 5 * 1440 + 480;
    private static final int MONDAY = 7 * 1440 + 480;

    private final PlanningProblem problem = turning().build();

    @Test
    void workOnTheHeelsOfOtherWork_isClean() {
        assertThat(twoLots(problem, 480, 600)).isEmpty();
    }

    @Test
    void twoOperationsAtOnce_overlapByTheMinutesTheyShare() {
        assertThat(twoLots(problem, 480, 599)).containsExactly(new Finding(MACHINE_OVERLAP, "车床", 599, 1, true));
    }

    @Test
    void anOperationInsideALongerOne_isFound() {
        PlanningProblem uneven = turning().demand("SO-3", "轴", 8, 5).build();
        Plan plan = aPlan(uneven)
                .lot("SO-3", "轴", 8, lot -> lot.run("车床", 480))
                .lot("SO-1", "轴", 2, lot -> lot.run("车床", 540))
                .lot("SO-2", "轴", 2, lot -> lot.run("车床", 720))
                .build();

        assertThat(kinds(uneven, plan)).containsExactly(MACHINE_OVERLAP, MACHINE_OVERLAP);
    }

    @Test
    void workThatSpansTheWeekend_goesOnOnMonday() {
        assertThat(oneLot(problem, FRIDAY_EVENING - 60, MONDAY + 60, 120)).isEmpty();
    }

    @Test
    void workThatEndsAMinuteEarlyOrLate_isNotTheWorkOfTheCalendar() {
        assertThat(oneLot(problem, FRIDAY_EVENING - 60, MONDAY + 59, 120))
                .containsExactly(new Finding(CALENDAR, "车床", FRIDAY_EVENING - 60, 1, true));
        assertThat(oneLot(problem, FRIDAY_EVENING - 60, MONDAY + 61, 120))
                .containsExactly(new Finding(CALENDAR, "车床", FRIDAY_EVENING - 60, 1, true));
    }

    @Test
    void workAtTheWeekend_needsOvertime() {
        PlanningProblem overtime = turning()
                .machine("车床", machine -> machine.overtime("SAT 08:00-16:00"))
                .build();
        var lot = aPlan(overtime).overtimeOn("车床").lot("SO-1", "轴", 2, l -> l.run("车床", SATURDAY));

        assertThat(Checker.check(overtime, lot.build())).isEmpty();
        assertThat(oneLot(overtime, SATURDAY, SATURDAY + 120, 120))
                .containsExactly(new Finding(CALENDAR, "车床", SATURDAY, 120, true));
    }

    @Test
    void overtimeThatNamesNoMachine_isWorkedOnAll() {
        PlanningProblem overtime = turning()
                .machine("车床", machine -> machine.overtime("SAT 08:00-16:00"))
                .build();
        Plan regular = aPlan(overtime)
                .lot("SO-1", "轴", 2, lot -> lot.operation(operation(2, 0, 120, SATURDAY, SATURDAY + 120)))
                .build();
        var everywhere = new Plan(List.of(), true, List.of(), regular.lots(), List.of(), List.of(), regular.search());

        assertThat(Checker.check(overtime, everywhere)).isEmpty();
    }

    @Test
    void workBeyondTheLastKnownShift_isFound() {
        int never = 3000 * 1440;

        assertThat(oneLot(problem, never, never + 120, 120))
                .extracting(Finding::kind)
                .containsExactly(CALENDAR);
    }

    @Test
    void workMayBeRoundedUpToTheMinute_butNotFurther() {
        PlanningProblem uneven = turning()
                .make("销", s -> s.on("车床", 0.7))
                .demand("SO-3", "销", 2, 5)
                .build();

        assertThat(pins(uneven, 2)).isEmpty();
        assertThat(pins(uneven, 1)).extracting(Finding::kind).containsExactly(WORK);
        assertThat(pins(uneven, 3)).extracting(Finding::kind).containsExactly(WORK);
    }

    @Test
    void setUp_isPartOfTheWork() {
        PlanningProblem withSetup = turning()
                .make("销", s -> s.on("车床", 1, 30, 100))
                .demand("SO-3", "销", 10, 5)
                .build();
        Plan without = aPlan(withSetup)
                .lot("SO-3", "销", 10, lot -> lot.operation(operation(10, 0, 10, 480, 490)))
                .build();
        Plan with =
                aPlan(withSetup).lot("SO-3", "销", 10, lot -> lot.run("车床", 480)).build();

        assertThat(Checker.check(withSetup, with)).isEmpty();
        assertThat(Checker.check(withSetup, without)).contains(new Finding(WORK, "SO-3/1/1", 480, 30, true));
    }

    @Test
    void aBoughtMachine_worksFromTheMinuteItIsThere() {
        PlanningProblem forSale =
                turning().machineForSale("车床", i -> i.leadDays(7)).build();

        assertThat(onBought(forSale, MONDAY, 0)).isEmpty();
        assertThat(onBought(forSale, FRIDAY_NOON, 0))
                .containsExactly(new Finding(INVESTMENT, "车床", FRIDAY_NOON, 7 * 1440 - FRIDAY_NOON, true));
    }

    @Test
    void aMachineThatIsNotBought_isNeverThere() {
        PlanningProblem forSale =
                turning().machineForSale("车床", i -> i.leadDays(7)).build();

        assertThat(onBought(forSale, MONDAY)).extracting(Finding::kind).containsExactly(INVESTMENT);
    }

    @Test
    void aBoughtMachine_doesNotGetInTheWayOfTheOneItIsLike() {
        PlanningProblem forSale =
                turning().machineForSale("车床", i -> i.leadDays(0)).build();
        Plan plan = aPlan(forSale)
                .investing(0)
                .lot("SO-1", "轴", 2, lot -> lot.run("车床", 480))
                .lot("SO-2", "轴", 2, lot -> lot.run(1, -1, 2, 2, 480))
                .build();

        assertThat(Checker.check(forSale, plan)).isEmpty();
    }

    /** A lathe that is changed over in an hour, set up for shafts today. */
    private static PlanningProblem changedOver() {
        return turning()
                .machine("车床", m -> m.changedOver("轴", "*>*=60", "轴", "销"))
                .make("销", s -> s.on("车床", 1, "销"))
                .demand("SO-3", "销", 60, 5)
                .demand("SO-4", "销", 60, 5)
                .build();
    }

    private static List<Finding> pinsAt(int first, int changeover, int second, int secondChangeover) {
        PlanningProblem problem = changedOver();
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-3", "销", 60, lot -> lot.operation(pins(changeover, first)))
                        .lot("SO-4", "销", 60, lot -> lot.operation(pins(secondChangeover, second)))
                        .build());
    }

    private static Plan.Operation pins(int changeover, int start) {
        return new Plan.Operation(0, 0, -1, -1, List.of(), 60, 60, changeover, 0, 60, start, start + 60);
    }

    @Test
    void aMachineIsChangedOver_onceAndLongEnough() {
        assertThat(pinsAt(540, 60, 600, 0)).isEmpty();
        assertThat(pinsAt(539, 60, 600, 0)).containsExactly(new Finding(CHANGEOVER, "SO-3/1/1", 539, 1, true));
        assertThat(pinsAt(540, 0, 600, 0)).containsExactly(new Finding(CHANGEOVER, "SO-3/1/1", 540, -60, true));
        assertThat(pinsAt(540, 60, 700, 60)).containsExactly(new Finding(CHANGEOVER, "SO-4/2/1", 700, 60, true));
    }

    private static List<Finding> twoShafts(int first, int second, Integer... crews) {
        PlanningProblem problem = aProblem()
                .machine("车床")
                .machine("铣床")
                .crew("班组", 1.5, crew -> crew.shifts("MON-FRI 08:00-12:00"))
                .crew("别人", 1, crew -> {})
                .make("轴", s -> s.by(1, "班组").on("车床", 60).on("铣床", 60))
                .demand("SO-1", "轴", 2, 5)
                .demand("SO-2", "轴", 2, 5)
                .build();
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-1", "轴", 2, lot -> lot.operation(shaft(0, first, crews)))
                        .lot("SO-2", "轴", 2, lot -> lot.operation(shaft(1, second, crews)))
                        .build());
    }

    private static Plan.Operation shaft(int machine, int start, Integer... crews) {
        return new Plan.Operation(0, machine, -1, -1, List.of(crews), 2, 2, 0, 0, 120, start, start + 120);
    }

    @Test
    void peopleAreNotInTwoPlaces_noLongerThereThanTheyWork_andNoneAreForgotten() {
        assertThat(twoShafts(480, 600, 0)).isEmpty();
        assertThat(twoShafts(480, 599, 0)).containsExactly(new Finding(CREW_OVERLOAD, "班组", 599, 0.5, true));
        assertThat(twoShafts(480, 601, 0)).containsExactly(new Finding(CALENDAR, "铣床", 601, 1, true));
        assertThat(twoShafts(480, 600)).extracting(Finding::kind).containsOnly(REFERENCE);
        assertThat(twoShafts(480, 600, 1)).extracting(Finding::kind).containsOnly(REFERENCE);
    }

    private static List<Finding> onBought(PlanningProblem problem, int start, int... investments) {
        var plan = aPlan(problem);
        for (int investment : investments) {
            plan.investing(investment);
        }
        return Checker.check(
                problem,
                plan.lot("SO-1", "轴", 2, lot -> lot.run(1, -1, 2, 2, start)).build());
    }

    private static List<Finding> twoLots(PlanningProblem problem, int first, int second) {
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-1", "轴", 2, lot -> lot.run("车床", first))
                        .lot("SO-2", "轴", 2, lot -> lot.run("车床", second))
                        .build());
    }

    private static List<Finding> oneLot(PlanningProblem problem, int start, int end, int work) {
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-1", "轴", 2, lot -> lot.operation(operation(2, 0, work, start, end)))
                        .build());
    }

    private static List<Finding> pins(PlanningProblem problem, int work) {
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-3", "销", 2, lot -> lot.operation(operation(2, 0, work, 480, 480 + work)))
                        .build());
    }

    private static Plan.Operation operation(double quantity, int setup, int work, int start, int end) {
        return new Plan.Operation(0, 0, -1, -1, quantity, quantity, setup, work, start, end);
    }
}
