package io.sandtable.web.plandetail;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.scenario.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What runs on machines and with tools, when, and how full they are: the operations of a plan sorted once for all windows. */
final class Board {
    private final ShownPlan shown;
    private final PlanningProblem problem;
    private final Names names;
    private final Shopfloor shopfloor;
    private final List<List<Booking>> onMachine;
    private final List<List<Booking>> withTool;

    Board(ShownPlan shown) {
        this.shown = shown;
        this.problem = shown.problem();
        this.names = shown.names();
        this.shopfloor = new Shopfloor(problem, shown.plan());
        this.onMachine = lists(shopfloor.machines());
        this.withTool = lists(shopfloor.tools());
        for (Lot lot : shown.plan().lots()) {
            for (Operation op : lot.operations()) {
                if (op.machine() >= 0) {
                    onMachine.get(op.machine()).add(new Booking(lot, op));
                }
                if (op.tool() >= 0) {
                    withTool.get(op.tool()).add(new Booking(lot, op));
                }
            }
        }
        Comparator<Booking> byStart =
                Comparator.comparingInt((Booking b) -> b.op().start()).thenComparingInt(b -> b.op().end());
        onMachine.forEach(own -> own.sort(byStart));
        withTool.forEach(own -> own.sort(byStart));
    }

    private record Booking(Lot lot, Operation op) {}

    /** Some days, [from, to). */
    record Window(LocalDate from, LocalDate to) {
        /** So many weeks from the Monday of a day. */
        static Window of(LocalDate day, int weeks) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Window(monday, monday.plusWeeks(weeks));
        }

