package io.sandtable.web.plandetail;

import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Words;
import java.util.List;

/**
 * Material of an order that is not made for it.
 *
 * @param source where it comes from, in words
 */
record Sourced(String item, double quantity, String unit, String source) {
    static List<Sourced> of(ShownPlan shown, Demand demand) {
        return shown.plan().takes().stream()
                .filter(take -> take.demand() == demand.index())
                .map(take -> of(shown, take))
                .toList();
    }

    private static Sourced of(ShownPlan shown, Take take) {
        return new Sourced(
                shown.names().item(take.item()),
                take.quantity(),
                shown.problem().items().get(take.item()).unit(),
                source(shown, take));
    }

    private static String source(ShownPlan shown, Take take) {
        PlanningProblem problem = shown.problem();
        Words words = Words.in(shown.language());
        return switch (take.source()) {
            case STOCK -> words.say("detail.steps.from.stock");
            case RECEIPT -> words.say("detail.steps.from.receipt");
            case PURCHASE -> {
                var offer = problem.offers().get(take.index());
                yield words.say("detail.steps.from.purchase", shown.names().of(offer.supplier(), offer.supplierName()));
            }
            case LOT -> {
                int maker = shown.plan().lots().get(take.index()).demand();
                yield words.say(
                        "detail.steps.from.lot", problem.demands().get(maker).number());
            }
        };
    }
}
