package io.sandtable.web.runs;

import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.LiveRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan's place on the page of a run: an outline until the plan is there.
 *
 * @param compliant whether it keeps every must-rule; null while it is an outline
 * @param figures empty while it is an outline
 */
record PlanCard(
        String strategy,
        String name,
        boolean baseline,
        @Nullable Boolean compliant,
        List<Figure> figures) {
    private static final String BASELINE = "baseline";

    /** One row, with its difference from the baseline where that is there. */
    record Figure(String label, String value, @Nullable String difference) {}

    public boolean isOutline() {
        return compliant == null;
    }

    /** The baseline, then the strategies in their order; those that found nothing drop out once the search is over. */
    static List<PlanCard> of(LiveRun run, Words words) {
        List<LiveRun.PlanSoFar> plans = run.plans();
        Optional<Kpis> baseline = plans.stream()
                .filter(p -> p.strategy().equals(BASELINE))
                .map(LiveRun.PlanSoFar::kpis)
                .findFirst();
        var ids = new ArrayList<>(List.of(BASELINE));
        ids.addAll(run.strategies());
        boolean searching = RunSteps.position(run.stage()) < RunSteps.position("check");
        var cards = new ArrayList<PlanCard>();
        for (String id : ids.stream().distinct().toList()) {
            Optional<LiveRun.PlanSoFar> found =
                    plans.stream().filter(p -> p.strategy().equals(id)).findFirst();
            if (found.isPresent() || searching) {
                cards.add(found.map(p -> filled(p, baseline, words)).orElseGet(() -> outline(id, words)));
            }
        }
        return cards;
    }

    private static PlanCard outline(String id, Words words) {
        String key = "runs.strategy." + id;
        return new PlanCard(
                id, words.say(words.knows(key) ? key : "runs.strategy.other"), id.equals(BASELINE), null, List.of());
    }

    private static PlanCard filled(LiveRun.PlanSoFar plan, Optional<Kpis> baseline, Words words) {
        Language language = words.language();
        var f = new Figures(language);
        Kpis k = plan.kpis();
        Optional<Kpis> than = baseline.filter(b -> !plan.strategy().equals(BASELINE));
        return new PlanCard(
                plan.strategy(),
                language.choose(plan.zh(), plan.en()),
                plan.strategy().equals(BASELINE),
                plan.compliant(),
                List.of(
                        new Figure(
                                words.say("kpi.onTime"),
                                f.percent(k.onTimePct()),
                                than.map(b -> f.points(k.onTimePct() - b.onTimePct()))
                                        .orElse(null)),
                        new Figure(
                                words.say("kpi.late"),
                                k.lateOrders() + " / " + k.shortOrders(),
                                than.map(b -> f.countDifference((long) k.lateOrders()
                                                + k.shortOrders()
                                                - b.lateOrders()
                                                - b.shortOrders()))
                                        .orElse(null)),
                        new Figure(
                                words.say("kpi.margin"),
                                f.shortMoney(k.grossMargin()),
                                than.map(b -> f.moneyDifference(k.grossMargin().minus(b.grossMargin())))
                                        .orElse(null)),
                        new Figure(
                                words.say("kpi.cashLow"),
                                f.shortMoney(k.cashLow()),
                                than.map(b -> f.moneyDifference(k.cashLow().minus(b.cashLow())))
                                        .orElse(null))));
    }
}
