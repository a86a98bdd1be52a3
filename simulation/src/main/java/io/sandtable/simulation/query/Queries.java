package io.sandtable.simulation.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.Origin;
import io.sandtable.simulation.query.QueryAnswer.Basis;
import io.sandtable.simulation.query.QueryAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers questions from the records of a snapshot. */
public final class Queries {
    private Queries() {}

    /** @param asOf the day the data speaks of */
    public static QueryAnswer answer(QueryPlan plan, BusinessSnapshot snapshot, LocalDate asOf) {
        List<Line> about = new Lines(snapshot, asOf)
                .of(plan.subject()).stream().filter(plan::isAbout).toList();
        List<Line> lines = about.stream().filter(plan::isIn).toList();
        List<Row> rows = rows(plan, lines);
        return new QueryAnswer(
                plan,
                plan.limit().isPresent()
                        ? rows.stream().limit(plan.limit().getAsInt()).toList()
                        : rows,
                row("", sum(lines), plan),
                rows.size(),
                basis(plan, lines, about));
    }

    static Sums sum(List<Line> lines) {
        return lines.stream().map(Line::sums).reduce(new Sums(), Sums::plus);
    }

    private static List<Row> rows(QueryPlan plan, List<Line> lines) {
        var groups = new TreeMap<String, Sums>();
        for (Line line : lines) {
            groups.computeIfAbsent(line.keys().getOrDefault(plan.grouping(), ""), key -> new Sums())
                    .plus(line.sums());
        }
        var rows = new ArrayList<Row>();
        groups.forEach((key, sums) -> rows.add(row(key, sums, plan)));
        if (plan.metric() == Metric.LOSS) {
            rows.removeIf(row -> row.value(Measure.LOSS).orElse(0) <= 0);
        }
        if (plan.grouping() != Grouping.MONTH || plan.limit().isPresent()) {
            rows.sort(order(plan));
        }
        return rows;
    }

    /** What cannot be worked out stands last, whichever way round; equals stay in the order of their ids. */
    private static Comparator<Row> order(QueryPlan plan) {
        Measure lead = plan.lead();
        Comparator<Row> byValue =
                Comparator.comparingDouble(row -> row.value(lead).orElse(0));
        return Comparator.<Row, Boolean>comparing(row -> row.value(lead).isEmpty())
                .thenComparing(plan.ascending() ? byValue : byValue.reversed());
    }

    private static Row row(String key, Sums sums, QueryPlan plan) {
        var values = new EnumMap<Measure, OptionalDouble>(Measure.class);
        for (Measure measure : plan.metric().measures(plan.subject())) {
            values.put(measure, measure.of(sums));
        }
        return new Row(key, values);
    }

    static Basis basis(QueryPlan plan, List<Line> lines, List<Line> about) {
        Map<Origin, Integer> origins = new EnumMap<>(Origin.class);
        lines.forEach(line -> line.origins().forEach((origin, n) -> origins.merge(origin, n, Integer::sum)));
        return new Basis(lines.size(), origins, notes(plan, lines), recorded(about));
    }

    private static List<Note> notes(QueryPlan plan, List<Line> lines) {
        return Arrays.stream(Note.Code.values())
                .filter(code -> isOf(code, plan.metric()))
                .map(code -> new Note(
                        code,
                        lines.stream().filter(line -> has(line, code, plan)).count(),
                        lines.size()))
                .filter(note -> note.lines() > 0)
                .toList();
    }

    private static boolean has(Line line, Note.Code code, QueryPlan plan) {
        return code == Note.Code.NOBODY_NAMED
                ? !line.keys().containsKey(plan.grouping())
                : line.notes().contains(code);
    }

    /** Revenue needs no cost. */
    private static boolean isOf(Note.Code code, Metric metric) {
        return switch (code) {
            case COST_UNKNOWN, STANDARD_COST -> metric == Metric.MARGIN || metric == Metric.LOSS;
            default -> true;
        };
    }

    private static @Nullable DateRange recorded(List<Line> about) {
        return about.isEmpty()
                ? null
                : new DateRange(
                        about.stream().map(Line::day).min(LocalDate::compareTo).orElseThrow(),
                        about.stream().map(Line::day).max(LocalDate::compareTo).orElseThrow());
    }
}
