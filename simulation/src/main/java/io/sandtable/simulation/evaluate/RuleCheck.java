package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.CompanyRules;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Restriction.BannedOffers;
import io.sandtable.simulation.scenario.Restriction.BudgetCap;
import io.sandtable.simulation.scenario.Restriction.ByHand;
import io.sandtable.simulation.scenario.Restriction.CashFloor;
import io.sandtable.simulation.scenario.Restriction.CreditLimit;
import io.sandtable.simulation.scenario.Restriction.DeliverBy;
import io.sandtable.simulation.scenario.Restriction.EmissionCap;
import io.sandtable.simulation.scenario.Restriction.EnergyCap;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.scenario.Restriction.MarginFloor;
import io.sandtable.simulation.scenario.Restriction.NoOutsourcing;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.scenario.Restriction.ServiceLevel;
import io.sandtable.simulation.scenario.Restriction.SupplierClosed;
import io.sandtable.simulation.scenario.Restriction.ToolDown;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/** Decides for every rule whether the finished plan keeps it, with where, when and by how much where it does not. */
final class RuleCheck {
    private static final double TOLERANCE = 1e-6;
    /** Shares of working minutes are cut to whole minutes per interval. */
    private static final double MINUTE_TOLERANCE = 0.5;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final EnergyUse energy;
    private final Deliveries deliveries;
    private final Kpis kpis;
    private final long[] cashByDay;
    private final HoursCheck hours;
    private final BuyingCheck buying;
    private final StockCheck stock;
    private final MoneyRuleCheck money;
    private final ThresholdCheck thresholds;

