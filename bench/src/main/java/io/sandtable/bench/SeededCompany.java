package io.sandtable.bench;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.LotSize;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.CrewNeed;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Setups;
import io.sandtable.simulation.scenario.Validity;
import io.sandtable.simulation.scenario.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * An invented company with more to do than it can do in time, different for every seed: products of two levels on machines in one, two or three
 * shifts, one tool and one crew that several operations want, suppliers with long lead times and little to sell, goods on order and at
 * another site, subcontractors, two rules that close machines.
 */
final class SeededCompany {
    /** A Monday. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static final int HORIZON = 182;
    private static final int CALENDAR_DAYS = 2 * HORIZON;
    private static final int ORDERS = 40;
    private static final int RAW = 8;
    private static final int PARTS = 5;
    private static final int PRODUCTS = 6;
    /** Hours of the working day: from, to, from, to …; the last number of working days a week. */
    private static final int[][] SHIFTS = {{8, 12, 13, 17, 5}, {8, 20, 5}, {6, 14, 14, 22, 6}, {0, 24, 6}, {8, 17, 6}};

    private final SplittableRandom random;
    private final List<Item> items = new ArrayList<>();
    private final List<Routing> routings = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Stock> stocks = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    SeededCompany(long seed) {
        random = new SplittableRandom(seed);
    }

    PlanningProblem problem() {
        int count = 4 + random.nextInt(3);
        for (int m = 0; m < count; m++) {
            machines.add(machine(m));
        }
        for (int i = 0; i < RAW + PARTS + PRODUCTS; i++) {
            addItem(i);
        }
        return new PlanningProblem(
                AS_OF,
                HORIZON,
                items,
                routings,
                machines,
                List.of(crew()),
                List.of(new Tool(0, "EQP-tool", "tool", Double.POSITIVE_INFINITY, 0, null)),
                offers,
                demands(),
                stocks,
                receipts,
                investments(),
                List.of(),
                new Finance(Money.of(Money.CNY, 1_000_000), 13, 25, 0, false, List.of()),
                rules());
    }

    private Machine machine(int index) {
        WorkingTime time = week(SHIFTS[random.nextInt(SHIFTS.length)]);
        return new Machine(index, "EQP-" + index, "machine " + index, time, time, 60, 50, 0, -1, false, Setups.NONE);
    }

    private Crew crew() {
        WorkingTime time = week(SHIFTS[1]);
        return new Crew(0, "EQP-crew", "crew", 2, time, time, 40);
    }

    private static WorkingTime week(int[] shift) {
        var intervals = new ArrayList<int[]>();
        int workingDays = shift[shift.length - 1];
        for (int day = 0; day < CALENDAR_DAYS; day++) {
            for (int i = 0; day % 7 < workingDays && i + 1 < shift.length; i += 2) {
                intervals.add(new int[] {day * DAY + 60 * shift[i], day * DAY + 60 * shift[i + 1]});
            }
        }
        return WorkingTime.of(intervals);
    }

    private void addItem(int index) {
        var own = new ArrayList<Integer>();
        if (index < RAW) {
            int suppliers = 1 + random.nextInt(2);
            for (int s = 0; s < suppliers; s++) {
                own.add(offers.size());
                offers.add(offer(index, s));
            }
            addStock(index);
        } else {
            routings.add(routing(index));
        }
        items.add(new Item(
                index,
                "MAT-" + index,
                "item " + index,
                index < RAW ? "kg" : "pcs",
                index >= RAW,
                index < RAW ? 10 : 60,
                0,
                LotSize.ANY,
                null,
                index < RAW ? List.of() : List.of(routings.size() - 1),
                own));
    }

    /** The first one of an item has limits; the second one is dear, slow, and has whatever is wanted. */
    private Offer offer(int item, int place) {
        boolean limited = random.nextInt(2) == 0;
        return new Offer(
                offers.size(),
                "SUP-" + random.nextInt(5),
                "supplier",
                item,
                8 + 4 * place + random.nextInt(5),
                null,
                0,
                (3 + random.nextInt(20) + 8 * place) * DAY,
                random.nextInt(2) * 100,
                0,
                limited && place == 0 ? 300 + random.nextInt(500) : Double.POSITIVE_INFINITY,
                100,
                0,
                30,
                false,
                0,
                List.of());
    }

