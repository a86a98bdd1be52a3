package io.sandtable.web.drivers;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.simulation.risk.Chance;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.Summary;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.global.Interval;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Every number that a sweep gave, bit for bit, in one hash. */
final class SweepHash {
    private final StringBuilder text = new StringBuilder();

    private SweepHash(String kind) {
        line("sandtable-sweep", 1, kind);
    }

    static String of(SobolIndices shares) {
        var hash = new SweepHash("sobol");
        hash.line("runs", shares.runs(), shares.scrambles());
        Kpi[] kpis = Kpi.values();
        for (int f = 0; f < kpis.length; f++) {
            SobolIndices.Figure figure = shares.figures().get(f);
            hash.line("figure", kpis[f].id(), figure.mean(), figure.variance(), figure.noiseFloor());
            figure.indices().forEach(i -> hash.line("index", i.factor(), text(i.first()), text(i.total())));
            figure.warnings().forEach(w -> hash.line("warning", w.code(), w.count()));
        }
        return hash.sha256();
    }

    static String of(RiskResult result) {
        var hash = new SweepHash("risk");
        hash.line("runs", result.done());
        result.plans().forEach(hash::plan);
        result.duels()
                .forEach(d -> hash.line(
                        "duel",
                        d.plan(),
                        d.than(),
                        d.kpi().id(),
                        hits(d.better()),
                        hits(d.worse()),
                        text(d.difference())));
        return hash.sha256();
    }

    private void plan(PlanRisk plan) {
        line("plan", plan.plan(), plan.failed());
        plan.figures().forEach(f -> {
            Summary s = f.summary();
            line("figure", f.kpi().id(), f.today(), s.runs(), text(s.mean()), s.deviation(), s.least(), s.most());
            line("quantiles", text(s.p10()), text(s.p50()), text(s.p90()), text(s.cvar95()), s.curve());
        });
        plan.rules().forEach(r -> line("rule", r.rule(), r.today(), hits(r.broken())));
        plan.orders().forEach(o -> line("order", o.order(), o.today(), hits(o.missed()), hits(o.missing())));
        plan.cash().forEach(c -> line("cash", c.day(), c.today(), c.p5(), c.p10(), c.p50(), c.p90(), c.p95()));
    }

    private static String text(Interval interval) {
        return interval.estimate() + " " + interval.low() + " " + interval.high();
    }

    private static String text(Summary.Estimate estimate) {
        return estimate.value() + " " + estimate.low() + " " + estimate.high();
    }

    private static String hits(Chance chance) {
        return chance.hits() + "/" + chance.runs();
    }

    private void line(Object... parts) {
        text.append(Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" ")))
                .append('\n');
    }

    private String sha256() {
        return Hash.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
