package io.sandtable.simulation.check;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CrewNeed;
import io.sandtable.simulation.scenario.PlanningProblem.EnergySource;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;

/** What an operation in the house costs besides its material, in fen; energy is priced minute by minute. */
final class WorkCosts {
    private static final int HOUR = 60;
    private static final int WEEK = 7 * PlanningProblem.DAY;
    private static final double KILOGRAMS_OF_TONNE = 1000;

    private final ShopFloor floor;
    private final PlanningProblem problem;
    private final MachineRules rules;

    WorkCosts(ShopFloor floor) {
        this.floor = floor;
        this.problem = floor.problem();
        this.rules = new MachineRules(problem, floor.plan());
    }

    private Machine machine(Work work) {
        return floor.equipment().machine(work.operation().machine());
    }

    /** CNY per hour of the machine's own people and of the crews. */
    private double rate(Work work) {
        double rate = machine(work).operatorRate();
        List<CrewNeed> needs = floor.machineOption(work).people();
        for (int i = 0; i < needs.size(); i++) {
            int crew = work.operation().crews().get(i);
            rate += problem.crews().get(crew).rate() * needs.get(i).people(crew);
        }
        return rate;
    }

    /** Changeover at the machine's own rate, set-up and run with the crews; each is an amount of its own. */
    long usualWages(Work work) {
        Plan.Operation done = work.operation();
        double rate = rate(work);
        return Cents.of(done.changeoverMinutes() * machine(work).operatorRate() / HOUR)
                + Cents.of(done.setupMinutes() * rate / HOUR)
                + Cents.of((done.workMinutes() - done.setupMinutes()) * rate / HOUR);
    }

    /** On top, for the part of the work that lies outside the regular hours. */
    long overtimePremium(Work work) {
        Plan.Operation done = work.operation();
        int all = floor.equipment().workedBy(done, work.step(), work.start(), work.end());
        int regular = Equipment.worked(floor.equipment().regularHours(done, work.step()), work.start(), work.end());
        if (all <= regular) {
            return 0;
        }
        double minutes = (double) done.workMinutes() * (all - regular) / all;
        return Cents.of(minutes / HOUR * rate(work) * machine(work).overtimePremiumPercent() / 100);
    }

    long energy(Work work) {
        double units = drawnByMachine(work);
        long fen = units > 0 ? Cents.of(units * meanPrice(machine(work).energy(), work)) : 0;
        double own = drawnByStep(work);
        return own > 0 ? fen + Cents.of(own * meanPrice(work.step().energy(), work)) : fen;
    }

    long carbon(Work work) {
        return Cents.of(kilogramsCo2(work)
                / KILOGRAMS_OF_TONNE
                * problem.finance().carbonPriceOn(MoneyMoves.dayOfEnd(work.end())));
    }

    /** Units of all that is counted in kWh. */
    double kilowattHours(Work work) {
        double units = isElectric(machine(work).energy()) ? drawnByMachine(work) : 0;
        return isElectric(work.step().energy()) ? units + drawnByStep(work) : units;
    }

    private boolean isElectric(int source) {
        return source >= 0 && problem.energies().get(source).unit().equalsIgnoreCase("kWh");
    }

    double kilogramsCo2(Work work) {
        double kilograms = 0;
        if (machine(work).energy() >= 0) {
            kilograms += drawnByMachine(work)
                    * problem.energies().get(machine(work).energy()).emissionFactor();
        }
        if (work.step().energy() >= 0) {
            kilograms += drawnByStep(work)
                    * problem.energies().get(work.step().energy()).emissionFactor();
        }
        return kilograms;
    }

    private double drawnByMachine(Work work) {
        Machine machine = machine(work);
        return machine.energy() < 0 ? 0 : machine.kilowatts() * work.operation().workMinutes() / HOUR;
    }

    private double drawnByStep(Work work) {
        return work.step().energy() < 0
                ? 0
                : work.step().energyPerUnit() * work.operation().quantityIn();
    }

    /**
     * CNY per unit, each minute that is worked alike. An operation is worked in the hours that the must-rules leave where they hold just
     * its minutes, else in all hours between its start and its end.
     */
    private double meanPrice(int source, Work work) {
        EnergySource energy = problem.energies().get(source);
        WorkingTime hours = floor.equipment().hours(work.operation(), work.step());
        WorkingTime left = rules.leave(floor.equipment(), work.operation(), work.step());
        if (Equipment.worked(left, work.start(), work.end()) == work.operation().workMinutes()) {
            hours = left;
        }
        double sum = 0;
        int minutes = 0;
        for (int i = 0; i < hours.size(); i++) {
            int end = Math.min(work.end(), hours.end(i));
            for (int minute = Math.max(work.start(), hours.start(i)); minute < end; minute++) {
                sum += price(energy, minute);
                minutes++;
            }
        }
        return minutes == 0 ? wallMean(energy, work) : sum / minutes;
    }

    private double wallMean(EnergySource energy, Work work) {
        double sum = price(energy, work.start());
        for (int minute = work.start() + 1; minute < work.end(); minute++) {
            sum += price(energy, minute);
        }
        return sum / Math.max(1, work.end() - work.start());
    }

    private double price(EnergySource energy, int minute) {
        int monday = (problem.asOf().getDayOfWeek().getValue() - 1) * PlanningProblem.DAY;
        return energy.priceByHourOfWeek().get(Math.floorMod(monday + minute, WEEK) / HOUR);
    }
}
