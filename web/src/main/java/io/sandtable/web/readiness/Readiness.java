package io.sandtable.web.readiness;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.Thing;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far one revision of a company's data goes.
 *
 * @param base what is missing for any plan at all
 * @param questions each with its state, in the order of {@link Question}
 * @param tables the files of the plain template with what they hold, in its order
 * @param facts how many facts come from each origin
 */
record Readiness(Lack base, List<Asked> questions, List<Held> tables, Map<Origin, Integer> facts) {
    /** Whether a question can be asked now. */
    enum State {
        READY,
        /** The tables are there, and some of their columns are empty. */
        COLUMNS_MISSING,
        /** At least one table is not there. */
        NOT_IMPORTED
    }

    /**
     * A question and what it lacks of its own.
     *
     * @param state of all that it needs, {@link Question#BASE} included
     */
    record Asked(Question question, State state, Lack lack) {}

    /**
     * What is missing.
     *
     * @param columns empty ones of tables that are there
     * @param tables that are not there; where one of several would do, the first
     */
    record Lack(List<Lacking> columns, List<Table> tables) {
        State state() {
            return !tables.isEmpty() ? State.NOT_IMPORTED : columns.isEmpty() ? State.READY : State.COLUMNS_MISSING;
        }
    }

    /** A column that no row of the table has a value in. */
    record Lacking(Table table, Attribute column) {}

    /**
     * A table and what is in it.
     *
     * @param rows how many
     * @param facts its facts by origin; none where it is empty
     */
    record Held(Table table, int rows, Map<Origin, Integer> facts) {}

    static Readiness of(BusinessSnapshot snapshot, List<Table> template) {
        Lack base = lack(Question.BASE, snapshot);
        return new Readiness(
                base,
                Stream.of(Question.values())
                        .map(question -> asked(question, base, snapshot))
                        .toList(),
                template.stream().map(t -> held(t, snapshot)).toList(),
                snapshot.factsByOrigin());
    }

    private static Asked asked(Question question, Lack base, BusinessSnapshot snapshot) {
        Lack own = lack(question.needs(), snapshot);
        // the states are in their order: the worst of both
        State state = base.state().compareTo(own.state()) > 0 ? base.state() : own.state();
        return new Asked(question, state, own);
    }

    private static Lack lack(List<Need> needs, BusinessSnapshot snapshot) {
        var columns = new LinkedHashSet<Lacking>();
        var tables = new LinkedHashSet<Table>();
        for (Need need : needs) {
            Optional<Table> there = need.tables().stream()
                    .filter(t -> !t.rows(snapshot).isEmpty())
                    .findFirst();
            if (there.isEmpty()) {
                tables.add(need.tables().getFirst());
            } else {
                need.columns().stream()
                        .filter(any -> any.stream().noneMatch(a -> there.get().filled(snapshot, a) > 0))
                        .map(any -> new Lacking(there.get(), any.getFirst()))
                        .forEach(columns::add);
            }
        }
        return new Lack(List.copyOf(columns), List.copyOf(tables));
    }

    private static Held held(Table table, BusinessSnapshot snapshot) {
        var facts = new EnumMap<Origin, Integer>(Origin.class);
        List<? extends Thing> rows = table.rows(snapshot);
        for (Thing row : rows) {
            if (row instanceof Relation) {
                facts.merge(row.source().evidence().origin(), 1, Integer::sum);
            }
            for (String name : row.values().keySet()) {
                facts.merge(row.source(Attributes.named(name)).evidence().origin(), 1, Integer::sum);
            }
        }
        return new Held(table, rows.size(), facts);
    }
}