        public LocalDate lastDay() {
            return to.minusDays(1);
        }
    }

    /**
     * An operation, or a time when nothing runs.
     *
     * @param row the machine or the tool it is drawn on
     * @param beside the tool on a machine's bar, the machine on a tool's; null where there is none
     * @param people who do it besides the machine's own, empty where nobody does
     * @param start of the changeover where the machine is changed over before, else of the operation
     * @param setupUntil end of changeover and set-up, null where there is none
     * @param closed whether the machine does not work: weekend, holiday, shutdown
     */
    record Bar(
            String row,
            String operation,
            @Nullable String beside,
            String item,
            String people,
            String order,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable LocalDateTime setupUntil,
            int setupMinutes,
            double quantity,
            String unit,
            boolean closed) {}

    /**
     * How full a machine is.
     *
     * @param availableMinutes by its calendar, with overtime where the plan takes it
     * @param leftPercent what the must-rules leave of it
     */
    record Load(
            int machine,
            String name,
            double workedMinutes,
            int availableMinutes,
            double leftPercent,
            int operations,
            Window window) {
        /** Of the available minutes; 0 where there are none. */
        public double percent() {
            return availableMinutes == 0 ? 0 : 100 * workedMinutes / availableMinutes;
        }
    }

    /**
     * How worn a tool is.
     *
     * @param used strokes before the plan, {@code planned} strokes in it, {@code life} infinite where nobody knows
     */
    record Wear(int tool, String name, double used, double planned, double life, int operations) {
        public boolean isLifeKnown() {
            return Double.isFinite(life);
        }

        /** Of its life, when the plan is done. */
        public double percent() {
            return isLifeKnown() && life > 0 ? 100 * (used + planned) / life : 0;
        }
    }

    /** Every machine that could work or does, the fullest first; a place without limit is never full. */
    List<Load> loads(Window window) {
        return IntStream.range(0, shopfloor.machines())
                .filter(m -> !shopfloor.machine(m).unlimited())
                .mapToObj(m -> load(m, window))
                .filter(l -> l.machine() < problem.machines().size()
                        || !onMachine.get(l.machine()).isEmpty())
                .sorted(Comparator.comparingDouble(Load::percent)
                        .reversed()
                        .thenComparing(Load::name)
                        .thenComparingInt(Load::machine))
                .toList();
    }

    /** A machine's load in each week of the horizon. */
    List<Load> weeks(int machine) {
        var weeks = new ArrayList<Load>();
        for (Window week = Window.of(problem.asOf(), 1);
                !week.from().isAfter(shown.lastDay());
                week = Window.of(week.to(), 1)) {
            weeks.add(load(machine, week));
        }
        return weeks;
    }

    private Load load(int machine, Window window) {
        int from = Math.max(0, problem.minute(window.from()));
        int to = Math.max(from, problem.minute(window.to()));
        double worked = 0;
        int operations = 0;
        for (Booking booking : onMachine.get(machine)) {
            if (changeoverStart(booking.op()) < to && booking.op().end() > from) {
                worked += booking.op().workMinutes() * shopfloor.share(booking.op(), from, to);
                worked += changeoverMinutes(booking.op(), from, to);
                operations++;
            }
        }
        int available = shopfloor.time(machine).workedBetween(from, to);
        int left = shopfloor.timeLeftByRules(machine).workedBetween(from, to);
        return new Load(
                machine,
                names.machine(machine),
                worked,
                available,
                available == 0 ? 100 : 100.0 * left / available,
                operations,
                window);
    }

    /** Every tool, the most worn first, tools without a known life last. */
    List<Wear> wear() {
        return IntStream.range(0, shopfloor.tools())
                .filter(t -> t < problem.tools().size() || !withTool.get(t).isEmpty())
                .mapToObj(this::wear)
                .sorted(Comparator.comparingDouble(Wear::percent).reversed().thenComparingInt(Wear::tool))
                .toList();
    }

    private Wear wear(int tool) {
        double planned = 0;
        for (Booking booking : withTool.get(tool)) {
            int like = shopfloor.toolLike(tool);
            planned += names.step(booking.lot(), booking.op().step()).tools().stream()
                            .filter(o -> o.tool() == like)
                            .mapToDouble(ToolOption::strokesPerUnit)
                            .findFirst()
                            .orElse(0)
                    * booking.op().quantityIn();
        }
        return new Wear(
                tool,
                names.tool(tool),
                shopfloor.strokesUsed(tool),
                planned,
                shopfloor.tool(tool).lifeStrokes(),
                withTool.get(tool).size());
    }

    int machines() {
        return onMachine.size();
    }

    int tools() {
        return withTool.size();
    }

    /** What runs on a machine in a window, by start. */
    List<Bar> onMachine(int machine, Window window) {
        return bars(onMachine.get(machine), names.machine(machine), window, true);
    }

    /** What runs with a tool in a window, by start. */
    List<Bar> withTool(int tool, Window window) {
        return bars(withTool.get(tool), names.tool(tool), window, false);
    }

    private List<Bar> bars(List<Booking> bookings, String row, Window window, boolean byMachine) {
        int from = problem.minute(window.from());
        int to = problem.minute(window.to());
        return bookings.stream()
                .filter(b -> b.op().start() < to && b.op().end() > from)
                .map(b -> bar(b, row, byMachine))
                .toList();
    }

    private Bar bar(Booking booking, String row, boolean byMachine) {
        Operation op = booking.op();
        Lot lot = booking.lot();
        String tool = op.tool() < 0 ? null : names.tool(op.tool());
        int settingUp = op.changeoverMinutes() + op.setupMinutes();
        return new Bar(
                row,
                names.operation(lot, op.step()),
                byMachine ? tool : op.machine() < 0 ? null : names.machine(op.machine()),
                names.item(lot.item()),
                String.join(" · ", names.crews(op)),
                problem.demands().get(lot.demand()).number(),
                time(changeoverStart(op)),
                time(op.end()),
                settingUp == 0 || op.machine() < 0 ? null : time(setupEnd(op)),
                settingUp,
                op.quantityIn(),
                problem.items().get(lot.item()).unit(),
                false);
    }

    /** Minutes of the changeover before the operation that lie in [from, to). */
    private int changeoverMinutes(Operation op, int from, int to) {
        return op.changeoverMinutes() == 0
                ? 0
                : shopfloor
                        .time(op.machine())
                        .workedBetween(Math.max(from, changeoverStart(op)), Math.min(to, op.start()));
    }

    /** The last minutes before the start in which the machine works. */
    private int changeoverStart(Operation op) {
        if (op.changeoverMinutes() == 0) {
            return op.start();
        }
        WorkingTime time = shopfloor.time(op.machine());
        return time.wallOfStart(Math.max(0, time.workedBefore(op.start()) - op.changeoverMinutes()));
    }

    /** Set-up comes first, in the machine's working time. */
    private int setupEnd(Operation op) {
        WorkingTime time = shopfloor.time(op.machine());
        return Math.min(op.end(), time.wallOfEnd(time.workedBefore(op.start()) + op.setupMinutes()));
    }

    /** Whole days of the window on which a machine does not work, those that touch as one. */
    List<Bar> closures(int machine, Window window) {
        WorkingTime time = shopfloor.time(machine);
        var closures = new ArrayList<Bar>();
        LocalDate start = null;
        for (LocalDate day = later(window.from(), problem.asOf()); !day.isAfter(window.to()); day = day.plusDays(1)) {
            int minute = problem.minute(day);
            boolean closed = day.isBefore(window.to()) && time.workedBetween(minute, minute + DAY) == 0;
            if (closed && start == null) {
                start = day;
            } else if (!closed && start != null) {
                closures.add(new Bar(
                        names.machine(machine),
                        "",
                        null,
                        "",
                        "",
                        "",
                        start.atStartOfDay(),
                        day.atStartOfDay(),
                        null,
                        0,
                        0,
                        "",
                        true));
                start = null;
            }
        }
        return closures;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private LocalDateTime time(int minute) {
        return problem.time(minute);
    }

    private static List<List<Booking>> lists(int size) {
        var lists = new ArrayList<List<Booking>>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
