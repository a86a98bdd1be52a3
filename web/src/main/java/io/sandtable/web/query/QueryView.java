package io.sandtable.web.query;

import io.sandtable.model.DateRange;
import io.sandtable.simulation.query.Measure;
import io.sandtable.simulation.query.Measure.Unit;
import io.sandtable.simulation.query.QueryAnswer;
import io.sandtable.simulation.query.QueryAnswer.Row;
import io.sandtable.simulation.query.QueryPlan;
import io.sandtable.simulation.query.Subject;
import io.sandtable.web.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An answer in words and figures.
 *
 * @param said the question as it was understood
 * @param sentence the answer, made from the figures
 * @param heading of the names
 * @param chart whether there is anything to draw
 * @param unit of the drawing
 * @param why address of its causes; null where it has none
 * @param suppliers address of the scorecard; null where it is not about suppliers
 */
public record QueryView(
        String said,
        String sentence,
        String heading,
        List<Column> columns,
        List<Line> rows,
        @Nullable Line total,
        List<String> basis,
        boolean chart,
        String unit,
        @Nullable String why,
        @Nullable String suppliers) {
    public QueryView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        basis = List.copyOf(basis);
    }

    public record Column(String label, String unit) {}

    /** @param address of the thing, null where it is none */
    public record Line(String name, @Nullable String address, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** @param value to be drawn; null where there is none */
    public record Cell(String shown, @Nullable Double value) {}

    static QueryView of(AskedQuestion asked, Language language) {
        return new Builder(asked, asked.answer(), language).view();
    }

    private record Builder(
            AskedQuestion asked, QueryAnswer answer, QueryPlan plan, QueryWords words, Language language) {
        Builder(AskedQuestion asked, QueryAnswer answer, Language language) {
            this(asked, answer, answer.plan(), new QueryWords(asked.business().snapshot(), language), language);
        }

        QueryView view() {
            Unit unit = plan.lead().unit();
            var paraphrase = asked.statement().paraphrase();
            return new QueryView(
                    language.choose(paraphrase.zh(), paraphrase.en()),
                    sentence(),
                    words.grouping(plan.grouping()),
                    measures().stream()
                            .map(m -> new Column(words.measure(m), words.unit(m.unit())))
                            .toList(),
                    answer.rows().stream().map(this::line).toList(),
                    answer.groups() > 1 ? total() : null,
                    words.basis(plan, answer.basis()),
                    answer.rows().size() > 1,
                    unit == Unit.MONEY ? "money" : words.unit(unit),
                    plan.subject() == Subject.SERIES || answer.isEmpty()
                            ? null
                            : QueryWords.address("/questions/why", Map.of("text", asked.sentence())),
                    plan.subject() == Subject.PURCHASES_DUE || plan.subject() == Subject.RECEIPTS
                            ? "/suppliers"
                            : null);
        }

        private List<Measure> measures() {
            return plan.metric().measures(plan.subject());
        }

        private Line line(Row row) {
            return new Line(
                    words.thing(plan.grouping(), row.key()), words.address(plan.grouping(), row.key()), cells(row));
        }

        private Line total() {
            return new Line(words.say("query.total", answer.groups()), null, cells(answer.total()));
        }

        private List<Cell> cells(Row row) {
            var cells = new ArrayList<Cell>();
            for (Measure measure : measures()) {
                OptionalDouble value = row.value(measure);
                cells.add(
                        new Cell(words.figure(measure.unit(), value), value.isPresent() ? value.getAsDouble() : null));
            }
            return cells;
        }

        private String sentence() {
            Measure lead = plan.lead();
            if (answer.isEmpty()) {
                return answer.basis()
                        .findRecorded()
                        .map(recorded -> words.say(
                                "query.none.then",
                                time(),
                                words.table(plan.subject().table()),
                                words.range(recorded)))
                        .orElseGet(() -> words.say(
                                "query.none", time(), words.table(plan.subject().table())));
            }
            if (answer.rows().isEmpty()) {
                return words.say("query.noLoss", time());
            }
            Row first = answer.rows().getFirst();
            OptionalDouble overall = answer.total().value(lead);
            String all = overall.isPresent() ? words.said(lead.unit(), overall.getAsDouble()) : "--";
            if (plan.grouping() == io.sandtable.simulation.query.Grouping.MONTH
                    || first.value(lead).isEmpty()) {
                return words.say("query.sentence.total", time(), words.measure(lead), all);
            }
            return words.say(
                    answer.groups() == 1 ? "query.sentence.only" : "query.sentence.first",
                    time(),
                    words.thing(plan.grouping(), first.key()),
                    words.measure(lead),
                    words.said(lead.unit(), first.value(lead).orElseThrow()),
                    answer.groups(),
                    words.grouping(plan.grouping()),
                    all);
        }

        private String time() {
            LocalDate from = plan.from() != null
                    ? plan.from()
                    : answer.basis().findRecorded().map(DateRange::from).orElse(plan.to());
            return words.range(new DateRange(from.isAfter(plan.to()) ? plan.to() : from, plan.to()));
        }
    }
}
