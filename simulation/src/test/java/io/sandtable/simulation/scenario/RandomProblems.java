package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Invented companies, different for every seed: two to four levels, alternates, worn tools, subcontractors, several suppliers with
 * minimum quantities and closures, stock that expires, breaks and weekends, things to invest in, a few rules. Every product can be made:
 * each item has an unlimited source, and no machine lacks the time.
 */
public final class RandomProblems {
    private static final List<String> SHIFTS = List.of(
            "MON-FRI 08:00-20:00",
            "MON-FRI 08:00-12:00;MON-FRI 13:00-17:30",
            "MON-SAT 00:00-24:00",
            "MON-SUN 06:00-14:00;MON-SUN 14:30-22:00",
            "MON-FRI 08:00-24:00;SAT 08:00-16:00");

    private static final String[] SETUPS = {"红", "绿", "白"};

    private final SplittableRandom random;
    /** A stream of its own, so that what came later left the companies as they were. */
    private final SplittableRandom later;

    private final int size;
    private final ProblemBuilder problem = aProblem();
    private final List<String> machines = new ArrayList<>();
    private final List<String> tools = new ArrayList<>();
    private final List<String> processes = new ArrayList<>();
    private int offers;

    private RandomProblems(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.later = new SplittableRandom(~seed);
        this.size = size;
    }

    /**
     * The company of that seed.
     *
     * @param size number of orders; the number of products, machines and suppliers grows with it
     */
    public static PlanningProblem withSeed(long seed, int size) {
        return new RandomProblems(seed, size).make();
    }

    private PlanningProblem make() {
        problem.energy("电", e -> e.tariff("MON-SUN 00:00-08:00 valley 0.31;MON-SUN 10:00-15:00 peak 1.1"));
        addMachines(3 + size / 8);
        addPlaceWithoutLimit();
        addTools(1 + size / 10);
        addCrews();
        List<String> below = addRaw(2 + size / 6);
        int levels = 1 + random.nextInt(3);
        for (int level = 1; level <= levels; level++) {
            below = addMade(level, Math.max(2, size / (4 * level)), below);
        }
        addDemands(below);
        addInvestments();
        addRules();
        return problem.openingCash(500_000 + random.nextInt(2_000_000))
                .cashItem("工资", 20, -random.nextInt(100_000))
                .build();
    }

    private void addMachines(int count) {
        for (int m = 0; m < count; m++) {
            String name = "机" + m;
            machines.add(name);
            problem.machine(name, spec -> {
                spec.shifts(SHIFTS.get(random.nextInt(SHIFTS.size())))
                        .rate(20 + random.nextInt(80))
                        .draws(5 + random.nextInt(60), "电");
                if (random.nextInt(3) == 0) {
                    spec.overtime("SAT,SUN 08:00-20:00");
                }
                if (random.nextInt(3) == 0) {
                    int first = 10 + random.nextInt(60);
                    spec.holiday(first, first + random.nextInt(9));
                }
                if (later.nextInt(3) == 0) {
                    spec.changedOver(
                            SETUPS[later.nextInt(SETUPS.length)],
                            "红>绿=%d;*>白=%d;*>*=%d".formatted(later.nextInt(90), later.nextInt(400), later.nextInt(120)),
                            SETUPS);
                }
            });
        }
    }

    private void addPlaceWithoutLimit() {
        problem.machine("晾干区", spec -> {
            spec.unlimited().rate(0);
            if (random.nextBoolean()) {
                spec.roundTheClock();
            }
        });
    }

    private void addTools(int count) {
        for (int t = 0; t < count; t++) {
            String name = "模" + t;
            tools.add(name);
            // the first one lasts, so that worn ones never make an order impossible
            boolean lasting = t == 0;
            problem.tool(name, spec -> {
                if (!lasting) {
                    double life = 200.0 * size * (1 + random.nextInt(3));
                    spec.life(life, Math.floor(life * random.nextDouble(0.9)));
                }
                spec.wear("0=100;0.6=98;1=" + (85 + random.nextInt(10)));
            });
        }
    }

