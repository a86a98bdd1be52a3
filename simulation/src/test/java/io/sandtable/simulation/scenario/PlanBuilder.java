package io.sandtable.simulation.scenario;

import io.sandtable.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A plan made by hand for a test, in the names of its {@link ProblemBuilder}. Quantities that nobody gives are those of a plan without
 * loss; an operation on a machine ends when its work is done by the machine's calendar.
 */
public final class PlanBuilder {
    final PlanningProblem problem;
    private final List<Integer> investments = new ArrayList<>();
    private final List<String> lifted = new ArrayList<>();
    private final List<Integer> overtimeMachines = new ArrayList<>();
    private final List<Plan.Lot> lots = new ArrayList<>();
    private final List<Plan.Purchase> purchases = new ArrayList<>();
    private final List<Plan.Delivery> deliveries = new ArrayList<>();
    private final List<Plan.Take> takes = new ArrayList<>();

    private PlanBuilder(PlanningProblem problem) {
        this.problem = problem;
    }

    public static PlanBuilder aPlan(PlanningProblem problem) {
        return new PlanBuilder(problem);
    }

    /** Takes the investment at that place of the problem's list. */
    public PlanBuilder investing(int investment) {
        investments.add(investment);
        return this;
    }

    public PlanBuilder lifting(String ruleId) {
        lifted.add(ruleId);
        return this;
    }

    /** These machines work overtime; name them before their operations. */
    public PlanBuilder overtimeOn(String... machines) {
        for (String machine : machines) {
            overtimeMachines.add(machineIndex(machine));
        }
        return this;
    }

    /** A lot made for the order by the first routing of the item; its operations come in the order of the steps. */
    public PlanBuilder lot(String demand, String item, double quantity, Consumer<LotSpec> operations) {
        var lot = new LotSpec(this, lots.size(), demandIndex(demand), itemIndex(item), quantity);
        operations.accept(lot);
        lots.add(lot.build());
        return this;
    }

    /** A purchase from the first offer of the supplier for the item; what its rejects leave is usable. */
    public PlanBuilder purchase(String supplier, String item, double quantity, int ordered, int arrives) {
        int offer = offerIndex(supplier, item);
        double usable = quantity * (1 - problem.offers().get(offer).rejectPercent() / 100);
        boolean whole = problem.items().get(itemIndex(item)).whole();
        return purchase(supplier, item, quantity, whole ? Math.floor(usable + 1e-9) : usable, ordered, arrives);
    }

    public PlanBuilder purchase(
            String supplier, String item, double quantity, double usable, int ordered, int arrives) {
        purchases.add(new Plan.Purchase(offerIndex(supplier, item), quantity, usable, ordered, arrives));
        return this;
    }

    public PlanBuilder deliver(String demand, double quantity, int minute) {
        deliveries.add(new Plan.Delivery(demandIndex(demand), quantity, minute));
        return this;
    }

    /** Pegs material to an operation, or to the delivery where lot and step are −1. */
    public PlanBuilder take(
            String demand, int lot, int step, String item, Plan.Source source, int index, double quantity) {
        takes.add(new Plan.Take(demandIndex(demand), lot, step, itemIndex(item), source, index, quantity));
        return this;
    }

    public Plan build() {
        return new Plan(
                investments,
                !overtimeMachines.isEmpty(),
                lifted,
                lots,
                purchases,
                deliveries,
                new Plan.Search("by-hand", 0, 0, 1, "constructed"),
                takes,
                new Plan.Mode(overtimeMachines, 0, true));
    }

    /** The calendar that the machine follows in this plan, bought machines like those they copy. */
    WorkingTime timeOf(int machine) {
        if (machine >= problem.machines().size()) {
            return problem.investments().stream()
                    .filter(i -> i.machine() >= 0 && problem.equipmentIndex(i) == machine)
                    .map(i -> problem.machines().get(i.machine()).time())
                    .findFirst()
                    .orElseThrow();
        }
        PlanningProblem.Machine own = problem.machines().get(machine);
        return overtimeMachines.contains(machine) ? own.overtime() : own.time();
    }

    int machineIndex(String name) {
        return place(problem.machines(), PlanningProblem.Machine::name, PlanningProblem.Machine::index, name);
    }

    int toolIndex(String name) {
        return place(problem.tools(), PlanningProblem.Tool::name, PlanningProblem.Tool::index, name);
    }

    int itemIndex(String name) {
        return place(problem.items(), PlanningProblem.Item::name, PlanningProblem.Item::index, name);
    }

    private int demandIndex(String number) {
        return place(problem.demands(), PlanningProblem.Demand::number, PlanningProblem.Demand::index, number);
    }

    private int offerIndex(String supplier, String item) {
        int of = itemIndex(item);
        return place(
                problem.offers().stream().filter(o -> o.item() == of).toList(),
                PlanningProblem.Offer::supplier,
                PlanningProblem.Offer::index,
                supplier);
    }

    private interface Name<T> {
        String of(T thing);
    }

    private static <T> int place(List<T> things, Name<T> name, ToIntFunction<T> index, String wanted) {
        return things.stream()
                .filter(t -> name.of(t).equals(wanted))
                .mapToInt(index)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The plan names '%s', but the problem has only %s; name one of them."
                                .formatted(wanted, things.stream().map(name::of).toList())));
    }
}
