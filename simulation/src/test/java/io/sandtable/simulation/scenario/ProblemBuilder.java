package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A planning problem for a test, naming only what matters to it. Everything goes by its name, which is also its id; an item exists
 * once it is mentioned, machines, tools and energies must be given before the problem is built. Day 0 is a Monday.
 */
public final class ProblemBuilder {
    /** The default as-of day, a Monday. */
    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final int DAYS_BEYOND = 364;

    private LocalDate asOf = MONDAY;
    private int horizonDays = 182;
    private double openingCash = 1_000_000;
    private double carbonPrice;
    private boolean labourInPayroll;
    private final Map<String, ItemSpec> items = new LinkedHashMap<>();
    private final Map<String, MachineSpec> machines = new LinkedHashMap<>();
    private final Map<String, CrewSpec> crews = new LinkedHashMap<>();
    private final Map<String, ToolSpec> tools = new LinkedHashMap<>();
    private final Map<String, EnergySpec> energies = new LinkedHashMap<>();
    private final List<RoutingSpec> routings = new ArrayList<>();
    private final List<OfferSpec> offers = new ArrayList<>();
    private final List<DemandSpec> demands = new ArrayList<>();
    private final List<InvestmentSpec> investments = new ArrayList<>();
    private final List<PlanningProblem.Stock> stocks = new ArrayList<>();
    private final List<PlanningProblem.Receipt> receipts = new ArrayList<>();
    private final List<PlanningProblem.CashItem> cashItems = new ArrayList<>();
    private final List<Function<ProblemBuilder, PlannedRule>> rules = new ArrayList<>();

    private ProblemBuilder() {}

    private record RoutingSpec(String id, int item, List<StepSpec> steps, boolean substitution) {}

    public static ProblemBuilder aProblem() {
        return new ProblemBuilder();
    }

    public ProblemBuilder asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    public ProblemBuilder horizonDays(int days) {
        horizonDays = days;
        return this;
    }

    /** An item with something unusual about it: a unit that can be divided, safety stock … */
    public ProblemBuilder item(String name, Consumer<ItemSpec> about) {
        about.accept(itemSpec(name));
        return this;
    }

    /** A machine that works Monday to Friday from 8 to 20 h. */
    public ProblemBuilder machine(String name) {
        return machine(name, m -> {});
    }

    /** A machine with these shifts, as a week pattern. */
    public ProblemBuilder machine(String name, String shifts) {
        return machine(name, m -> m.shifts(shifts));
    }

    public ProblemBuilder machine(String name, Consumer<MachineSpec> about) {
        about.accept(machines.computeIfAbsent(name, MachineSpec::new));
        return this;
    }

    /** So many people who are there whenever a machine works, for 30 CNY an hour each, unless told otherwise. */
    public ProblemBuilder crew(String name, double people, Consumer<CrewSpec> about) {
        about.accept(crews.computeIfAbsent(name, n -> new CrewSpec(n, people)));
        return this;
    }

    /** A tool that lasts for ever and does not wear, unless told otherwise. */
    public ProblemBuilder tool(String name, Consumer<ToolSpec> about) {
        about.accept(tools.computeIfAbsent(name, ToolSpec::new));
        return this;
    }

    public ProblemBuilder energy(String name, Consumer<EnergySpec> about) {
        about.accept(energies.computeIfAbsent(name, EnergySpec::new));
        return this;
    }

    /** A way to make an item; called again for the same item it adds an alternate of lower priority. */
    @SafeVarargs
    public final ProblemBuilder make(String item, Consumer<StepSpec>... steps) {
        var specs = new ArrayList<StepSpec>();
        for (Consumer<StepSpec> about : steps) {
            var step = new StepSpec("%s-%d-%d".formatted(item, routings.size(), specs.size() + 1));
            about.accept(step);
            specs.add(step);
        }
        routings.add(new RoutingSpec("R-" + item + "-" + routings.size(), indexOfItem(item), specs, false));
        return this;
    }

