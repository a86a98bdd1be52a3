package io.sandtable.web.planfile;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import java.util.List;

/**
 * What limits a plan, as a sum like frePPLe's: 1 lead times, 2 material, 4 capacity, 8 release fences, 16 lead times of production,
 * 32 lead times of purchases. What does not limit is planned as if there were enough of it. Nothing is ever planned before today, so that
 * work takes its time whatever the sum.
 */
record Constraints(int sum) {
    static final Constraints ALL = new Constraints(63);

    private static final int LEAD_TIME = 1;
    private static final int MATERIAL = 2;
    private static final int CAPACITY = 4;
    private static final int FENCE = 8;
    private static final int PRODUCTION = 16;
    private static final int PURCHASES = 32;

    Constraints {
        if (sum < 0 || sum > 63) {
            throw new IllegalArgumentException(
                    "The constraints were %d; add up 1 lead times, 2 material, 4 capacity, 8 release fences, 16 and 32 lead times of production and of purchases: 63 for all, 0 for none."
                            .formatted(sum));
        }
    }

    private boolean counts(int bits) {
        return (sum & bits) != 0;
    }

    /** The problem without what does not count. */
    PlanningProblem relaxed(PlanningProblem p) {
        return new PlanningProblem(
                p.asOf(),
                p.horizonDays(),
                p.items(),
                p.routings().stream().map(this::relaxed).toList(),
                p.machines().stream().map(this::relaxed).toList(),
                p.crews().stream().map(this::relaxed).toList(),
                p.tools(),
                p.offers().stream().map(this::relaxed).toList(),
                p.demands(),
                p.stocks(),
                p.receipts(),
                p.investments(),
                p.energies(),
                p.finance(),
                p.rules());
    }

    private Routing relaxed(Routing routing) {
        List<Step> steps = routing.steps().stream().map(this::relaxed).toList();
        return new Routing(routing.index(), routing.id(), routing.item(), steps, routing.substitution());
    }

    private Step relaxed(Step s) {
        return new Step(
                s.process(),
                s.name(),
                s.technology(),
                s.confidential(),
                s.waitMinutes(),
                s.transferQuantity(),
                counts(FENCE | LEAD_TIME | PRODUCTION) ? s.releaseFence() : 0,
                s.consumptions(),
                s.machines(),
                counts(CAPACITY) ? s.tools() : List.of(),
                s.subcontracts().stream().map(this::relaxed).toList(),
                s.coproducts(),
                s.energyPerUnit(),
                s.energy(),
                s.hours());
    }

    private Subcontract relaxed(Subcontract s) {
        return new Subcontract(
                s.index(),
                s.supplier(),
                s.supplierName(),
                s.price(),
                s.leadTimeMinutes(),
                s.yieldPercent(),
                counts(CAPACITY) ? s.capacityPerWeek() : Double.POSITIVE_INFINITY,
                s.confidentiality(),
                s.paymentTermDays(),
                s.valid(),
                s.currency(),
                s.foreign(),
                s.dutyPercent());
    }

    private Machine relaxed(Machine m) {
        return new Machine(
                m.index(),
                m.id(),
                m.name(),
                m.time(),
                m.overtime(),
                m.operatorRate(),
                m.overtimePremiumPercent(),
                m.kilowatts(),
                m.energy(),
                m.unlimited() || !counts(CAPACITY),
                m.setups());
    }

    private Crew relaxed(Crew c) {
        double people = counts(CAPACITY) ? c.people() : Double.POSITIVE_INFINITY;
        return new Crew(c.index(), c.id(), c.name(), people, c.time(), c.overtime(), c.rate());
    }

    private Offer relaxed(Offer o) {
        boolean limited = counts(MATERIAL | LEAD_TIME | PURCHASES);
        return new Offer(
                o.index(),
                o.supplier(),
                o.supplierName(),
                o.item(),
                o.price(),
                o.tiers(),
                o.dutyPercent(),
                limited ? o.leadTimeMinutes() : 0,
                o.minimumQuantity(),
                o.multiple(),
                limited ? o.capacityPerWeek() : Double.POSITIVE_INFINITY,
                o.onTimePercent(),
                o.rejectPercent(),
                o.paymentTermDays(),
                o.foreign(),
                o.sharePercent(),
                limited ? o.closed() : List.of(),
                o.currency(),
                o.rebate());
    }
}
