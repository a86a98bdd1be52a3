package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.EnergySource;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.List;
import java.util.Locale;

/** What an in-house operation draws from an energy source, and at what price: by the hours in which it is worked. */
final class EnergyUse {
    /** Stands for all sources that are counted in kWh. */
    static final int ALL_ELECTRICITY = -1;

    private final Shopfloor shopfloor;
    private final List<EnergySource> energies;
    private final Tariff[] tariffs;
    private final boolean[] electricity;

    EnergyUse(PlanningProblem problem, Shopfloor shopfloor) {
        this.shopfloor = shopfloor;
        this.energies = problem.energies();
        this.tariffs = energies.stream().map(e -> new Tariff(problem, e)).toArray(Tariff[]::new);
        this.electricity = new boolean[energies.size()];
        for (EnergySource energy : energies) {
            electricity[energy.index()] = energy.unit().toLowerCase(Locale.ROOT).equals("kwh");
        }
    }

    /** The source that the machine of the operation draws from, −1 none. */
    int machineSource(Operation op) {
        return op.machine() < 0 ? -1 : shopfloor.machine(op.machine()).energy();
    }

    /** Units drawn by the running machine. */
    double machineUnits(Operation op) {
        Machine machine = shopfloor.machine(op.machine());
        return machine.kilowatts() * op.workMinutes() / 60;
    }

    /** The source that the operation itself draws from, −1 none or not in the house. */
    int stepSource(Step step, Operation op) {
        return op.machine() < 0 ? -1 : step.energy();
    }

    /** Units drawn by the operation itself, per unit that enters. */
    double stepUnits(Step step, Operation op) {
        return step.energyPerUnit() * op.quantityIn();
    }

    /** Units of a source that an operation draws, −1 for all electricity. */
    double units(Step step, Operation op, int source) {
        double units = 0;
        int machine = machineSource(op);
        if (machine >= 0 && (source < 0 ? electricity[machine] : machine == source)) {
            units += machineUnits(op);
        }
        int own = stepSource(step, op);
        if (own >= 0 && (source < 0 ? electricity[own] : own == source)) {
            units += stepUnits(step, op);
        }
        return units;
    }

    /** Emissions of an operation in kg CO₂. */
    double kilogramsCo2(Step step, Operation op) {
        double kilograms = 0;
        if (machineSource(op) >= 0) {
            kilograms += machineUnits(op) * energies.get(machineSource(op)).emissionFactor();
        }
        if (stepSource(step, op) >= 0) {
            kilograms +=
                    stepUnits(step, op) * energies.get(stepSource(step, op)).emissionFactor();
        }
        return kilograms;
    }

    /** Mean CNY per unit of a source over the minutes in which the operation is worked. */
    double price(int source, Operation op) {
        return tariffs[source].mean(shopfloor.timeOf(op), op.start(), op.end());
    }
}