    /** So many units of the other item can stand in for one of the item, from the first day until the last one. */
    public ProblemBuilder substitute(String item, String other, double ratio, int firstDay, int lastDay) {
        String place = "替代-" + other;
        machine(
                place,
                m -> m.roundTheClock()
                        .unlimited()
                        .rate(0)
                        .holiday(-1, firstDay - 1)
                        .holiday(lastDay + 1, 10_000));
        var step = new StepSpec(other);
        step.takes(other, ratio).on(place, 0);
        routings.add(new RoutingSpec(item + " ← " + other, indexOfItem(item), List.of(step), true));
        return this;
    }

    /** What a supplier sells: 10 CNY a unit after five days, any quantity, unless told otherwise. */
    public ProblemBuilder offer(String supplier, String item, Consumer<OfferSpec> about) {
        var offer = new OfferSpec(supplier, indexOfItem(item));
        about.accept(offer);
        offers.add(offer);
        return this;
    }

    public ProblemBuilder offer(String supplier, String item) {
        return offer(supplier, item, o -> {});
    }

    /** An order due at the end of the day (day 0 is the as-of day). */
    public ProblemBuilder demand(String number, String item, double quantity, int dueDay) {
        return demand(number, item, quantity, dueDay, d -> {});
    }

    public ProblemBuilder demand(String number, String item, double quantity, int dueDay, Consumer<DemandSpec> about) {
        var demand = new DemandSpec(number, indexOfItem(item), quantity, (dueDay + 1) * DAY);
        about.accept(demand);
        demands.add(demand);
        return this;
    }

    public ProblemBuilder stock(String item, double quantity) {
        return stock(item, quantity, Integer.MAX_VALUE);
    }

    /** Stock that may be used until the minute. */
    public ProblemBuilder stock(String item, double quantity, int expires) {
        stocks.add(new PlanningProblem.Stock(
                stocks.size(),
                "LOT-" + stocks.size(),
                indexOfItem(item),
                quantity,
                itemSpec(item).standardCost,
                expires,
                null));
        return this;
    }

    /** Stock at another site, so many days and CNY a unit away. */
    public ProblemBuilder stockAt(String site, String item, double quantity, double days, double costPerUnit) {
        stocks.add(new PlanningProblem.Stock(
                stocks.size(),
                "LOT-" + stocks.size(),
                indexOfItem(item),
                quantity,
                itemSpec(item).standardCost,
                Integer.MAX_VALUE,
                new PlanningProblem.Elsewhere(site, site, (int) Math.round(days * DAY), costPerUnit)));
        return this;
    }

    /** An open purchase order that arrives at the beginning of the day. */
    public ProblemBuilder receipt(String item, double quantity, int day) {
        receipts.add(new PlanningProblem.Receipt(
                receipts.size(),
                "PUR-" + receipts.size(),
                indexOfItem(item),
                quantity,
                day * DAY,
                10,
                "供应商",
                30,
                false));
        return this;
    }

    /** An open work order whose goods are there at the beginning of the day. */
    public ProblemBuilder inWork(String item, double quantity, int day) {
        receipts.add(new PlanningProblem.Receipt(
                receipts.size(), "WOR-" + receipts.size(), indexOfItem(item), quantity, day * DAY, 10, "", 0, true));
        return this;
    }

    /** Another tool like that one can be bought. */
    public ProblemBuilder toolForSale(String tool, Consumer<InvestmentSpec> about) {
        return investment(new InvestmentSpec(tool, indexOf(tools, tool), -1), about);
    }

    /** Another machine like that one can be bought. */
    public ProblemBuilder machineForSale(String machine, Consumer<InvestmentSpec> about) {
        return investment(new InvestmentSpec(machine, -1, indexOf(machines, machine)), about);
    }

    private ProblemBuilder investment(InvestmentSpec investment, Consumer<InvestmentSpec> about) {
        about.accept(investment);
        investments.add(investment);
        return this;
    }

    public ProblemBuilder openingCash(double yuan) {
        openingCash = yuan;
        return this;
    }

    /** Money that moves on the day whatever is planned; positive comes in. */
    public ProblemBuilder cashItem(String kind, int day, double yuan) {
        cashItems.add(new PlanningProblem.CashItem(
                "CASH-" + cashItems.size(), kind, asOf.plusDays(day), Money.of(Money.CNY, yuan)));
        return this;
    }

    public ProblemBuilder carbonPrice(double yuanPerTonne) {
        carbonPrice = yuanPerTonne;
        return this;
    }

