package io.sandtable.web.drivers;

import io.sandtable.simulation.risk.Chance;
import io.sandtable.simulation.risk.Distribution;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskResult.FigureRisk;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.RiskWarning;
import io.sandtable.simulation.risk.Summary;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a plan fares while all its inputs are uncertain, in words and numbers.
 *
 * @param done runs so far, of {@code of}
 * @param orders those late in any run, at most so many; {@code moreOrders} others
 */
record RiskView(
        int done,
        int of,
        List<String> warnings,
        Spread spread,
        Cash cash,
        List<Line> rules,
        String rulesSentence,
        List<Line> orders,
        int moreOrders,
        String ordersSentence,
        List<Duel> duels,
        String duelSentence,
        List<Drawn> inputs,
        long standIns) {
    RiskView {
        warnings = List.copyOf(warnings);
        rules = List.copyOf(rules);
        orders = List.copyOf(orders);
        duels = List.copyOf(duels);
        inputs = List.copyOf(inputs);
    }

    /** Where the figure comes out. */
    record Spread(String sentence, boolean constant, List<Named> numbers, List<Point> curve) {
        Spread {
            numbers = List.copyOf(numbers);
            curve = List.copyOf(curve);
        }
    }

    /** A number of a distribution with its interval; {@code drawn} where a chart marks it. */
    record Named(
            String name,
            String value,
            String interval,
            @Nullable Double drawn) {}

    /** So many percent of the runs have this or less. */
    record Point(String percent, double share, String value, double drawn) {}

    /** @param floor that a must-rule sets, in yuan; null where none does */
    record Cash(String sentence, @Nullable Double floor, List<Week> weeks) {
        Cash {
            weeks = List.copyOf(weeks);
        }
    }

    /** Cash at the end of a day: today, then at 5, 10, 50, 90, 95 percent of the runs. */
    record Week(String day, List<Amount> amounts) {
        Week {
            amounts = List.copyOf(amounts);
        }
    }

    /** @param key of the cell that a chart reads */
    record Amount(String key, String said, double yuan) {}

    /** How likely something bad is, in percent. */
    record Line(
            String id,
            String name,
            boolean must,
            boolean today,
            String said,
            String interval,
            double share,
            double low,
            double high) {}

    /** The plan against another in the same runs. */
    record Duel(String plan, String better, String worse, String difference, String interval) {}

    /** What an input is drawn from. */
    record Drawn(String name, String kind, String low, String high, String basis, String values) {}

    /** What the view is about besides the result. */
    record About(String letter, Kpi kpi, PlanningProblem problem, TypedRanges typed, List<String> names, int most) {}

    static RiskView of(RiskResult result, About about, Words words) {
        KpiWords kpi = KpiWords.of(about.kpi(), words);
        PlanRisk plan = result.plans().stream()
                .filter(p -> p.plan().equals(about.letter()))
                .findFirst()
                .orElseThrow();
        List<Line> orders = plan.orders().stream()
                .map(o -> line(o.order(), o.number(), true, o.today(), o.missed(), words))
                .toList();
        List<PlannedRule> known = RuleWords.rules(about.problem());
        List<Line> rules = plan.rules().stream()
                .map(r ->
                        line(r.rule(), RuleWords.text(r.rule(), known, words), r.must(), r.today(), r.broken(), words))
                .toList();
        List<Duel> duels = duels(result, about, kpi);
        return new RiskView(
                result.done(),
                result.run().runs(),
                warnings(result, about, words),
                spread(plan.figure(about.kpi()), kpi),
                cash(plan, about.problem(), words),
                rules,
                chanceSentence("rules", rules, words),
                orders.stream().limit(about.most()).toList(),
                Math.max(0, orders.size() - about.most()),
                chanceSentence("orders", orders, words),
                duels,
                duels.isEmpty()
                        ? ""
                        : words.say(
                                "drivers.duel.sentence",
                                kpi.name(),
                                about.names().get(0),
                                duels.getFirst().plan(),
                                duels.getFirst().better(),
                                duels.getFirst().difference()),
                result.run().inputs().stream()
                        .map(input -> drawn(input, about.typed(), words))
                        .toList(),
                result.run().inputs().stream()
                        .filter(input -> input.basis() == Range.Basis.STAND_IN)
                        .count());
    }

    private static List<String> warnings(RiskResult result, About about, Words words) {
        return result.warnings().stream()
                // stand-ins have a line of their own
                .filter(w -> w.code() != RiskWarning.Code.STAND_IN)
                .filter(w -> concerns(w, about))
                .map(w -> words.say(
                        "drivers.warn." + w.code(),
                        w.on().contains("/")
                                ? RuleWords.text(
                                        w.on().substring(w.on().indexOf('/') + 1),
                                        RuleWords.rules(about.problem()),
                                        words)
                                : w.on(),
                        result.done(),
                        KpiWords.of(about.kpi(), words).name()))
                .distinct()
                .toList();
    }

    private static boolean concerns(RiskWarning warning, About about) {
        String on = warning.on();
        boolean ofFigure =
                warning.code() == RiskWarning.Code.CONSTANT_OUTPUT || warning.code() == RiskWarning.Code.NOT_A_NUMBER;
        return ofFigure
                ? on.equals(about.letter() + "/" + about.kpi().id())
                : on.isEmpty() || on.equals(about.letter()) || on.startsWith(about.letter() + "/");
    }

    private static Spread spread(FigureRisk risk, KpiWords kpi) {
        Words words = kpi.words();
        Summary s = risk.summary();
        if (s.runs() == 0) {
            return new Spread(words.say("drivers.risk.nothing", kpi.name()), true, List.of(), List.of());
        }
        String sentence = s.isConstant()
                ? words.say("drivers.risk.constant", kpi.name(), kpi.shortly(s.least()))
                : words.say(
                        "drivers.risk.sentence",
                        kpi.name(),
                        kpi.shortly(s.p10().value()),
                        kpi.shortly(s.p90().value()),
                        kpi.shortly(s.p50().value()),
                        kpi.shortly(s.cvar95().value()),
                        kpi.shortly(risk.today()));
        var curve = new ArrayList<Point>();
        for (int i = 0; i < s.curve().size(); i++) {
            double share = 100 * Summary.CURVE_AT.get(i);
            double value = s.curve().get(i);
            curve.add(new Point(kpi.figures().fixed(share, 0), share, kpi.cell(value), kpi.drawn(value)));
        }
        return new Spread(
                sentence,
                s.isConstant(),
                List.of(
                        new Named(words.say("drivers.risk.today"), kpi.cell(risk.today()), "", null),
                        named("p10", s.p10(), kpi, true),
                        named("p50", s.p50(), kpi, true),
                        named("p90", s.p90(), kpi, true),
                        named("mean", s.mean(), kpi, false),
                        named("cvar", s.cvar95(), kpi, false),
                        new Named(words.say("drivers.risk.least"), kpi.cell(s.least()), "", null),
                        new Named(words.say("drivers.risk.most"), kpi.cell(s.most()), "", null)),
                curve);
    }

    private static Named named(String key, Summary.Estimate estimate, KpiWords kpi, boolean marked) {
        return new Named(
                kpi.words().say("drivers.risk." + key),
                kpi.cell(estimate.value()),
                interval(kpi, estimate),
                marked ? kpi.drawn(estimate.value()) : null);
    }

    private static String interval(KpiWords kpi, Summary.Estimate estimate) {
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())
                ? kpi.words().say("drivers.interval", kpi.cell(estimate.low()), kpi.cell(estimate.high()))
                : Figures.MISSING;
    }

    private static Cash cash(PlanRisk plan, PlanningProblem problem, Words words) {
        var figures = new Figures(words.language());
        Double floor = problem.rules().stream()
                .filter(PlannedRule::must)
                .map(rule -> rule.restriction() instanceof Restriction.CashFloor f
                        ? f.floor().major().doubleValue()
                        : null)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
        List<Week> weeks = plan.cash().stream()
                .map(band -> new Week(
                        figures.day(band.day()),
                        Stream.of(
                                        amount("today", band.today(), figures),
                                        amount("p5", band.p5(), figures),
                                        amount("p10", band.p10(), figures),
                                        amount("p50", band.p50(), figures),
                                        amount("p90", band.p90(), figures),
                                        amount("p95", band.p95(), figures))
                                .toList()))
                .toList();
        RiskResult.CashBand lowest = plan.cash().stream()
                .filter(band -> Double.isFinite(band.p5()))
                .min(java.util.Comparator.comparingDouble(RiskResult.CashBand::p5))
                .orElse(null);
        String sentence = lowest == null
                ? words.say("drivers.cash.nothing")
                : words.say(
                        "drivers.cash.sentence",
                        figures.day(lowest.day()),
                        figures.shortMoney(DriverLine.yuan(lowest.p5())),
                        figures.shortMoney(DriverLine.yuan(lowest.p95())),
                        figures.shortMoney(DriverLine.yuan(lowest.today())));
        return new Cash(sentence, floor, weeks);
    }

    private static Amount amount(String key, double yuan, Figures figures) {
        return new Amount(key, Double.isFinite(yuan) ? figures.yuan(DriverLine.yuan(yuan)) : Figures.MISSING, yuan);
    }

    private static Line line(String id, String name, boolean must, boolean today, Chance chance, Words words) {
        return new Line(
                id,
                name,
                must,
                today,
                percent(chance.share(), words),
                words.say("drivers.interval", percent(chance.low(), words), percent(chance.high(), words)),
                100 * chance.share(),
                100 * chance.low(),
                100 * chance.high());
    }

    private static String percent(double share, Words words) {
        if (!Double.isFinite(share)) {
            return Figures.MISSING;
        }
        double percent = 100 * share;
        return new Figures(words.language()).fixed(percent, percent > 0 && percent < 10 ? 1 : 0);
    }

    private static String chanceSentence(String of, List<Line> lines, Words words) {
        List<Line> possible = lines.stream().filter(line -> line.share() > 0).toList();
        if (lines.isEmpty() || possible.isEmpty()) {
            return words.say("drivers." + of + ".none", lines.size());
        }
        Line worst = possible.getFirst();
        return words.say("drivers." + of + ".sentence", worst.name(), worst.said(), worst.interval(), possible.size());
    }

    private static List<Duel> duels(RiskResult result, About about, KpiWords kpi) {
        var duels = new ArrayList<Duel>();
        for (RiskResult.Duel duel : result.duels()) {
            if (duel.kpi() != about.kpi()) {
                continue;
            }
            boolean first = duel.plan().equals(about.letter());
            if (!first && !duel.than().equals(about.letter())) {
                continue;
            }
            Chance better = first ? duel.better() : duel.worse();
            Chance worse = first ? duel.worse() : duel.better();
            double sign = first ? 1 : -1;
            double mean = sign * duel.difference().value();
            double low = Math.min(
                    sign * duel.difference().low(), sign * duel.difference().high());
            double high = Math.max(
                    sign * duel.difference().low(), sign * duel.difference().high());
            String other = first ? duel.than() : duel.plan();
            duels.add(new Duel(
                    other.equals("0")
                            ? kpi.words().say("compare.today")
                            : kpi.words().say("why.plan", other),
                    percent(better.share(), kpi.words()),
                    percent(worse.share(), kpi.words()),
                    kpi.difference(0, mean),
                    Double.isFinite(low) && Double.isFinite(high)
                            ? kpi.words().say("drivers.interval", kpi.cell(low), kpi.cell(high))
                            : Figures.MISSING));
        }
        return duels;
    }

    private static Drawn drawn(Input input, TypedRanges typed, Words words) {
        Distribution distribution = input.distribution();
        String name = input.scope().isEmpty()
                ? DriversView.name(input.dimension(), words)
                : words.say(
                        "drivers.input.of",
                        DriversView.name(input.dimension(), words),
                        String.join(", ", input.scope().stream().sorted().toList()));
        return new Drawn(
                name,
                words.say("drivers.distribution." + distribution.kind()),
                DriverLine.end(input.dimension(), rounded(distribution.quantile(0.05)), words),
                DriverLine.end(input.dimension(), rounded(distribution.quantile(0.95)), words),
                words.say(
                        typed.isTyped(input.dimension())
                                ? "drivers.basis.typed"
                                : "drivers.basis."
                                        + input.basis()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                input.values() == 0 ? Figures.MISSING : Integer.toString(input.values()));
    }

    private static double rounded(double value) {
        return Math.rint(10 * value) / 10;
    }
}
