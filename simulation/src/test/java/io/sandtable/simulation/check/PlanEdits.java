package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans that differ from another in one thing. */
public final class PlanEdits {
    private PlanEdits() {}

    static Plan withInvestments(Plan p, List<Integer> investments) {
        return new Plan(
                investments,
                p.overtime(),
                p.liftedRules(),
                p.lots(),
                p.purchases(),
                p.deliveries(),
                p.search(),
                p.takes(),
                p.mode());
    }

    static Plan lifting(Plan p, String rule) {
        return new Plan(
                p.investments(),
                p.overtime(),
                List.of(rule),
                p.lots(),
                p.purchases(),
                p.deliveries(),
                p.search(),
                p.takes(),
                p.mode());
    }

    static Plan withLots(Plan p, List<Plan.Lot> lots) {
        return with(p, lots, p.purchases(), p.deliveries(), p.takes());
    }

    static Plan withPurchases(Plan p, List<Plan.Purchase> purchases) {
        return with(p, p.lots(), purchases, p.deliveries(), p.takes());
    }

    static Plan withoutTakes(Plan p) {
        return with(p, p.lots(), p.purchases(), p.deliveries(), List.of());
    }

    static Plan withLot(Plan p, int index, UnaryOperator<Plan.Lot> edit) {
        return withLots(p, replaced(p.lots(), index, edit));
    }

    /** The operation at another time, without crews and changeover. */
    public static Plan.Operation moved(Plan.Operation o, int start, int end) {
        return new Plan.Operation(
                o.step(),
                o.machine(),
                o.tool(),
                o.subcontract(),
                o.quantityIn(),
                o.quantityOut(),
                o.setupMinutes(),
                o.workMinutes(),
                start,
                end);
    }

    public static Plan withOperation(Plan p, int lot, int step, UnaryOperator<Plan.Operation> edit) {
        return withLot(
                p,
                lot,
                l -> new Plan.Lot(
                        l.index(),
                        l.demand(),
                        l.parent(),
                        l.item(),
                        l.routing(),
                        l.quantity(),
                        replaced(l.operations(), step, edit)));
    }

    static Plan withPurchase(Plan p, int index, UnaryOperator<Plan.Purchase> edit) {
        return withPurchases(p, replaced(p.purchases(), index, edit));
    }

    static Plan withDelivery(Plan p, int index, UnaryOperator<Plan.Delivery> edit) {
        return with(p, p.lots(), p.purchases(), replaced(p.deliveries(), index, edit), p.takes());
    }

    static Plan withTake(Plan p, int index, UnaryOperator<Plan.Take> edit) {
        return with(p, p.lots(), p.purchases(), p.deliveries(), replaced(p.takes(), index, edit));
    }

    static <T> List<T> without(List<T> list, int index) {
        var rest = new ArrayList<>(list);
        rest.remove(index);
        return rest;
    }

    private static <T> List<T> replaced(List<T> list, int index, UnaryOperator<T> edit) {
        var edited = new ArrayList<>(list);
        edited.set(index, edit.apply(list.get(index)));
        return edited;
    }

    private static Plan with(
            Plan p,
            List<Plan.Lot> lots,
            List<Plan.Purchase> purchases,
            List<Plan.Delivery> deliveries,
            List<Plan.Take> takes) {
        return new Plan(
                p.investments(),
                p.overtime(),
                p.liftedRules(),
                lots,
                purchases,
                deliveries,
                p.search(),
                takes,
                p.mode());
    }
}
