package io.sandtable.web.relations;

import io.sandtable.model.Node;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Movement;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.trace.PlannedFor;
import io.sandtable.web.trace.TraceAnswer;
import io.sandtable.web.trace.TraceWords;
import io.sandtable.web.why.FactSources;
import java.util.List;
import java.util.Locale;

/**
 * Where a batch came from and where it went, as the page shows it.
 *
 * @param starts what was asked for
 * @param planned whether something is in stock that today's plan may take
 */
public record TraceView(List<Thing> starts, List<Section> sections, boolean planned) {
    /** What a page bears; the command and REST tell the rest. */
    private static final int MOST_ROWS = 500;

    public TraceView {
        starts = List.copyOf(starts);
        sections = List.copyOf(sections);
    }

    /** A thing with its place in the picture of relations. */
    public record Thing(String name, String about, String address) {}

    /**
     * One direction.
     *
     * @param key of its titles in the bundles
     * @param loose where the records end though goods cannot; empty where they do not
     * @param left how many more steps there are than are shown
     */
    public record Section(String key, String summary, List<Row> rows, String loose, int left) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A recorded step. */
    public record Row(
            int step, Thing from, String way, Thing to, String quantity, String day, String origin, String source) {}

    /** An open order that today's plan serves out of a lot. */
    public record PlannedRow(Thing lot, Thing order, String customer, String quantity, String due) {}

    static TraceView of(TraceAnswer answer, Language language) {
        var said = new TraceWords(answer.business().snapshot(), language);
        return new TraceView(
                answer.starts().stream().map(node -> thing(node, said)).toList(),
                answer.traces().stream()
                        .map(trace -> section(answer, trace, said, language))
                        .toList(),
                answer.hasStock());
    }

    static List<PlannedRow> planned(TraceAnswer answer, List<PlannedFor> planned, Language language) {
        var said = new TraceWords(answer.business().snapshot(), language);
        return planned.stream()
                .map(one -> new PlannedRow(
                        thing(one.lot(), said),
                        thing(one.order(), said),
                        said.names(one.customer().stream().toList()),
                        said.quantity(one),
                        said.due(one)))
                .toList();
    }

    private static Section section(TraceAnswer answer, Trace trace, TraceWords said, Language language) {
        var sources = new FactSources(Words.in(language));
        return new Section(
                trace.direction().name().toLowerCase(Locale.ROOT),
                said.summary(answer, trace.direction()),
                trace.movements().stream()
                        .limit(MOST_ROWS)
                        .map(movement -> row(trace.direction(), movement, said, sources))
                        .toList(),
                said.looseEnds(trace.direction(), trace.looseEnds()),
                Math.max(0, trace.movements().size() - MOST_ROWS));
    }

    private static Row row(Direction direction, Movement movement, TraceWords said, FactSources sources) {
        var relation = movement.hop().relation();
        return new Row(
                movement.distance(),
                thing(movement.hop().from(), said),
                said.way(direction, movement),
                thing(movement.hop().to(), said),
                said.quantity(movement),
                said.day(movement),
                relation.source().evidence().origin().name(),
                sources.source(relation.source()));
    }

    private static Thing thing(Node node, TraceWords said) {
        return new Thing(
                said.name(node), said.about(node), Address.around(node.id()).toString());
    }
}
