package io.sandtable.simulation.risk;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.risk.Disruption.MachineDown;
import io.sandtable.simulation.risk.Disruption.SupplierLost;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes suppliers and machines away from a plan and looks how long it lives. Every time named was simulated, and so was the day after it; in
 * between the search halves, so that a plan that fails at a shorter outage and not at a longer one may have a shorter time still.
 */
public final class Disruptions {
    /** Exposed first, by what is lost; then who lives shortest. */
    private static final Comparator<Exposure> WORST_FIRST = Comparator.comparing(Exposure::isExposed)
            .reversed()
            .thenComparing(Exposure::index, Comparator.reverseOrder())
            .thenComparingInt(Exposure::timeToSurviveDays)
            .thenComparing(Exposure::name);

    private final Scenario scenario;
    private final PlanningProblem base;
    private final PlanResponse.Resolving replanning;
    private final int threads;

    /** @param replanning the planner, used in {@link Mode#REPLAN} */
    public Disruptions(Scenario scenario, PlanResponse.Resolving replanning, int threads) {
        this.scenario = scenario;
        this.base = scenario.compile();
        this.replanning = replanning;
        this.threads = threads;
    }

    /** Every supplier that the plan buys from, waits for or sends work to, and every machine it works on. */
    public List<Disruption> of(Plan plan) {
        var suppliers = new TreeSet<String>();
        for (Purchase purchase : plan.purchases()) {
            suppliers.add(base.offers().get(purchase.offer()).supplier());
        }
        base.receipts().stream()
                .map(Receipt::supplier)
                .filter(supplier -> !supplier.isEmpty())
                .forEach(suppliers::add);
        var machines = new TreeSet<Integer>();
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                if (operation.subcontract() >= 0) {
                    Step step = base.routings().get(lot.routing()).steps().get(operation.step());
                    suppliers.add(
                            step.subcontracts().get(operation.subcontract()).supplier());
                } else if (operation.machine() < base.machines().size()) {
                    machines.add(operation.machine());
                }
            }
        }
        var all = new ArrayList<Disruption>();
        suppliers.forEach(supplier -> all.add(new SupplierLost(supplier)));
        machines.stream()
                .filter(machine -> !base.machines().get(machine).unlimited())
                .forEach(machine ->
                        all.add(new MachineDown(base.machines().get(machine).id(), machine)));
        return all;
    }

    /**
     * The disruptions, the worst first.
     *
     * @param from the day on which each begins
     * @param timeToRecoverDays by what fails ({@link Disruption#subject}), where it is known
     */
    public List<Exposure> rank(
            Plan plan, List<Disruption> disruptions, LocalDate from, Map<String, Integer> timeToRecoverDays, Mode mode)
            throws InterruptedException {
        long left = ChronoUnit.DAYS.between(from, base.asOf().plusDays(base.horizonDays()));
        if (from.isBefore(base.asOf()) || left < 1) {
            throw new IllegalArgumentException(
                    "A disruption was to begin on %s; it must begin between %s and %s, within the horizon."
                            .formatted(from, base.asOf(), base.asOf().plusDays(base.horizonDays() - 1L)));
        }
        PlanResponse.Resolving resolving = mode == Mode.PLAN_FIXED ? PlanResponse.Resolving.TIMED_AGAIN : replanning;
        var today = PlanOutcome.of(base, Evaluator.judge(base, resolving.resolve(base, plan)));
        List<Exposure> found = Sampling.inParallel(
                i -> {
                    Disruption disruption = disruptions.get(i);
                    Integer recover = timeToRecoverDays.get(disruption.subject());
                    var outage = new Outage(plan, disruption, from, (int) left, resolving, today);
                    return exposure(outage, mode, recover == null ? OptionalInt.empty() : OptionalInt.of(recover));
                },
                0,
                disruptions.size(),
                threads);
        long mostLost =
                found.stream().mapToLong(e -> e.marginLost().minor()).max().orElse(0);
        return found.stream()
                .map(e -> e.relativeTo(mostLost))
                .sorted(WORST_FIRST)
                .toList();
    }

    private Exposure exposure(Outage outage, Mode mode, OptionalInt timeToRecover) {
        int survived = outage.longestSurvived();
        int days = Math.min(timeToRecover.orElse(outage.most), outage.most);
        Optional<PlanOutcome> there = outage.of(days);
        return new Exposure(
                outage.disruption,
                name(outage.disruption),
                mode,
                timeToRecover,
                survived,
                survived == outage.most,
                days,
                there.map(o -> outage.today.kpis().grossMargin().minus(o.kpis().grossMargin()))
                        .orElse(Money.fen(0)),
                there.map(o -> outage.today.kpis().cashLow().minus(o.kpis().cashLow()))
                        .orElse(Money.fen(0)),
                there.map(outage::newlyMissed).orElse(Set.of()),
                there.map(outage::newlyBroken).orElse(Set.of()),
                0,
                there.isEmpty(),
                timeToRecover.isPresent()
                        ? List.of()
                        : List.of(new RiskWarning(Code.RECOVERY_NOT_KNOWN, outage.disruption.subject())));
    }

    private String name(Disruption disruption) {
        return switch (disruption) {
            case SupplierLost lost ->
                base.offers().stream()
                        .filter(offer -> offer.supplier().equals(lost.supplier()))
                        .map(PlanningProblem.Offer::supplierName)
                        .findFirst()
                        .orElse(lost.supplier());
            case MachineDown down -> base.machines().get(down.machine()).name();
            case Disruption.Policy policy -> policy.change().dimension().id();
        };
    }

    /** One disruption of a plan, for any number of days. */
    private final class Outage {
        private final Plan plan;
        private final Disruption disruption;
        private final LocalDate from;
        private final int most;
        private final PlanResponse.Resolving resolving;
        private final PlanOutcome today;

        /** @param most days until the horizon ends */
        Outage(
                Plan plan,
                Disruption disruption,
                LocalDate from,
                int most,
                PlanResponse.Resolving resolving,
                PlanOutcome today) {
            this.plan = plan;
            this.disruption = disruption;
            this.from = from;
            this.most = most;
            this.resolving = resolving;
            this.today = today;
        }

        Optional<PlanOutcome> of(int days) {
            if (days == 0) {
                return Optional.of(today);
            }
            PlanningProblem problem = disruption.during(scenario, base, from, days);
            try {
                return Optional.of(PlanOutcome.of(problem, Evaluator.judge(problem, resolving.resolve(problem, plan))));
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }

        int longestSurvived() {
            if (isSurvived(most)) {
                return most;
            }
            int survived = 0;
            int fatal = most;
            while (fatal - survived > 1) {
                int middle = (survived + fatal) / 2;
                if (isSurvived(middle)) {
                    survived = middle;
                } else {
                    fatal = middle;
                }
            }
            return survived;
        }

        private boolean isSurvived(int days) {
            return of(days).filter(
                            o -> newlyMissed(o).isEmpty() && newlyBroken(o).isEmpty())
                    .isPresent();
        }

        Set<String> newlyMissed(PlanOutcome outcome) {
            var orders = new HashSet<>(outcome.late());
            orders.addAll(outcome.missing());
            orders.removeAll(today.late());
            orders.removeAll(today.missing());
            return orders;
        }

        Set<String> newlyBroken(PlanOutcome outcome) {
            var rules = new HashSet<>(outcome.must());
            rules.removeAll(today.must());
            rules.remove(Disruption.RULE);
            return rules;
        }
    }
}
