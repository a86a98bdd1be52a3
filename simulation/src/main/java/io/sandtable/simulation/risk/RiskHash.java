package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.RiskResult.CashBand;
import io.sandtable.simulation.risk.RiskResult.Duel;
import io.sandtable.simulation.risk.RiskResult.FigureRisk;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.Summary.Estimate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a risk run: SHA-256, in lower-case hex, of a text of all its numbers, so that a run made again can be compared with the
 * record.
 *
 * <p>The text is UTF-8, one thing a line, words divided by tabs, every line ended by LF: {@code sandtable-risk 1}, the run with its inputs
 * and correlations, then each plan with its figures, rules, orders and cash, then the duels, then the warnings. Numbers are written as Java
 * writes a double: the shortest that gives the same bits.
 */
public final class RiskHash {
    private final StringBuilder text = new StringBuilder();

    private RiskHash() {}

    /** The hash of a result. */
    public static String of(RiskResult result) {
        try {
            byte[] bytes = canonicalText(result).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256; every Java must have it.", e);
        }
    }

    /** The text that is hashed. */
    public static String canonicalText(RiskResult result) {
        var hash = new RiskHash();
        hash.line("sandtable-risk", 1);
        hash.run(result.run());
        hash.line("done", result.done());
        result.plans().forEach(hash::plan);
        for (Duel d : result.duels()) {
            hash.line(
                    "duel",
                    d.plan(),
                    d.than(),
                    d.kpi().id(),
                    d.better().hits(),
                    d.worse().hits());
            hash.estimate("difference", d.difference());
        }
        result.warnings().forEach(w -> hash.line("warning", w.code(), w.on()));
        return hash.text.toString();
    }

    private void run(RiskRun run) {
        line("run", run.seed(), run.runs(), run.mode().id(), run.generator());
        for (Input input : run.inputs()) {
            line(
                    "input",
                    input.dimension().id(),
                    String.join(",", input.scope().stream().sorted().toList()),
                    input.basis(),
                    input.values(),
                    input.distribution());
        }
        for (List<Double> row : run.copula().correlation()) {
            line("correlation", row.toArray());
        }
    }

    private void plan(PlanRisk plan) {
        line("plan", plan.plan(), plan.failed());
        for (FigureRisk figure : plan.figures()) {
            Summary s = figure.summary();
            line("figure", figure.kpi().id(), figure.today(), s.runs(), s.deviation(), s.least(), s.most());
            estimate("mean", s.mean());
            estimate("p10", s.p10());
            estimate("p50", s.p50());
            estimate("p90", s.p90());
            estimate("cvar95", s.cvar95());
            line("curve", s.curve().toArray());
        }
        plan.rules()
                .forEach(r -> line(
                        "rule",
                        r.rule(),
                        r.today(),
                        r.broken().hits(),
                        r.broken().runs()));
        plan.orders()
                .forEach(o -> line(
                        "order",
                        o.order(),
                        o.today(),
                        o.missed().hits(),
                        o.missing().hits()));
        for (CashBand c : plan.cash()) {
            line("cash", c.day(), c.today(), c.p5(), c.p10(), c.p50(), c.p90(), c.p95());
        }
    }

    private void estimate(String name, Estimate estimate) {
        line(name, estimate.value(), estimate.low(), estimate.high());
    }

    private void line(String name, Object... words) {
        text.append(name);
        for (Object word : words) {
            text.append('\t').append(word);
        }
        text.append('\n');
    }
}