    private void addCrews() {
        problem.crew("甲班", 2 + later.nextInt(2 + size / 10), crew -> {});
        problem.crew("乙班", 1 + later.nextInt(3), crew -> crew.shifts("MON-SAT 08:00-20:00"));
        problem.crew("老王", 1, crew -> crew.rate(80));
    }

    private List<String> addRaw(int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String name = "料" + i;
            names.add(name);
            if (random.nextBoolean()) {
                problem.item(name, ItemSpec::kilograms);
            }
            if (random.nextInt(4) == 0) {
                problem.item(name, item -> item.safetyStock(random.nextInt(100)));
            }
            int suppliers = 1 + random.nextInt(3);
            for (int s = 0; s < suppliers; s++) {
                addOffer(name, s == suppliers - 1);
            }
            addStock(name);
        }
        for (int i = 1; i < count; i++) {
            if (random.nextInt(4) == 0) {
                int first = random.nextInt(40);
                problem.substitute("料" + i, "料0", 0.5 + random.nextInt(3) / 2.0, first, first + random.nextInt(90));
            }
        }
        return names;
    }

    private void addOffer(String item, boolean unlimited) {
        offers++;
        problem.offer("供" + random.nextInt(2 + size / 3), item, offer -> {
            offer.price(1 + random.nextInt(40))
                    .leadDays(1 + random.nextInt(25))
                    .rejectPercent(random.nextBoolean() ? 0 : random.nextInt(5));
            if (random.nextBoolean()) {
                offer.minimum(50 + random.nextInt(400));
            }
            if (random.nextInt(3) == 0) {
                offer.multiple(25);
            }
            if (!unlimited) {
                offer.capacityPerWeek(300 + random.nextInt(3000));
            }
            if (random.nextInt(4) == 0) {
                int first = 5 + random.nextInt(60);
                offer.closed(first, first + random.nextInt(14));
            }
            if (random.nextInt(5) == 0) {
                offer.foreign(5);
            }
        });
    }

    private void addStock(String item) {
        for (int lot = random.nextInt(3); lot > 0; lot--) {
            int expires = random.nextInt(3) == 0 ? (5 + random.nextInt(80)) * DAY : Integer.MAX_VALUE;
            problem.stock(item, 10 + random.nextInt(400), expires);
        }
        if (random.nextInt(4) == 0) {
            problem.receipt(item, 10 + random.nextInt(500), 1 + random.nextInt(30));
        }
        if (random.nextInt(6) == 0) {
            problem.inWork(item, 10 + random.nextInt(200), 1 + random.nextInt(20));
        }
    }

    private List<String> addMade(int level, int count, List<String> below) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String name = "件" + level + "-" + i;
            names.add(name);
            problem.item(
                    name,
                    item -> item.standardCost(20.0 * level)
                            .family("族" + random.nextInt(3))
                            .lotMultiple(random.nextInt(5) == 0 ? 10 : 0));
            addRouting(name, below);
            if (random.nextInt(4) == 0) {
                addRouting(name, below);
            }
            if (random.nextInt(3) == 0) {
                addStock(name);
            }
        }
        return names;
    }

    private void addRouting(String item, List<String> below) {
        var steps = new ArrayList<Consumer<StepSpec>>();
        int count = 1 + random.nextInt(3);
        for (int s = 0; s < count; s++) {
            boolean first = s == 0;
            steps.add(step -> describe(step, first, below));
        }
        problem.make(item, steps.toArray(RandomProblems::stepArray));
    }

    @SuppressWarnings("unchecked")
    private static Consumer<StepSpec>[] stepArray(int length) {
        return new Consumer[length];
    }

    private void describe(StepSpec step, boolean first, List<String> below) {
        String process = "工序" + processes.size();
        processes.add(process);
        step.process(process).technology("类" + random.nextInt(4));
        if (first || random.nextInt(4) == 0) {
            step.takes(below.get(random.nextInt(below.size())), 0.5 + random.nextInt(4) / 2.0);
        }
        if (random.nextInt(6) == 0) {
            step.releaseFence(random.nextInt(10));
        }
        if (random.nextInt(6) == 0) {
            // drying, cooling, a journey: nothing limits it
            step.on("晾干区", 0, random.nextInt(2 * DAY), 100);
            return;
        }
        int setup = random.nextBoolean() ? 0 : random.nextInt(60);
        int preferred = random.nextInt(machines.size());
        int alternates = 1 + random.nextInt(2);
        for (int m = 0; m < alternates; m++) {
            step.on(
                    machines.get((preferred + m) % machines.size()),
                    0.5 + random.nextInt(40) / 10.0,
                    setup,
                    random.nextBoolean() ? 100 : 93 + random.nextInt(7),
                    later.nextInt(3) == 0 ? "" : SETUPS[later.nextInt(SETUPS.length)]);
        }
        switch (later.nextInt(8)) {
            case 0 -> step.by(1, "甲班");
            case 1 -> step.by(1, "老王", "乙班").by(0.5, "甲班");
            default -> {
                // the machine's own people do it
            }
        }
        if (random.nextInt(3) == 0) {
            if (tools.size() > 1 && random.nextBoolean()) {
                step.with(tools.get(1 + random.nextInt(tools.size() - 1)), 0.5 + random.nextInt(2) / 2.0);
            }
            step.with(tools.getFirst());
        }
        if (random.nextInt(4) == 0) {
            step.outsourcedTo(
                    "协" + random.nextInt(3),
                    2 + random.nextInt(30),
                    2 + random.nextInt(10),
                    98,
                    200 + random.nextInt(900));
        }
        if (random.nextInt(4) == 0) {
            step.thenWait(random.nextInt(3 * DAY));
        }
        if (random.nextInt(8) == 0) {
            step.confidential();
        }
        if (random.nextInt(3) == 0) {
            step.draws(0.2 + random.nextDouble(), "电");
        }
    }

    private void addDemands(List<String> products) {
        for (int d = 0; d < size; d++) {
            problem.demand(
                    "单" + d,
                    products.get(random.nextInt(products.size())),
                    1 + random.nextInt(120),
                    10 + random.nextInt(140),
                    demand -> {
                        demand.customer("客" + random.nextInt(5))
                                .price(150 + random.nextInt(200))
                                .priority(1 + random.nextInt(3))
                                .penalty(random.nextInt(3) / 2.0);
                        if (random.nextInt(4) == 0) {
                            demand.partial(random.nextInt(30));
                        }
                    });
        }
    }

    private void addInvestments() {
        if (random.nextBoolean()) {
            problem.toolForSale(
                    pick(tools), i -> i.price(50_000 + random.nextInt(200_000)).leadDays(20 + random.nextInt(40)));
        }
        if (random.nextInt(3) == 0) {
            problem.machineForSale(
                    pick(machines),
                    i -> i.price(200_000 + random.nextInt(900_000)).leadDays(30 + random.nextInt(60)));
        }
    }

    private void addRules() {
        int from = random.nextInt(60) * DAY;
        int to = from + (1 + random.nextInt(30)) * DAY;
        if (random.nextBoolean()) {
            String machine = pick(machines);
            problem.must("预留", p -> new Restriction.ReserveCapacity(Set.of(p.machineIndex(machine)), from, to, 30));
        }
        if (random.nextInt(3) == 0) {
            String machine = pick(machines);
            problem.must("检修", p -> new Restriction.MachineDown(p.machineIndex(machine), from, to));
        }
        if (random.nextInt(3) == 0) {
            String tool = pick(tools);
            problem.must("修模", p -> new Restriction.ToolDown(p.toolIndex(tool), from, to));
        }
        if (random.nextInt(3) == 0) {
            problem.must("供0停", p -> new Restriction.SupplierClosed("供0", from, to));
        }
        if (random.nextInt(3) == 0) {
            int offer = random.nextInt(offers);
            problem.must("禁购", p -> new Restriction.BannedOffers(Set.of(offer), from, to));
        }
        if (random.nextInt(3) == 0) {
            String process = pick(processes);
            problem.must("不外协", p -> new Restriction.NoOutsourcing(Set.of(process), 0, Integer.MAX_VALUE));
        }
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