    public ProblemBuilder labourInPayroll() {
        labourInPayroll = true;
        return this;
    }

    /** A must-rule; the restriction is made when the problem is built, so that it can look up indices. */
    public ProblemBuilder must(String id, Function<ProblemBuilder, Restriction> restriction) {
        rules.add(b -> rule(id, true, restriction.apply(b)));
        return this;
    }

    /** A prefer-rule of weight 50. */
    public ProblemBuilder prefer(String id, Function<ProblemBuilder, Restriction> restriction) {
        rules.add(b -> rule(id, false, restriction.apply(b)));
        return this;
    }

    private static PlannedRule rule(String id, boolean must, Restriction restriction) {
        String kind = restriction.getClass().getSimpleName();
        return new PlannedRule(id, id, kind, must, must ? 100 : 50, "测试", restriction);
    }

    public int machineIndex(String name) {
        return indexOf(machines, name);
    }

    public int toolIndex(String name) {
        return indexOf(tools, name);
    }

    public int crewIndex(String name) {
        return indexOf(crews, name);
    }

    int setupIndex(String machine, String setup) {
        MachineSpec spec = machines.get(machine);
        return spec == null ? -1 : spec.setupIndex(setup);
    }

    WorkingTime hours(String pattern) {
        return MachineSpec.time(List.of(pattern), asOf, horizonDays + DAYS_BEYOND, List.of());
    }

    int energyIndex(String name) {
        return name.isEmpty() ? -1 : indexOf(energies, name);
    }

    int indexOfItem(String name) {
        return itemSpec(name).index;
    }

    private ItemSpec itemSpec(String name) {
        return items.computeIfAbsent(name, n -> new ItemSpec(n, items.size()));
    }

    private static int indexOf(Map<String, ?> specs, String name) {
        int index = new ArrayList<>(specs.keySet()).indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("The test names '%s', but there are only %s; add it before it is used."
                    .formatted(name, specs.keySet()));
        }
        return index;
    }

    public PlanningProblem build() {
        int days = horizonDays + DAYS_BEYOND;
        var problem = new PlanningProblem(
                asOf,
                horizonDays,
                items.values().stream()
                        .map(i -> i.build(routingsOf(i.index), offersOf(i.index)))
                        .toList(),
                builtRoutings(),
                indexed(List.copyOf(machines.values()), (m, index) -> m.build(this, index, asOf, days)),
                indexed(List.copyOf(crews.values()), (c, index) -> c.build(index, asOf, days)),
                indexed(List.copyOf(tools.values()), ToolSpec::build),
                indexed(offers, OfferSpec::build),
                indexed(demands, DemandSpec::build),
                stocks,
                receipts,
                indexed(investments, InvestmentSpec::build),
                indexed(List.copyOf(energies.values()), EnergySpec::build),
                new PlanningProblem.Finance(
                        Money.of(Money.CNY, openingCash), 13, 25, carbonPrice, labourInPayroll, cashItems),
                List.of());
        return problem.with(rules.stream().map(r -> r.apply(this)).toList());
    }

    private List<PlanningProblem.Routing> builtRoutings() {
        return indexed(
                routings,
                (r, index) -> new PlanningProblem.Routing(
                        index,
                        r.id(),
                        r.item(),
                        r.steps().stream().map(s -> s.build(this)).toList(),
                        r.substitution()));
    }

    private List<Integer> routingsOf(int item) {
        var own = new ArrayList<Integer>();
        for (int r = 0; r < routings.size(); r++) {
            if (routings.get(r).item() == item && !routings.get(r).substitution()) {
                own.add(r);
            }
        }
        return own;
    }

    private List<Integer> offersOf(int item) {
        var own = new ArrayList<Integer>();
        for (int o = 0; o < offers.size(); o++) {
            if (offers.get(o).item == item) {
                own.add(o);
            }
        }
        return own;
    }

    private interface Indexed<S, R> {
        R build(S spec, int index);
    }

    private static <S, R> List<R> indexed(List<S> specs, Indexed<S, R> how) {
        var built = new ArrayList<R>();
        for (S spec : specs) {
            built.add(how.build(spec, built.size()));
        }
        return Collections.unmodifiableList(built);
    }
}
