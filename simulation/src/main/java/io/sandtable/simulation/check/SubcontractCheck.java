package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CONFIDENTIAL;
import static io.sandtable.simulation.check.Finding.Kind.LEAD_TIME;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CAPACITY;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CLOSED;
import static io.sandtable.simulation.check.Finding.Kind.YIELD;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import java.util.HashMap;

/** Whether subcontractors get the time they need and no more work than they can do, and nothing that must stay in the house. */
final class SubcontractCheck {
    private final ShopFloor floor;
    private final Findings findings;

    SubcontractCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.findings = findings;
    }

    void run() {
        var weeks = new HashMap<Contract, WeekTotals>();
        for (Work work : floor.outsourced()) {
            Subcontract subcontract = work.subcontract();
            if (work.step().confidential()) {
                findings.add(CONFIDENTIAL, work.name(), work.start(), 0);
            }
            int hurried = subcontract.leadTimeMinutes() - (work.end() - work.start());
            if (hurried > 0) {
                findings.add(LEAD_TIME, subcontract.supplier(), work.start(), hurried);
            }
            if (!subcontract.valid().covers(work.start(), work.end())) {
                findings.add(SUPPLIER_CLOSED, subcontract.supplier(), work.start(), 0);
            }
            double tooGood =
                    work.operation().quantityOut() - work.operation().quantityIn() * subcontract.yieldPercent() / 100;
            if (tooGood > SAME_QUANTITY) {
                findings.add(YIELD, work.name(), work.start(), tooGood);
            }
            weeks.computeIfAbsent(
                            new Contract(work.step().process(), subcontract.supplier()),
                            c -> new WeekTotals(subcontract.capacityPerWeek()))
                    .add(work.start(), work.operation().quantityIn());
        }
        weeks.forEach((contract, totals) ->
                totals.over((minute, over) -> findings.add(SUPPLIER_CAPACITY, contract.supplier(), minute, over)));
    }

    /** What a weekly capacity is agreed for. */
    private record Contract(String process, String supplier) {}
}
