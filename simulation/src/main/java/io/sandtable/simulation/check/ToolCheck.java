package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.INVESTMENT;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_LIFE;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_OVERLAP;
import static io.sandtable.simulation.check.Finding.Kind.YIELD;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;

/** Whether each tool is there, is mounted once at a time and within its life, and what good units that leaves. */
final class ToolCheck {
    private final ShopFloor floor;
    private final Equipment equipment;
    private final Findings findings;

    ToolCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.equipment = floor.equipment();
        this.findings = findings;
    }

    void run() {
        for (int tool = 0; tool < equipment.tools(); tool++) {
            follow(tool);
        }
        for (Work work : floor.inHouse()) {
            if (!work.mounts()) {
                checkYield(work, machineShare(work));
            }
        }
    }

    /** Goes through the tool's work in the order of time, counting strokes. */
    private void follow(int index) {
        Tool tool = equipment.tool(index);
        double strokes = equipment.strokesUsed(index);
        int busyUntil = Integer.MIN_VALUE;
        boolean wornOut = false;
        for (Work work : floor.withTool(index)) {
            if (work.start() < busyUntil) {
                findings.add(TOOL_OVERLAP, tool.name(), work.start(), Math.min(busyUntil, work.end()) - work.start());
            }
            int notYet = equipment.minutesUntilThere(equipment.toolBought(index), work.start());
            if (notYet > 0) {
                findings.add(INVESTMENT, tool.name(), work.start(), notYet);
            }
            checkYield(work, machineShare(work) * tool.goodShare(strokes));
            strokes += floor.strokes(work);
            if (!wornOut && strokes > tool.lifeStrokes() + SAME_QUANTITY) {
                wornOut = true;
                findings.add(TOOL_LIFE, tool.name(), work.start(), strokes - tool.lifeStrokes());
            }
            busyUntil = Math.max(busyUntil, work.end());
        }
    }

    private double machineShare(Work work) {
        return floor.machineOption(work).yieldPercent() / 100;
    }

    private void checkYield(Work work, double goodShare) {
        double tooGood = work.operation().quantityOut() - work.operation().quantityIn() * goodShare;
        if (tooGood > SAME_QUANTITY) {
            findings.add(YIELD, work.name(), work.start(), tooGood);
        }
    }
}
