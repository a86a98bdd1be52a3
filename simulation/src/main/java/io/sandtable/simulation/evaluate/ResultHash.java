package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a result: SHA-256, in lower-case hex, of a text that says what is done and what comes of it, so that a replay can
 * be compared with the record.
 *
 * <p>The text is UTF-8, one thing a line, words divided by tabs, every line ended by LF. First comes {@code sandtable-result 1}, then the
 * investments, overtime and lifted rules; then the plan's lots, each followed by its operations, purchases and deliveries, all in their
 * order in the plan and named by ids rather than by places; then the figures and risks; then the broken rules. Money is in fen,
 * times are minutes since the as-of day's midnight, other numbers are rounded half up to six decimals without trailing zeros.
 * How the search went (seed, steps, why it ended) is not part of it.
 */
public final class ResultHash {
    private static final int DECIMALS = 6;

    private final PlanningProblem problem;
    private final StringBuilder text = new StringBuilder();

    private ResultHash(PlanningProblem problem) {
        this.problem = problem;
    }

    /** The hash of an evaluated plan. */
    public static String of(PlanningProblem problem, Evaluation evaluation) {
        return sha256(canonicalText(problem, evaluation));
    }

    /** The text that is hashed. */
    public static String canonicalText(PlanningProblem problem, Evaluation evaluation) {
        var hash = new ResultHash(problem);
        hash.line("sandtable-result", 1);
        hash.line("as-of", problem.asOf(), problem.horizonDays());
        hash.plan(evaluation.plan());
        hash.kpis(evaluation.kpis());
        evaluation.violations().forEach(hash::violation);
        return hash.text.toString();
    }

    private void plan(Plan plan) {
        plan.investments()
                .forEach(i -> line("investment", problem.investments().get(i).equipment(), i));
        line("overtime", plan.overtime());
        plan.liftedRules().stream().sorted().forEach(r -> line("lifted", r));
        for (Plan.Lot lot : plan.lots()) {
            line(
                    "lot",
                    lot.index(),
                    lot.demand() < 0 ? "" : problem.demands().get(lot.demand()).id(),
                    lot.parent(),
                    problem.items().get(lot.item()).id(),
                    problem.routings().get(lot.routing()).id(),
                    lot.quantity());
            lot.operations().forEach(this::operation);
        }
        for (Plan.Purchase p : plan.purchases()) {
            var offer = problem.offers().get(p.offer());
            String item = problem.items().get(offer.item()).id();
            line("purchase", offer.supplier(), item, p.offer(), p.quantity(), p.usable(), p.ordered(), p.arrives());
        }
        for (Plan.Delivery d : plan.deliveries()) {
            line("delivery", problem.demands().get(d.demand()).id(), d.quantity(), d.minute());
        }
    }

    private void operation(Operation op) {
        line(
                "operation",
                op.step(),
                op.machine(),
                op.tool(),
                op.subcontract(),
                op.quantityIn(),
                op.quantityOut(),
                op.setupMinutes(),
                op.workMinutes(),
                op.start(),
                op.end());
        // said only where there is something to say, so that results hashed before crews and changeovers were known
        // stay as they are
        if (!op.crews().isEmpty()) {
            line("crews", op.crews());
        }
        if (op.changeoverMinutes() > 0) {
            line("changeover", op.changeoverMinutes());
        }
    }

    private void kpis(Kpis kpis) {
        line("revenue", kpis.revenue());
        line("grossMargin", kpis.grossMargin(), kpis.grossMarginPct());
        line("capex", kpis.capex(), kpis.depreciation());
        line("cashLow", kpis.cashLow(), kpis.cashLowDate());
        line("orders", kpis.onTimePct(), kpis.lateOrders(), kpis.shortOrders(), kpis.penalties());
        line("yieldPct", kpis.yieldPct());
        line("energyKwh", kpis.energyKwh());
        line("carbonKg", kpis.carbonKg());
        line("inventoryTurns", kpis.inventoryTurns());
        kpis.risks().forEach(r -> line("risk", r.kind(), r.on(), r.score()));
    }

    private void violation(Violation v) {
        line(
                "violation",
                v.ruleId(),
                v.must(),
                v.where(),
                v.from() == null ? "" : v.from(),
                v.to() == null ? "" : v.to(),
                v.limit(),
                v.actual(),
                v.unit());
    }

    private void line(Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : "\t").append(word(words[i]));
        }
        text.append('\n');
    }

    private static String word(Object word) {
        return switch (word) {
            case Double number -> number(number);
            case Money money -> Long.toString(money.minor());
            default -> word.toString();
        };
    }

    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256; every complete JDK does. Run on Temurin 25.", e);
        }
    }
}