    RuleCheck(
            PlanningProblem problem,
            Plan plan,
            Shopfloor shopfloor,
            EnergyUse energy,
            Deliveries deliveries,
            Kpis kpis,
            long[] cashByDay,
            MoneyRuleCheck money) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = shopfloor;
        this.energy = energy;
        this.deliveries = deliveries;
        this.kpis = kpis;
        this.cashByDay = cashByDay;
        this.money = money;
        this.hours = new HoursCheck(plan, shopfloor, energy);
        this.buying = new BuyingCheck(problem, plan);
        this.stock = new StockCheck(problem, plan);
        this.thresholds = new ThresholdCheck(problem, deliveries, cashByDay, money, stock);
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        for (PlannedRule rule : problem.rules()) {
            check(rule.restriction(), new Breaches(problem, rule, found));
        }
        CompanyRules.overdraft(problem)
                .ifPresent(rule -> check(rule.restriction(), new Breaches(problem, rule, found)));
        return found;
    }

    private void check(Restriction restriction, Breaches breaches) {
        switch (restriction) {
            case ReserveCapacity reserve -> reserve(reserve, breaches);
            case MachineDown down ->
                idle(
                        shopfloor.machine(down.machine()).id(),
                        op -> op.machine() == down.machine(),
                        down.from(),
                        down.to(),
                        breaches);
            case ToolDown down ->
                idle(
                        problem.tools().get(down.tool()).id(),
                        op -> op.tool() == down.tool(),
                        down.from(),
                        down.to(),
                        breaches);
            case SupplierClosed closed -> supplierClosed(closed, breaches);
            case BannedOffers banned -> bannedOffers(banned, breaches);
            case NoOutsourcing no -> noOutsourcing(no, breaches);
            case DeliverBy by -> deliverBy(by, breaches);
            case CashFloor floor -> cashFloor(floor, breaches);
            case BudgetCap cap -> budgetCap(cap, breaches);
            case CreditLimit limit -> creditLimit(limit, breaches);
            case MarginFloor floor -> {
                if (kpis.grossMarginPct() < floor.percent() - TOLERANCE) {
                    breaches.add("margin", floor.percent(), kpis.grossMarginPct(), "%");
                }
            }
            case ServiceLevel level -> {
                double actual = deliveries.onTimePercent(level.demands());
                if (actual < level.percent() - TOLERANCE) {
                    breaches.add("orders", level.percent(), actual, "%");
                }
            }
            case EmissionCap cap -> {
                double actual = sumOverRange(cap.from(), cap.to(), energy::kilogramsCo2);
                if (actual > cap.kilograms() + TOLERANCE) {
                    breaches.add("emissions", cap.from(), cap.to(), cap.kilograms(), actual, "kg");
                }
            }
            case EnergyCap cap -> energyCap(cap, breaches);
            case Restriction.NotWorked rule -> hours.notWorked(rule, breaches);
            case Restriction.OvertimeCap cap -> hours.overtime(cap, breaches);
            case Restriction.OutputCap cap -> hours.output(cap, breaches);
            case Restriction.PowerCap cap -> hours.power(cap, breaches);
            case Restriction.MinimumOrder rule -> buying.minimum(rule, breaches);
            case Restriction.PurchaseShare rule -> buying.share(rule, breaches);
            case Restriction.PriceLimit rule -> buying.price(rule, breaches);
            case Restriction.NoSubstitution rule -> buying.substitution(rule, breaches);
            case Restriction.StockFloor rule -> stock.floor(rule, breaches);
            case Restriction.StockCeiling rule -> stock.ceiling(rule, breaches);
            case Restriction.ShelfLife rule -> stock.shelfLife(rule, breaches);
            case Restriction.MarginOf rule -> money.margin(rule, breaches);
            case Restriction.MarginGain rule -> money.marginGain(rule, breaches);
            case Restriction.SpendingCap cap -> money.spending(cap, breaches);
            case Restriction.FillRate rate -> {
                double actual = deliveries.fillPercent(rate.demands());
                if (actual < rate.percent() - TOLERANCE) {
                    breaches.add("units", rate.percent(), actual, "%");
                }
            }
            case Restriction.EmissionOf cap -> hours.emission(cap, breaches);
            case Restriction.Favour _ -> {
                // an order of plans, no limit of one
            }
            case Restriction.When when -> {
                if (thresholds.isPassed(when)) {
                    when.then().forEach(then -> check(then, breaches));
                }
            }
            case ByHand byHand -> byHand(byHand, breaches);
        }
    }

    /** What holds because the plan's figures have passed a value, as rules of their own. */
    List<PlannedRule> cameTrue() {
        var rules = new ArrayList<PlannedRule>();
        for (PlannedRule rule : problem.rules()) {
            if (rule.restriction() instanceof Restriction.When when && thresholds.isPassed(when)) {
                when.then().forEach(then -> rules.add(rule.with(then)));
            }
        }
        return rules;
    }

    /** Each rule that waits for a figure, with what the plan's figure comes to. */
    List<Awaited> awaited() {
        var awaited = new ArrayList<Awaited>();
        for (PlannedRule rule : problem.rules()) {
            if (rule.restriction() instanceof Restriction.When when) {
                awaited.add(thresholds.awaited(rule, when));
            }
        }
        return awaited;
    }

    private void reserve(ReserveCapacity reserve, Breaches breaches) {
        double[] used = new double[shopfloor.machines()];
        forEachOperation((lot, op) -> {
            if (op.machine() >= 0) {
                used[op.machine()] += op.workMinutes() * shopfloor.share(op, reserve.from(), reserve.to());
            }
        });
        reserve.machines().stream().sorted().forEach(m -> {
            int working = shopfloor.time(m).workedBetween(reserve.from(), reserve.to());
            double limit = working * (1 - reserve.percent() / 100);
            if (used[m] > limit + MINUTE_TOLERANCE) {
                breaches.add(shopfloor.machine(m).id(), reserve.from(), reserve.to(), limit, used[m], "min");
            }
        });
    }

    private void idle(String where, Predicate<Operation> isOn, int from, int to, Breaches breaches) {
        double[] minutes = {0};
        forEachOperation((lot, op) -> {
            if (isOn.test(op)) {
                minutes[0] += op.workMinutes() * shopfloor.share(op, from, to);
            }
        });
        if (minutes[0] > MINUTE_TOLERANCE) {
            breaches.add(where, from, to, 0, minutes[0], "min");
        }
    }

    private void supplierClosed(SupplierClosed closed, Breaches breaches) {
        IntPredicate inside = minute -> minute >= closed.from() && minute < closed.to();
        var when = new ArrayList<Integer>();
        for (Purchase p : plan.purchases()) {
            if (problem.offers().get(p.offer()).supplier().equals(closed.supplier())) {
                if (inside.test(p.ordered())) {
                    when.add(p.ordered());
                } else if (inside.test(p.arrives())) {
                    when.add(p.arrives());
                }
            }
        }
        forEachOperation((lot, op) -> {
            if (op.subcontract() >= 0 && op.start() < closed.to() && op.end() > closed.from()) {
                Step step = shopfloor.step(lot, op);
                if (step.subcontracts().get(op.subcontract()).supplier().equals(closed.supplier())) {
                    when.add(Math.max(op.start(), closed.from()));
                }
            }
        });
        breaches.addCount(closed.supplier(), when, "orders");
    }

    private void bannedOffers(BannedOffers banned, Breaches breaches) {
        var whenBySupplier = new TreeMap<String, List<Integer>>();
        for (Purchase p : plan.purchases()) {
            if (banned.offers().contains(p.offer()) && p.ordered() >= banned.from() && p.ordered() < banned.to()) {
                Offer offer = problem.offers().get(p.offer());
                whenBySupplier
                        .computeIfAbsent(offer.supplier(), s -> new ArrayList<>())
                        .add(p.ordered());
            }
        }
        whenBySupplier.forEach((supplier, when) -> breaches.addCount(supplier, when, "orders"));
    }

    private void noOutsourcing(NoOutsourcing no, Breaches breaches) {
        var whenByProcess = new TreeMap<String, List<Integer>>();
        forEachOperation((lot, op) -> {
            String process = shopfloor.step(lot, op).process();
            if (op.subcontract() >= 0 && no.forbids(process, op.start(), op.end())) {
                whenByProcess.computeIfAbsent(process, s -> new ArrayList<>()).add(op.start());
            }
        });
        whenByProcess.forEach((process, when) -> breaches.addCount(process, when, "operations"));
    }

    private void deliverBy(DeliverBy by, Breaches breaches) {
        double[] inTime = new double[problem.demands().size()];
        for (Plan.Delivery d : plan.deliveries()) {
            if (d.minute() <= by.by()) {
                inTime[d.demand()] += d.quantity();
            }
        }
        by.demands().stream().sorted().map(problem.demands()::get).forEach((Demand demand) -> {
            if (inTime[demand.index()] < demand.quantity() - TOLERANCE) {
                int until = deliveries.isShort(demand) ? problem.horizonMinutes() : deliveries.lastMinute(demand);
                breaches.add(
                        demand.number(),
                        by.by(),
                        Math.max(by.by(), until),
                        demand.quantity(),
                        inTime[demand.index()],
                        problem.items().get(demand.item()).unit());
            }
        });
    }

    /** Minutes that it begins from when it should, or how often it is done elsewhere; a pinned step that is not done at all is 1 missing. */
    private void byHand(ByHand byHand, Breaches breaches) {
        String order = problem.demands().get(byHand.demand()).number();
        var elsewhere = new ArrayList<Integer>();
        int[] number = {0};
        boolean[] done = {false};
        forEachOperation((lot, op) -> {
            Step step = shopfloor.step(lot, op);
            if (lot.demand() != byHand.demand()
                    || !step.process().equals(byHand.process())
                    || !byHand.isAbout(++number[0])) {
                return;
            }
            done[0] = true;
            if (!byHand.allows(step, op.machine(), op.tool(), op.subcontract())) {
                elsewhere.add(op.start());
            } else if (byHand.pins() && op.start() != byHand.start()) {
                int first = Math.min(byHand.start(), op.start());
                int last = Math.max(byHand.start(), op.start());
                breaches.add(order, first, last, 0, last - first, "min");
            }
        });
        breaches.addCount(order, elsewhere, "operations");
        if (byHand.pins() && !done[0]) {
            breaches.add(order, byHand.start(), byHand.start() + 1, 1, 0, "operations");
        }
    }

    private void cashFloor(CashFloor floor, Breaches breaches) {
        int first = -1;
        int last = -1;
        long lowest = Long.MAX_VALUE;
        int end = Math.min(cashByDay.length, Math.floorDiv(floor.to() - 1, PlanningProblem.DAY) + 1);
        for (int day = Days.at(floor.from()); day < end; day++) {
            if (cashByDay[day] < floor.floor().minor()) {
                first = first < 0 ? day : first;
                last = day;
                lowest = Math.min(lowest, cashByDay[day]);
            }
        }
        if (first >= 0) {
            int to = (last + 1) * PlanningProblem.DAY;
            breaches.add(
                    "cash",
                    first * PlanningProblem.DAY,
                    to,
                    floor.floor().major().doubleValue(),
                    lowest / 100.0,
                    "CNY");
        }
    }

    /** The most that the customer owes on any day: what is delivered counts with VAT until it is paid by its terms. */
    private void creditLimit(CreditLimit limit, Breaches breaches) {
        var change = new long[problem.horizonDays()];
        limit.owed().forEach(owed -> owe(change, 0, owed.paidOn(), owed.amount().minor()));
        for (Plan.Delivery delivery : plan.deliveries()) {
            if (limit.demands().contains(delivery.demand())) {
                Demand demand = problem.demands().get(delivery.demand());
                int day = Days.by(delivery.minute());
                long net = Fen.of(delivery.quantity() * demand.price());
                long vat = Fen.percent(net, problem.finance().vatPercentOn(day));
                owe(change, day, day + demand.paymentTermDays(), net + vat);
            }
        }
        long owes = 0;
        long most = 0;
        int first = -1;
        int last = -1;
        for (int day = 0; day < change.length; day++) {
            owes += change[day];
            if (owes > limit.limit().minor()) {
                first = first < 0 ? day : first;
                last = day;
                most = Math.max(most, owes);
            }
        }
        if (first >= 0) {
            int to = (last + 1) * PlanningProblem.DAY;
            double allowed = limit.limit().major().doubleValue();
            breaches.add(limit.customer(), first * PlanningProblem.DAY, to, allowed, most / 100.0, "CNY");
        }
    }

    private static void owe(long[] change, int from, int paidOn, long fen) {
        if (from < change.length && paidOn > from) {
            change[Math.max(0, from)] += fen;
            if (paidOn < change.length) {
                change[paidOn] -= fen;
            }
        }
    }

    /** Investments are committed on the as-of day. */
    private void budgetCap(BudgetCap cap, Breaches breaches) {
        if (cap.from() <= 0 && cap.to() > 0 && kpis.capex().compareTo(cap.cap()) > 0) {
            double actual = kpis.capex().major().doubleValue();
            breaches.add("capex", cap.from(), cap.to(), cap.cap().major().doubleValue(), actual, "CNY");
        }
    }

    private void energyCap(EnergyCap cap, Breaches breaches) {
        double actual = sumOverRange(cap.from(), cap.to(), (step, op) -> energy.units(step, op, cap.energy()));
        if (actual > cap.units() + TOLERANCE) {
            boolean all = cap.energy() == EnergyUse.ALL_ELECTRICITY;
            String where =
                    all ? "electricity" : problem.energies().get(cap.energy()).id();
            String unit = all ? "kWh" : problem.energies().get(cap.energy()).unit();
            breaches.add(where, cap.from(), cap.to(), cap.units(), actual, unit);
        }
    }

    private double sumOverRange(int from, int to, ToDoubleBiFunction<Step, Operation> amount) {
        double[] sum = {0};
        forEachOperation((lot, op) -> {
            double share = shopfloor.share(op, from, to);
            if (share > 0) {
                sum[0] += share * amount.applyAsDouble(shopfloor.step(lot, op), op);
            }
        });
        return sum[0];
    }

    private void forEachOperation(BiConsumer<Lot, Operation> visitor) {
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                visitor.accept(lot, op);
            }
        }
    }
}
