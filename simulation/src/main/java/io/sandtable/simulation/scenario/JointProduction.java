package io.sandtable.simulation.scenario;

import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import java.util.ArrayList;
import java.util.List;

/** A routing seen from one of its co-products: made for its sake, what it was written for comes out beside. */
final class JointProduction {
    private JointProduction() {}

    /**
     * The routing in units of the co-product.
     *
     * @param coproduct of the step, some for each unit that enters
     */
    static Routing of(Routing routing, int step, Coproduct coproduct, int index, String itemId) {
        double factor = 1 / coproduct.quantityPerUnit();
        var steps = new ArrayList<Step>();
        double mainYield = 1;
        for (int k = 0; k < routing.steps().size(); k++) {
            Step s = routing.steps().get(k);
            var beside = new ArrayList<Coproduct>();
            for (Coproduct other : s.coproducts()) {
                if (k != step || other.item() != coproduct.item()) {
                    beside.add(scaled(other, factor));
                }
            }
            mainYield *= k < step ? 1 : leastYield(s);
            if (k == routing.steps().size() - 1) {
                beside.add(new Coproduct(routing.item(), factor * mainYield));
            }
            steps.add(scaled(s, beside, factor, k < step));
        }
        return new Routing(index, routing.id() + " → " + itemId, coproduct.item(), steps, false);
    }

    /** No more of it may be counted on than any way of doing the step gives. */
    private static double leastYield(Step step) {
        double least = 100;
        for (MachineOption option : step.machines()) {
            least = Math.min(least, option.yieldPercent());
        }
        for (Subcontract by : step.subcontracts()) {
            least = Math.min(least, by.yieldPercent());
        }
        return least / 100;
    }

    private static Coproduct scaled(Coproduct c, double factor) {
        return new Coproduct(c.item(), c.quantityPerUnit() * factor, c.quantityPerLot());
    }

    /** @param scraps whether what it scraps is missing: from the step on out of which the co-product comes, only the main product is */
    private static Step scaled(Step s, List<Coproduct> beside, double factor, boolean scraps) {
        return new Step(
                s.process(),
                s.name(),
                s.technology(),
                s.confidential(),
                s.waitMinutes(),
                s.transferQuantity() / factor,
                s.releaseFence(),
                s.consumptions().stream()
                        .map(c -> new Consumption(c.item(), c.quantityPerUnit() * factor, c.quantityPerLot()))
                        .toList(),
                s.machines().stream()
                        .map(m -> new MachineOption(
                                m.machine(),
                                m.minutesPerUnit() * factor,
                                m.setupMinutes(),
                                scraps ? m.yieldPercent() : 100,
                                m.setup(),
                                m.people(),
                                m.valid()))
                        .toList(),
                s.tools().stream()
                        .map(t -> new ToolOption(t.tool(), t.strokesPerUnit() * factor))
                        .toList(),
                s.subcontracts().stream().map(by -> scaled(by, factor, scraps)).toList(),
                beside,
                s.energyPerUnit() * factor,
                s.energy(),
                s.hours());
    }

    private static Subcontract scaled(Subcontract by, double factor, boolean scraps) {
        return new Subcontract(
                by.index(),
                by.supplier(),
                by.supplierName(),
                by.price() * factor,
                by.leadTimeMinutes(),
                scraps ? by.yieldPercent() : 100,
                by.capacityPerWeek() / factor,
                by.confidentiality(),
                by.paymentTermDays(),
                by.valid(),
                by.currency(),
                by.foreign(),
                by.dutyPercent());
    }
}
