package io.sandtable.simulation.relief;

import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of a routing with one thing changed. */
final class Steps {
    private Steps() {}

    static Step withHours(Step step, WorkingTime hours) {
        return with(step, step.releaseFence(), step.subcontracts(), hours);
    }

    static Step withReleaseFence(Step step, int minute) {
        return with(step, minute, step.subcontracts(), step.hours());
    }

    /** The step where the subcontractor has the goods for so many minutes fewer. */
    static Step sooner(Step step, String subcontractor, int minutes) {
        return with(
                step,
                step.releaseFence(),
                step.subcontracts().stream()
                        .map(s -> s.supplier().equals(subcontractor) ? sooner(s, minutes) : s)
                        .toList(),
                step.hours());
    }

    private static Subcontract sooner(Subcontract s, int minutes) {
        return new Subcontract(
                s.index(),
                s.supplier(),
                s.supplierName(),
                s.price(),
                Math.max(0, s.leadTimeMinutes() - minutes),
                s.yieldPercent(),
                s.capacityPerWeek(),
                s.confidentiality(),
                s.paymentTermDays(),
                s.valid(),
                s.currency(),
                s.foreign(),
                s.dutyPercent());
    }

    private static Step with(Step s, int fence, List<Subcontract> subcontracts, @Nullable WorkingTime hours) {
        return new Step(
                s.process(),
                s.name(),
                s.technology(),
                s.confidential(),
                s.waitMinutes(),
                s.transferQuantity(),
                fence,
                s.consumptions(),
                s.machines(),
                s.tools(),
                subcontracts,
                s.coproducts(),
                s.energyPerUnit(),
                s.energy(),
                hours);
    }
}
