package io.sandtable.simulation.evaluate;

import io.sandtable.model.Curve;
import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.ExchangeRate;
import io.sandtable.simulation.scenario.LotSize;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.*;
import io.sandtable.simulation.scenario.Rebate;
import io.sandtable.simulation.scenario.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Companies and plans drawn from a seed: every kind of posting, no claim that anybody would run a shop like that. */
final class RandomShop {
    private static final int DAY = PlanningProblem.DAY;
    private static final int RAWS = 4;
    private static final int PARTS = 4;

    private final SplittableRandom random;
    private final PlanningProblem problem;
    private final List<Lot> lots = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    RandomShop(long seed, int orders) {
        random = new SplittableRandom(seed);
        problem = problem(orders);
        for (Demand demand : problem.demands()) {
            plan(demand);
        }
    }

    PlanningProblem problem() {
        return problem;
    }

    Plan plan() {
        List<Integer> investments = random.nextBoolean() ? List.of(0, 1) : List.of();
        return new Plan(
                investments,
                random.nextBoolean(),
                List.of(),
                lots,
                purchases,
                deliveries,
                new Plan.Search("random", 1, 0, 1, "constructed"));
    }

    private PlanningProblem problem(int orders) {
        var items = new ArrayList<Item>();
        var offers = new ArrayList<Offer>();
        var routings = new ArrayList<Routing>();
        for (int i = 0; i < 2 * RAWS; i++) {
            boolean foreign = random.nextBoolean();
            offers.add(new Offer(
                    i,
                    "SUP-" + i % RAWS,
                    "Supplier " + i % RAWS,
                    i % RAWS,
                    price(),
                    null,
                    foreign ? 6.5 : 0,
                    3 * DAY,
                    1,
                    1,
                    1e9,
                    95,
                    1,
                    random.nextInt(60),
                    foreign,
                    0,
                    List.of(),
                    "CNY",
                    random.nextBoolean()
                            ? new Rebate(Curve.of(Map.of(100.0, 1.5, 900.0, 4.0)), 1 + 2 * random.nextInt(2), 80, 700)
                            : null));
        }
        for (int i = 0; i < RAWS; i++) {
            items.add(new Item(
                    i,
                    "MAT-R" + i,
                    "raw " + i,
                    "kg",
                    false,
                    price(),
                    0,
                    LotSize.ANY,
                    null,
                    List.of(),
                    List.of(i, RAWS + i)));
        }
        for (int i = 0; i < 2 * PARTS; i++) {
            boolean product = i >= PARTS;
            int item = RAWS + i;
            int input = product ? item - PARTS : i % RAWS;
            routings.add(new Routing(
                    i, "ROU-" + i, item, List.of(step(i, input), step(100 + i, random.nextInt(RAWS))), false));
            items.add(new Item(
                    item, "MAT-P" + i, "part " + i, "pcs", true, price(), 0, LotSize.ANY, null, List.of(i), List.of()));
        }
        var demands = new ArrayList<Demand>();
        for (int d = 0; d < orders; d++) {
            demands.add(new Demand(
                    d,
                    "ORD-" + d,
                    "SO-" + d,
                    "CUS-1",
                    "Customer",
                    RAWS + PARTS + random.nextInt(PARTS),
                    1 + random.nextInt(500),
                    (1 + random.nextInt(170)) * DAY,
                    40 + price(),
                    1,
                    true,
                    0,
                    random.nextInt(3) * 0.5,
                    random.nextInt(90)));
        }
        return new PlanningProblem(
                LocalDate.of(2026, 11, 21),
                182,
                items,
                routings,
                machines(),
                List.of(),
                List.of(new Tool(0, "EQP-T", "T", 1e5, 0, null)),
                offers,
                demands,
                stocks(),
                receipts(),
                investments(),
                energies(),
                finance(),
                List.of());
    }

    private Step step(int number, int input) {
        return new Step(
                "PRO-" + number,
                "step " + number,
                "tech",
                false,
                random.nextInt(60),
                0,
                List.of(new Consumption(input, 0.5 + random.nextDouble())),
                IntStream.range(0, 3)
                        .mapToObj(m -> new MachineOption(m, 0.5 + random.nextDouble(), 30, 97))
                        .toList(),
                List.of(new ToolOption(0, 1)),
                List.of(new Subcontract(
                        0, "SUP-SUB", "Sub", price(), 2 * DAY, 99, 1e9, "high", 45, Validity.ALWAYS, "EUR", true, 4.3)),
                random.nextDouble(),
                1);
    }

