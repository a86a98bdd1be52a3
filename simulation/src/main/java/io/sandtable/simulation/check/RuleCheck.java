package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which rules are broken, among those that need no money to judge. */
final class RuleCheck {
    private final ShopFloor floor;
    private final Findings findings;
    private final HoursRules hours;
    private final BuyingRules buying;
    private final StockRules stock;

    RuleCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.findings = findings;
        this.hours = new HoursRules(floor, this::broken);
        this.buying = new BuyingRules(floor, this::broken);
        this.stock = new StockRules(floor, this::broken);
    }

    /** Told that a rule is broken from a minute on, and by how much. */
    interface Broken {
        void tell(PlannedRule rule, int when, double amount);
    }

    void run() {
        for (PlannedRule rule : floor.problem().rules()) {
            switch (rule.restriction()) {
                case Restriction.ReserveCapacity r ->
                    r.machines().stream().sorted().forEach(m -> reserve(rule, r, m));
                case Restriction.MachineDown r -> machineDown(rule, r);
                case Restriction.ToolDown r -> toolDown(rule, r);
                case Restriction.SupplierClosed r -> supplierClosed(rule, r);
                case Restriction.BannedOffers r -> bannedOffers(rule, r);
                case Restriction.NoOutsourcing r -> noOutsourcing(rule, r);
                case Restriction.DeliverBy r -> deliverBy(rule, r);
                case Restriction.ServiceLevel r -> serviceLevel(rule, r);
                case Restriction.ByHand r -> byHand(rule, r);
                case Restriction.NotWorked r -> hours.notWorked(rule, r);
                case Restriction.OvertimeCap r -> hours.overtime(rule, r);
                case Restriction.OutputCap r -> hours.output(rule, r);
                case Restriction.MinimumOrder r -> buying.minimum(rule, r);
                case Restriction.PurchaseShare r -> buying.share(rule, r);
                case Restriction.PriceLimit r -> buying.price(rule, r);
                case Restriction.NoSubstitution r -> buying.substitution(rule, r);
                case Restriction.StockFloor r -> stock.floor(rule, r);
                case Restriction.StockCeiling r -> stock.ceiling(rule, r);
                case Restriction.ShelfLife r -> stock.shelfLife(rule, r);
                case Restriction.FillRate r -> fillRate(rule, r);
                case Restriction.MarginOf _,
                        Restriction.EmissionOf _,
                        Restriction.When _,
                        Restriction.Favour _,
                        Restriction.MarginGain _,
                        Restriction.SpendingCap _,
                        Restriction.PowerCap _,
                        Restriction.CashFloor _,
                        Restriction.BudgetCap _,
                        Restriction.MarginFloor _,
                        Restriction.EmissionCap _,
                        Restriction.EnergyCap _,
                        Restriction.CreditLimit _ -> {
                    // judged by the ledger: see Checker
                }
            }
        }
    }

    /** Over the whole range: work that could have been done outside of it counts as done there. */
    private void reserve(PlannedRule rule, Restriction.ReserveCapacity r, int machine) {
        Equipment equipment = floor.equipment();
        double busy = 0;
        for (Work work : floor.onMachine(machine)) {
            busy += minutesInside(work, r.from(), r.to());
        }
        double allowed = equipment.worked(machine, r.from(), r.to()) * (1 - r.percent() / 100);
        if (busy > allowed + SAME_QUANTITY) {
            broken(rule, r.from(), busy - allowed);
        }
    }

    private void machineDown(PlannedRule rule, Restriction.MachineDown r) {
        for (Work work : floor.onMachine(r.machine())) {
            int minutes = minutesInside(work, r.from(), r.to());
            if (minutes > 0) {
                broken(rule, Math.max(r.from(), work.start()), minutes);
            }
        }
    }

    /** The work that has no room in the operation's time outside of the range. */
    private int minutesInside(Work work, int from, int to) {
        if (!work.overlaps(from, to)) {
            return 0;
        }
        Equipment equipment = floor.equipment();
        int machine = work.operation().machine();
        int outside = equipment.worked(machine, work.start(), Math.max(work.start(), from))
                + equipment.worked(machine, Math.min(work.end(), to), work.end());
        return Math.max(0, work.operation().workMinutes() - outside);
    }

    private void toolDown(PlannedRule rule, Restriction.ToolDown r) {
        for (Work work : floor.withTool(r.tool())) {
            if (work.overlaps(r.from(), r.to())) {
                broken(
                        rule,
                        Math.max(r.from(), work.start()),
                        Math.min(r.to(), work.end()) - Math.max(r.from(), work.start()));
            }
        }
    }

    private void supplierClosed(PlannedRule rule, Restriction.SupplierClosed r) {
        for (Plan.Purchase purchase : floor.plan().purchases()) {
            Offer offer = floor.problem().offers().get(purchase.offer());
            if (offer.supplier().equals(r.supplier())) {
                for (int minute : new int[] {purchase.ordered(), purchase.arrives()}) {
                    if (r.from() <= minute && minute < r.to()) {
                        broken(rule, minute, purchase.quantity());
                    }
                }
            }
        }
        for (Work work : floor.outsourced()) {
            if (work.subcontract().supplier().equals(r.supplier()) && work.overlaps(r.from(), r.to())) {
                broken(rule, Math.max(r.from(), work.start()), work.operation().quantityIn());
            }
        }
    }

    private void bannedOffers(PlannedRule rule, Restriction.BannedOffers r) {
        for (Plan.Purchase purchase : floor.plan().purchases()) {
            if (r.offers().contains(purchase.offer())
                    && r.from() <= purchase.ordered()
                    && purchase.ordered() < r.to()) {
                broken(rule, purchase.ordered(), purchase.quantity());
            }
        }
    }

    private void noOutsourcing(PlannedRule rule, Restriction.NoOutsourcing r) {
        for (Work work : floor.outsourced()) {
            if (r.forbids(work.step().process(), work.start(), work.end())) {
                broken(rule, work.start(), work.operation().quantityIn());
            }
        }
    }

    private void deliverBy(PlannedRule rule, Restriction.DeliverBy r) {
        for (int demand : r.demands().stream().sorted().toList()) {
            double missing = floor.problem().demands().get(demand).quantity() - deliveredBy(demand, r.by());
            if (missing > SAME_QUANTITY) {
                broken(rule, r.by(), missing);
            }
        }
    }

    private void serviceLevel(PlannedRule rule, Restriction.ServiceLevel r) {
        double percent = onTimePercent(r.demands());
        if (percent < r.percent() - SAME_QUANTITY) {
            int last = r.demands().stream()
                    .mapToInt(d -> floor.problem().demands().get(d).due())
                    .max()
                    .orElse(0);
            broken(rule, last, r.percent() - percent);
        }
    }

    private void fillRate(PlannedRule rule, Restriction.FillRate r) {
        double wanted = 0;
        double got = 0;
        for (int demand : r.demands()) {
            Demand order = floor.problem().demands().get(demand);
            wanted += order.quantity();
            got += Math.min(order.quantity(), deliveredBy(demand, order.due()));
        }
        double missing = wanted == 0 ? 0 : r.percent() - 100 * got / wanted;
        if (missing > SAME_QUANTITY) {
            broken(rule, 0, missing);
        }
    }

    private double onTimePercent(Set<Integer> demands) {
        if (demands.isEmpty()) {
            return 100;
        }
        long onTime = demands.stream()
                .map(d -> floor.problem().demands().get(d))
                .filter(d -> d.quantity() - deliveredBy(d.index(), d.due()) <= SAME_QUANTITY)
                .count();
        return 100.0 * onTime / demands.size();
    }

    private double deliveredBy(int demand, int minute) {
        return floor.plan().deliveries().stream()
                .filter(d -> d.demand() == demand && d.minute() <= minute)
                .mapToDouble(Plan.Delivery::quantity)
                .sum();
    }

    /** An order's lots of a step count in the order in which the plan lists them. */
    private void byHand(PlannedRule rule, Restriction.ByHand r) {
        List<Work> works = floor.operations().stream()
                .filter(w -> w.demand().index() == r.demand())
                .filter(w -> w.step().process().equals(r.process()))
                .sorted(Comparator.comparingInt(w -> w.lot().index()))
                .toList();
        if (r.pins() && works.size() < r.lot()) {
            broken(rule, r.start(), 1);
        }
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            if (r.lot() != 0 && r.lot() != i + 1) {
                continue;
            }
            Plan.Operation operation = work.operation();
            boolean there = work.inHouse()
                    ? r.machines().contains(operation.machine()) && (r.tool() == -1 || r.tool() == operation.tool())
                    : r.subcontractors().contains(work.subcontract().supplier());
            if (!there) {
                broken(rule, work.start(), 1);
            } else if (r.pins() && work.start() != r.start()) {
                broken(rule, Math.min(work.start(), r.start()), Math.abs(work.start() - r.start()));
            }
        }
    }

    private void broken(PlannedRule rule, int when, double amount) {
        boolean must = rule.must() && !floor.plan().liftedRules().contains(rule.id());
        findings.addRule(rule.id(), when, amount, must);
    }
}