    private void addStock(int item) {
        stocks.add(new Stock(stocks.size(), "LOT-" + item, item, random.nextInt(600), 10, Integer.MAX_VALUE, null));
        if (random.nextInt(3) == 0) {
            stocks.add(new Stock(
                    stocks.size(),
                    "LOT-far-" + item,
                    item,
                    300,
                    10,
                    Integer.MAX_VALUE,
                    new Elsewhere("SIT-far", "far", (2 + random.nextInt(8)) * DAY, 1)));
        }
        if (random.nextInt(3) == 0) {
            int arrives = (5 + random.nextInt(20)) * DAY;
            receipts.add(new Receipt(receipts.size(), "PUR-" + item, item, 400, arrives, 10, "SUP-0", 30, false));
        }
    }

    private Routing routing(int item) {
        boolean product = item >= RAW + PARTS;
        int steps = 1 + random.nextInt(3);
        var all = new ArrayList<Step>();
        for (int s = 0; s < steps; s++) {
            var takes = new ArrayList<Consumption>();
            if (s == 0) {
                takes.add(new Consumption(random.nextInt(RAW), 1 + random.nextInt(3)));
                if (product) {
                    takes.add(new Consumption(RAW + random.nextInt(PARTS), 1));
                }
            }
            all.add(step("PRO-%d-%d".formatted(item, s), takes));
        }
        return new Routing(routings.size(), "ROU-" + item, item, all, false);
    }

    private Step step(String process, List<Consumption> takes) {
        var on = new ArrayList<MachineOption>();
        int first = random.nextInt(machines.size());
        int alternates = 1 + random.nextInt(2);
        List<CrewNeed> people = random.nextInt(5) == 0 ? List.of(new CrewNeed(List.of(0), 1)) : List.of();
        for (int m = 0; m < alternates; m++) {
            on.add(new MachineOption(
                    (first + m) % machines.size(),
                    3 + random.nextInt(10),
                    random.nextInt(60),
                    100,
                    Setups.ANY,
                    people,
                    Validity.ALWAYS));
        }
        List<ToolOption> tools = random.nextInt(6) == 0 ? List.of(new ToolOption(0, 1)) : List.of();
        boolean outside = random.nextInt(8) == 0;
        return new Step(
                process,
                process,
                "T",
                false,
                random.nextInt(6) == 0 ? DAY : 0,
                random.nextInt(8) == 0 ? (1 + random.nextInt(4)) * DAY : 0,
                takes,
                on,
                tools,
                outside
                        ? List.of(new Subcontract(
                                0, "SUP-out", "outside", 20, (4 + random.nextInt(8)) * DAY, 100, 400, "", 30))
                        : List.of(),
                0,
                -1);
    }

    private List<Demand> demands() {
        var all = new ArrayList<Demand>();
        for (int d = 0; d < ORDERS; d++) {
            all.add(new Demand(
                    d,
                    "ORD-" + d,
                    "SO-" + d,
                    "CUS-" + d % 5,
                    "customer",
                    RAW + PARTS + random.nextInt(PRODUCTS),
                    20 + random.nextInt(150),
                    (6 + random.nextInt(45)) * DAY,
                    250,
                    1 + random.nextInt(3),
                    random.nextInt(4) != 0,
                    0,
                    0.5,
                    30));
        }
        return all;
    }

    private List<Investment> investments() {
        return random.nextInt(2) == 0
                ? List.of()
                : List.of(
                        new Investment(0, "EQP-0", "another", "SUP-1", "supplier", -1, 0, 300_000, 10 * DAY, 120, 30));
    }

    private List<PlannedRule> rules() {
        int from = random.nextInt(15) * DAY;
        int to = from + (7 + random.nextInt(14)) * DAY;
        return List.of(
                rule(
                        "RUL-reserve",
                        new Restriction.ReserveCapacity(Set.of(random.nextInt(machines.size())), from, to, 30)),
                rule("RUL-down", new Restriction.MachineDown(random.nextInt(machines.size()), from, from + 4 * DAY)));
    }

    private static PlannedRule rule(String id, Restriction restriction) {
        return new PlannedRule(id, id, restriction.getClass().getSimpleName(), true, 100, null, restriction);
    }
}
