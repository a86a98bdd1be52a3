package io.sandtable.web.query;

import io.sandtable.simulation.query.Cause;
import io.sandtable.simulation.query.Finding;
import io.sandtable.simulation.query.Grouping;
import io.sandtable.simulation.query.Part;
import io.sandtable.simulation.query.RootCause;
import io.sandtable.simulation.query.RootCauses.Reference;
import io.sandtable.web.Language;
import io.sandtable.web.page.Tab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure changed, in words and figures.
 *
 * @param change what it was, what it is and how much more or less that is
 * @param first the largest cause; null where nothing changed, or nothing can be compared
 * @param unit of both ends in the drawing, {@code stepUnit} of the steps between them
 * @param unitShown in the header of differences, {@code totalShown} in that of the figure itself
 * @param steps from what it was to what it is, cause by cause, both ends included
 * @param findings largest first
 * @param by the change by one respect; it sums to the change
 * @param detail of the finding that was opened, null where none is
 */
record CauseView(
        String said,
        String change,
        @Nullable String first,
        String unit,
        String stepUnit,
        String unitShown,
        String totalShown,
        List<Tab> references,
        List<Step> steps,
        List<Line> findings,
        List<Tab> dimensions,
        List<Line> by,
        List<Line> months,
        @Nullable Detail detail,
        List<String> basis) {
    private static final int FINDINGS = 10;
    private static final int LINES = 15;
    private static final int PARTS = 20;

    record Step(String name, boolean total, double amount, String shown, String sum) {}

    /** @param share of the change, in words; {@code address} null where there is nothing behind it */
    record Line(
            String name,
            String share,
            String shown,
            @Nullable String address) {}

    record Detail(String name, List<PartLine> parts, int more) {}

    record PartLine(String cause, String about, String before, String after, String shown) {}

    /** What the address says. */
    record Wanted(
            Reference reference,
            @Nullable Grouping by,
            @Nullable Cause cause,
            @Nullable Grouping in,
            String id) {}

    static CauseView of(AskedQuestion asked, Wanted wanted, Language language) {
        return new Builder(asked, asked.why(wanted.reference()), wanted, language).view();
    }

    private static final class Builder {
        private final AskedQuestion asked;
        private final RootCause why;
        private final Wanted wanted;
        private final QueryWords words;
        private final Language language;

        Builder(AskedQuestion asked, RootCause why, Wanted wanted, Language language) {
            this.asked = asked;
            this.why = why;
            this.wanted = wanted;
            this.language = language;
            this.words = new QueryWords(asked.business().snapshot(), language);
        }

        CauseView view() {
            List<Finding> findings = why.findings();
            Grouping by = wanted.by() != null
                    ? wanted.by()
                    : why.dimensions().stream().findFirst().orElse(Grouping.MONTH);
            boolean money = lead() == io.sandtable.simulation.query.Measure.Unit.MONEY;
            var paraphrase = asked.statement().paraphrase();
            return new CauseView(
                    language.choose(paraphrase.zh(), paraphrase.en()),
                    change(),
                    findings.isEmpty() ? null : first(findings.getFirst()),
                    money ? "money" : words.unit(lead()),
                    money ? "money" : words.unitOfDifference(lead()),
                    words.unitOfDifference(lead()),
                    words.unit(lead()),
                    Arrays.stream(Reference.values())
                            .map(r -> new Tab(
                                    words.say("cause.reference." + r),
                                    address(Map.of("against", r.name())),
                                    r == wanted.reference()))
                            .toList(),
                    steps(),
                    findings.stream().limit(FINDINGS).map(this::finding).toList(),
                    why.dimensions().stream()
                            .map(g -> new Tab(
                                    words.grouping(g),
                                    address(Map.of("against", wanted.reference().name(), "by", g.name())) + "#by",
                                    g == by))
                            .toList(),
                    by(by),
                    months(),
                    detail(),
                    words.basis(why.plan(), why.basis()));
        }

        private io.sandtable.simulation.query.Measure.Unit lead() {
            return why.plan().lead().unit();
        }

        private String address(Map<String, String> more) {
            var parameters = new TreeMap<>(more);
            parameters.put("text", asked.sentence());
            return QueryWords.address("/questions/why", parameters);
        }

        private String change() {
            if (why.parts().isEmpty() && why.change() == 0 || why.basis().lines() == 0) {
                return words.say("cause.nothing", words.range(why.now()), words.range(why.before()));
            }
            return words.say(
                    "cause.change",
                    words.range(why.now()),
                    words.measure(why.plan().lead()),
                    words.said(lead(), why.value()),
                    words.range(why.before()),
                    words.said(lead(), why.then()),
                    words.difference(lead(), why.change()));
        }

        private String first(Finding finding) {
            return words.say(
                    "cause.first", name(finding), words.difference(lead(), finding.amount()), share(finding.amount()));
        }

        private String name(Finding finding) {
            String cause = words.say("cause." + finding.cause());
            return finding.in() == null
                    ? words.say("cause.allOver", cause)
                    : words.say("cause.in", cause, words.thing(finding.in(), finding.id()));
        }

        private String share(double amount) {
            return why.change() == 0
                    ? "--"
                    : words.said(io.sandtable.simulation.query.Measure.Unit.PERCENT, 100 * amount / why.change());
        }

        private List<Step> steps() {
            var steps = new ArrayList<Step>();
            double sum = why.then();
            steps.add(step(words.range(why.before()), true, sum, sum));
            for (Map.Entry<Cause, Double> cause : why.byCause().entrySet()) {
                sum += cause.getValue();
                steps.add(step(words.say("cause." + cause.getKey()), false, cause.getValue(), sum));
            }
            steps.add(step(words.range(why.now()), true, why.value(), why.value()));
            return steps;
        }

        private Step step(String name, boolean total, double amount, double sum) {
            return new Step(
                    name,
                    total,
                    amount,
                    total ? "" : words.signed(lead(), amount),
                    words.figure(lead(), java.util.OptionalDouble.of(sum)));
        }

        private Line finding(Finding finding) {
            var more = new TreeMap<String, String>();
            more.put("against", wanted.reference().name());
            more.put("cause", finding.cause().name());
            if (finding.in() != null) {
                more.put("in", finding.in().name());
                more.put("id", finding.id());
            }
            return new Line(
                    name(finding),
                    share(finding.amount()),
                    words.signed(lead(), finding.amount()),
                    address(more) + "#detail");
        }

        /** Largest first, the rest as one line, so that it still sums to the change. */
        private List<Line> by(Grouping grouping) {
            List<Map.Entry<String, Double>> sorted = why.by(grouping).entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -Math.abs(e.getValue())))
                    .toList();
            var lines = new ArrayList<Line>();
            sorted.stream()
                    .limit(LINES)
                    .forEach(e -> lines.add(new Line(
                            e.getKey().isEmpty() ? words.say("cause.noThing") : words.thing(grouping, e.getKey()),
                            share(e.getValue()),
                            words.signed(lead(), e.getValue()),
                            words.address(grouping, e.getKey()))));
            double rest =
                    sorted.stream().skip(LINES).mapToDouble(Map.Entry::getValue).sum();
            if (sorted.size() > LINES) {
                lines.add(new Line(
                        words.say("cause.others", sorted.size() - LINES),
                        share(rest),
                        words.signed(lead(), rest),
                        null));
            }
            return lines;
        }

        private List<Line> months() {
            return why.months().stream()
                    .map(m -> new Line(
                            words.say(
                                    "cause.month",
                                    words.thing(Grouping.MONTH, m.now()),
                                    words.thing(Grouping.MONTH, m.before())),
                            words.say("cause.fromTo", words.said(lead(), m.then()), words.said(lead(), m.value())),
                            words.signed(lead(), m.amount()),
                            null))
                    .toList();
        }

        private @Nullable Detail detail() {
            if (wanted.cause() == null) {
                return null;
            }
            var finding = new Finding(wanted.cause(), wanted.in(), wanted.id(), 0);
            List<Part> parts = why.of(finding);
            return new Detail(
                    name(finding),
                    parts.stream().limit(PARTS).map(this::part).toList(),
                    Math.max(0, parts.size() - PARTS));
        }

        private PartLine part(Part part) {
            var about = new ArrayList<String>();
            part.about().forEach((grouping, id) -> {
                String name = words.thing(grouping, id);
                if (grouping != Grouping.FAMILY && !about.contains(name)) {
                    about.add(name);
                }
            });
            return new PartLine(
                    words.say("cause." + part.cause()),
                    String.join(" · ", about),
                    measured(part.before()),
                    measured(part.after()),
                    words.signed(lead(), part.amount()));
        }

        private String measured(double value) {
            return new io.sandtable.web.Figures(language).fixed(value, Math.abs(value) >= 100 ? 0 : 2);
        }
    }
}
