package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CALENDAR;
import static io.sandtable.simulation.check.Finding.Kind.CHANGEOVER;
import static io.sandtable.simulation.check.Finding.Kind.INVESTMENT;
import static io.sandtable.simulation.check.Finding.Kind.MACHINE_OVERLAP;
import static io.sandtable.simulation.check.Finding.Kind.WORK;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.Setups;
import java.util.List;

/** Whether each machine is there, does one thing at a time, and has the minutes for it. */
final class MachineCheck {
    /** What rounding up to whole minutes may add. */
    private static final double ROUNDING_MINUTES = 1;

    private static final double SAME_MINUTES = 1e-6;

    private final ShopFloor floor;
    private final Equipment equipment;
    private final MachineRules rules;
    private final Findings findings;

    MachineCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.equipment = floor.equipment();
        this.rules = new MachineRules(floor.problem(), floor.plan());
        this.findings = findings;
    }

    void run() {
        for (int machine = 0; machine < equipment.machines(); machine++) {
            if (!equipment.machine(machine).unlimited()) {
                List<Work> inOrder = floor.onMachine(machine);
                checkOneAtATime(inOrder, equipment.machine(machine).name());
                checkChangeovers(machine, inOrder);
            }
        }
        for (Work work : floor.inHouse()) {
            checkWork(work);
            checkCalendar(work);
            checkBought(work);
        }
    }

    private void checkOneAtATime(List<Work> inOrder, String name) {
        int busyUntil = Integer.MIN_VALUE;
        for (Work work : inOrder) {
            if (work.start() < busyUntil && work.end() > work.start()) {
                findings.add(MACHINE_OVERLAP, name, work.start(), Math.min(busyUntil, work.end()) - work.start());
            }
            busyUntil = Math.max(busyUntil, work.end());
        }
    }

    /** Between work of two set-ups the machine stands still long enough; work for which any will do may lie in between. */
    private void checkChangeovers(int machine, List<Work> inOrder) {
        Setups setups = equipment.machine(machine).setups();
        if (!setups.matter()) {
            inOrder.stream()
                    .filter(w -> w.operation().changeoverMinutes() != 0)
                    .forEach(w -> findings.add(
                            CHANGEOVER, w.name(), w.start(), w.operation().changeoverMinutes()));
            return;
        }
        int is = setups.today();
        int idle = 0;
        int idleSince = 0;
        for (Work work : inOrder) {
            idle += equipment.worked(machine, idleSince, work.start());
            idleSince = work.end();
            int setup = floor.machineOption(work).setup();
            int needed = setups.minutes(is, setup);
            if (setup >= 0) {
                if (idle < needed) {
                    findings.add(CHANGEOVER, work.name(), work.start(), needed - idle);
                }
                is = setup;
                idle = 0;
            }
            if (work.operation().changeoverMinutes() != needed) {
                findings.add(
                        CHANGEOVER, work.name(), work.start(), work.operation().changeoverMinutes() - needed);
            }
        }
    }

    private void checkWork(Work work) {
        MachineOption option = floor.machineOption(work);
        double needed = option.setupMinutes()
                + option.minutesPerUnit() * work.operation().quantityIn();
        double planned = work.operation().workMinutes();
        if (planned < needed - SAME_MINUTES || planned > needed + ROUNDING_MINUTES + SAME_MINUTES) {
            findings.add(WORK, work.name(), work.start(), Math.abs(planned - needed));
        }
        int setup = work.operation().setupMinutes();
        if (setup != option.setupMinutes()) {
            findings.add(WORK, work.name(), work.start(), Math.abs(setup - option.setupMinutes()));
        }
    }

    /**
     * Work goes on whenever the machine works. Where a rule keeps some of the time free, the operation may rest; then all that can be
     * said is that it rests for no other reason.
     */
    private void checkCalendar(Work work) {
        if (!floor.machineOption(work).valid().covers(work.start(), work.end())) {
            findings.add(CALENDAR, work.name(), work.start(), 0);
        }
        int machine = work.operation().machine();
        int planned = work.operation().workMinutes();
        int most = equipment.workedBy(work.operation(), work.step(), work.start(), work.end());
        int least = most - rules.minutesKeptBack(equipment, machine, work.start(), work.end());
        if (planned > most || planned < least) {
            findings.add(
                    CALENDAR,
                    equipment.machine(machine).name(),
                    work.start(),
                    planned > most ? planned - most : least - planned);
        }
    }

    private void checkBought(Work work) {
        int notYet = equipment.minutesUntilThere(
                equipment.machineBought(work.operation().machine()), work.start());
        if (notYet > 0) {
            findings.add(
                    INVESTMENT, equipment.machine(work.operation().machine()).name(), work.start(), notYet);
        }
    }
}
