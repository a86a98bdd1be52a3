package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.QUANTITY;
import static io.sandtable.simulation.check.Finding.Kind.SEQUENCE;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.LotSize;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.List;

/** Whether the operations of each lot follow one another, in time and in quantity. */
final class LotCheck {
    private final ShopFloor floor;
    private final Findings findings;

    LotCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.findings = findings;
    }

    void run() {
        for (Plan.Lot lot : floor.plan().lots()) {
            List<Step> steps = floor.problem().routings().get(lot.routing()).steps();
            for (int k = 0; k < steps.size(); k++) {
                int early =
                        steps.get(k).releaseFence() - lot.operations().get(k).start();
                if (early > 0) {
                    Plan.Operation operation = lot.operations().get(k);
                    findings.add(SEQUENCE, name(lot, operation), operation.start(), early);
                }
            }
            for (int k = 1; k < steps.size(); k++) {
                checkSuccession(lot, k, steps.get(k - 1), steps.get(k));
            }
            checkQuantities(lot);
        }
    }

    private void checkSuccession(Plan.Lot lot, int k, Step stepBefore, Step stepAfter) {
        Plan.Operation before = lot.operations().get(k - 1);
        Plan.Operation after = lot.operations().get(k);
        double transfer = stepBefore.transferQuantity();
        boolean whole =
                transfer <= 0 || transfer >= before.quantityOut() || before.machine() < 0 || after.machine() < 0;
        int early = whole
                ? before.end() + stepBefore.waitMinutes() - after.start()
                : Math.max(firstMissing(before, stepBefore, after), lastMissing(before, stepBefore, after, stepAfter));
        if (early > 0) {
            findings.add(SEQUENCE, name(lot, after), after.start(), early);
        }
        double unmade = after.quantityIn() - before.quantityOut();
        if (unmade > SAME_QUANTITY) {
            findings.add(QUANTITY, name(lot, after), after.start(), unmade);
        }
    }

    /** Minutes by which the first transfer lot is not done when the next step begins. */
    private int firstMissing(Plan.Operation before, Step step, Plan.Operation after) {
        double running = before.workMinutes() - before.setupMinutes();
        double needed = before.setupMinutes() + running * step.transferQuantity() / before.quantityOut();
        int done = floor.equipment().workedBy(before, step, before.start(), after.start() - step.waitMinutes());
        return missing(needed, done);
    }

    /** Minutes by which the next step would run dry before all of the lot has come. */
    private int lastMissing(Plan.Operation before, Step step, Plan.Operation after, Step stepAfter) {
        double running = after.workMinutes() - after.setupMinutes();
        // what takes the same time however much it is begins when all is there
        double needed = running <= 0
                ? after.workMinutes()
                : running * Math.min(1, step.transferQuantity() / after.quantityIn());
        int left = floor.equipment().workedBy(after, stepAfter, before.end() + step.waitMinutes(), after.end());
        return missing(needed, left);
    }

    /** Begun minutes are whole ones. */
    private static int missing(double needed, int minutes) {
        return (int) Math.floor(needed - minutes);
    }

    private void checkQuantities(Plan.Lot lot) {
        Item item = floor.problem().items().get(lot.item());
        for (Plan.Operation operation : lot.operations()) {
            if (!(operation.quantityIn() > 0) || !(operation.quantityOut() > 0)) {
                findings.add(QUANTITY, name(lot, operation), operation.start(), operation.quantityIn());
            }
        }
        double off = Math.abs(lot.quantity() - lot.operations().getLast().quantityOut());
        double broken = item.whole() ? offMultiple(lot.quantity(), 1) : 0;
        double worst =
                Math.max(off, Math.max(broken, isSubstitution(lot) ? 0 : offSize(lot.quantity(), item.lotSize())));
        if (!(worst <= SAME_QUANTITY)) {
            findings.add(QUANTITY, Findings.name(demandOf(lot), lot), lot.end(), worst);
        }
    }

    /** What only lets another item stand in is no lot that anybody makes. */
    private boolean isSubstitution(Plan.Lot lot) {
        return floor.problem().routings().get(lot.routing()).substitution();
    }

    /** By how much a lot misses what its size may be. */
    private static double offSize(double quantity, LotSize size) {
        double outside = Math.max(size.minimum() - quantity, quantity - size.maximum());
        return Math.max(outside, offMultiple(quantity, size.multiple()));
    }

    /** How far a quantity is from the nearest multiple; 0 where there is none to keep. */
    static double offMultiple(double quantity, double multiple) {
        return multiple > 0 ? Math.abs(quantity - Math.rint(quantity / multiple) * multiple) : 0;
    }

    private String name(Plan.Lot lot, Plan.Operation operation) {
        return Findings.name(demandOf(lot), lot, operation);
    }

    private Demand demandOf(Plan.Lot lot) {
        return floor.problem().demands().get(lot.demand());
    }
}