    private List<Machine> machines() {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 3; m++) {
            machines.add(new Machine(
                    m,
                    "EQP-" + m,
                    "M" + m,
                    OneProductShop.everyDay(8, 16 + m),
                    OneProductShop.everyDay(8, 20),
                    price(),
                    50,
                    20 * random.nextDouble(),
                    0,
                    false));
        }
        return machines;
    }

    private List<Stock> stocks() {
        var stocks = new ArrayList<Stock>();
        for (int i = 0; i < RAWS + 2 * PARTS; i++) {
            int expires = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(200 * DAY);
            stocks.add(new Stock(i, "LOT-" + i, i, 300 * random.nextDouble(), price(), expires, null));
        }
        return stocks;
    }

    private List<Receipt> receipts() {
        return List.of(new Receipt(
                0, "PUR-1", 0, 500.5, random.nextInt(40 * DAY), price(), "SUP-0", 30, false, "EUR", true, 6.5));
    }

    private List<Investment> investments() {
        return List.of(
                new Investment(0, "EQP-T", "T", "SUP-T", "Toolmaker", 0, -1, 1000 * price(), 30 * DAY, 36, 60),
                new Investment(
                        1,
                        "EQP-0",
                        "M0",
                        "SUP-T",
                        "Toolmaker",
                        -1,
                        0,
                        1000 * price(),
                        60 * DAY,
                        60,
                        45,
                        "EUR",
                        true,
                        5,
                        null));
    }

    private List<EnergySource> energies() {
        var prices = new ArrayList<Double>();
        for (int h = 0; h < 168; h++) {
            prices.add(0.3 + random.nextDouble());
        }
        return List.of(
                new EnergySource(0, "ENE-1", "electricity", "kWh", prices, 0.57),
                new EnergySource(1, "ENE-2", "gas", "m3", prices, 2.1));
    }

    private Finance finance() {
        LocalDate date = LocalDate.of(2026, 12, 20);
        var euro = new TreeMap<>(Map.of(0, 7.5, 20, 7 + random.nextDouble(), 75, 7 + random.nextDouble()));
        return new Finance(
                Money.fen(random.nextInt(1_000_000_000)),
                Money.fen(random.nextInt(1_000_000)),
                Money.fen(12_345_678),
                13,
                25,
                90,
                random.nextBoolean(),
                List.of(
                        new CashItem("ACC-1", "receivable", date, Money.fen(random.nextInt(9_000_000))),
                        new CashItem("ACC-2", "payable", date, Money.fen(-random.nextInt(9_000_000))),
                        new CashItem("ACC-3", "loan", date.plusDays(40), Money.fen(-1_000_003)),
                        new CashItem("ACC-3", "interest", date, Money.fen(-3_333)),
                        new CashItem("ACC-4", "payroll", date, Money.fen(-2_000_001)),
                        new CashItem("ACC-5", "rent", date, Money.fen(-777)),
                        new CashItem("ACC-6", "overhead", date, Money.fen(-888)),
                        new CashItem("ACC-7", "subsidy", date, Money.fen(9_999)),
                        new CashItem("ACC-8", "deposit", date, Money.fen(1_111))),
                Map.of("EUR", new ExchangeRate(euro)),
                List.of(
                        new CreditLine(Money.fen(50_000_000), 4.35, 90),
                        new CreditLine(Money.fen(random.nextInt(900_000_000)), 3.7, Integer.MAX_VALUE)),
                List.of());
    }

    private void plan(Demand demand) {
        if (random.nextInt(12) == 0) {
            return;
        }
        int start = random.nextInt(150 * DAY);
        int product = demand.item();
        var top = lots.size();
        lots.add(null);
        Lot part = lot(top + 1, demand, top, product - PARTS, demand.quantity() * 1.2, start);
        lots.set(top, lot(top, demand, -1, product, demand.quantity() + random.nextInt(5), part.end()));
        lots.add(part);
        int end = lots.get(top).end();
        if (random.nextInt(5) == 0 && demand.quantity() > 10) {
            deliveries.add(new Delivery(demand.index(), 7, end));
            deliveries.add(new Delivery(demand.index(), demand.quantity() - 7, end + DAY));
        } else {
            deliveries.add(new Delivery(demand.index(), demand.quantity(), end));
        }
        for (int raw = 0; raw < RAWS; raw++) {
            double quantity = demand.quantity() * random.nextDouble() * 2;
            int offer = random.nextBoolean() ? raw : RAWS + raw;
            purchases.add(new Purchase(offer, quantity, quantity * 0.99, Math.max(0, start - 5 * DAY), start));
        }
    }

    private Lot lot(int index, Demand demand, int parent, int item, double quantity, int start) {
        int routing = item - RAWS;
        var operations = new ArrayList<Operation>();
        int from = start;
        for (int s = 0; s < 2; s++) {
            double in = s == 0 ? quantity * 1.06 : quantity * 1.03;
            double out = s == 0 ? quantity * 1.03 : quantity;
            Operation op;
            if (random.nextInt(6) == 0) {
                op = new Operation(s, -1, -1, 0, in, out, 0, 0, from, from + 2 * DAY);
            } else {
                int work = 30 + random.nextInt(900);
                op = new Operation(s, random.nextInt(3), 0, -1, in, out, 30, work, from, from + work * 3);
            }
            operations.add(op);
            from = op.end() + 10;
        }
        return new Lot(index, demand.index(), parent, item, routing, quantity, operations);
    }

    private double price() {
        return 1 + random.nextInt(9000) / 100.0 + random.nextDouble() / 1000;
    }
}
