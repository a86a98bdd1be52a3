package io.sandtable.simulation.query;

import io.sandtable.model.DateRange;
import io.sandtable.model.Origin;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the records say.
 *
 * @param rows in the order asked for, no more than asked for; a group of which the figure cannot be worked out stands last
 * @param total of all lines, also of groups that are not shown
 * @param groups how many there are, shown or not
 */
public record QueryAnswer(QueryPlan plan, List<Row> rows, Row total, int groups, Basis basis) {
    public QueryAnswer {
        rows = List.copyOf(rows);
    }

    /** @param key id, month or, of lines that name nobody, empty */
    public record Row(String key, Map<Measure, OptionalDouble> values) {
        public Row {
            values = Collections.unmodifiableMap(new EnumMap<>(values));
        }

        /** Empty where there is nothing to divide by. */
        public OptionalDouble value(Measure measure) {
            return values.getOrDefault(measure, OptionalDouble.empty());
        }
    }

    /**
     * What an answer rests on.
     *
     * @param lines of the records that were counted
     * @param origins how many values come from where
     * @param recorded first and last day of lines about what was asked, in whatever time; null where there are none
     */
    public record Basis(
            long lines,
            Map<Origin, Integer> origins,
            List<Note> notes,
            @Nullable DateRange recorded) {
        public Basis {
            origins = Collections.unmodifiableMap(new EnumMap<>(origins));
            notes = List.copyOf(notes);
        }

        /** Share of stand-ins among the values used; percent. */
        public double defaultPercent() {
            int all = origins.values().stream().mapToInt(i -> i).sum();
            return all == 0 ? 0 : 100.0 * origins.getOrDefault(Origin.DEFAULT, 0) / all;
        }

        public Optional<DateRange> findRecorded() {
            return Optional.ofNullable(recorded);
        }
    }

    public boolean isEmpty() {
        return basis.lines == 0;
    }
}
