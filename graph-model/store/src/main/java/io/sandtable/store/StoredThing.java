package io.sandtable.store;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node or relation as the graph keeps it: its values as properties of their own, where we know them from in three more.
 *
 * @param source where we know from that it exists
 * @param values by attribute name
 */
record StoredThing(Source source, NavigableMap<String, Stated> values) {
    static final String ID = "id";
    static final String VARIANT = "variant";
    static final String EVIDENCE_ID = "evidenceId";
    static final String EVIDENCE_ROW = "evidenceRow";
    /** A list of {@code attribute TAB evidence TAB row} for values that came from elsewhere than the thing itself. */
    static final String VALUE_SOURCES = "valueSources";

    /** Names the type table must not use. */
    static final Set<String> OWN_PROPERTIES = Set.of(ID, VARIANT, EVIDENCE_ID, EVIDENCE_ROW, VALUE_SOURCES);

    /** A place in a source, by the evidence's id. */
    record Source(String evidenceId, String row) {
        static Source of(Fact fact) {
            return new Source(fact.evidence().id(), fact.row());
        }
    }

    /** A value and where we know it from. */
    record Stated(Object value, Source source) {}

    StoredThing {
        values = Collections.unmodifiableNavigableMap(values);
    }

    static StoredThing statedBy(Fact fact) {
        return new StoredThing(Source.of(fact), new TreeMap<>()).with(fact);
    }

    /** The same with a later fact on top, which replaces the values it repeats. */
    StoredThing with(Fact fact) {
        if (fact.values().isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(values);
        fact.values().forEach((name, value) -> all.put(name, new Stated(value, Source.of(fact))));
        return new StoredThing(source, all);
    }

    /** Reads what {@link #properties} wrote; {@code what} names the thing in a message. */
    static StoredThing read(Object what, Map<String, Object> properties) {
        if (!(properties.get(EVIDENCE_ID) instanceof String evidence)
                || !(properties.get(EVIDENCE_ROW) instanceof String row)) {
            throw new IllegalStateException(
                    "%s in the graph carries no evidence; everything there must. Remove it, or import it with its source."
                            .formatted(what));
        }
        var source = new Source(evidence, row);
        Map<String, Source> own = ownSources(properties.get(VALUE_SOURCES));
        var values = new TreeMap<String, Stated>();
        properties.forEach((name, value) -> {
            if (!OWN_PROPERTIES.contains(name)) {
                values.put(name, new Stated(value, own.isEmpty() ? source : own.getOrDefault(name, source)));
            }
        });
        return new StoredThing(source, values);
    }

    private static Map<String, Source> ownSources(@Nullable Object property) {
        if (property == null) {
            return Map.of();
        }
        var sources = new HashMap<String, Source>();
        if (property instanceof List<?> lines) {
            for (Object line : lines) {
                String[] parts = line.toString().split("\t", 3);
                sources.put(parts[0], new Source(parts[1], parts[2]));
            }
        }
        return sources;
    }

    /** Everything but what identifies the thing. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        var own = new ArrayList<String>();
        values.forEach((name, stated) -> {
            properties.put(name, stated.value());
            if (!stated.source().equals(source)) {
                own.add(name + "\t" + stated.source().evidenceId() + "\t"
                        + stated.source().row());
            }
        });
        properties.put(EVIDENCE_ID, source.evidenceId());
        properties.put(EVIDENCE_ROW, source.row());
        if (!own.isEmpty()) {
            properties.put(VALUE_SOURCES, own);
        }
        return properties;
    }

    /** Whether it holds on that day by its validFrom and validTo. */
    boolean holdsOn(LocalDate day) {
        return date(Attributes.VALID_FROM).map(from -> !day.isBefore(from)).orElse(true)
                && date(Attributes.VALID_TO).map(to -> !day.isAfter(to)).orElse(true);
    }

    private Optional<LocalDate> date(Attribute attribute) {
        return Optional.ofNullable(values.get(attribute.name())).map(stated -> (LocalDate) stated.value());
    }

    /** The ids of all evidence it rests on. */
    Stream<String> evidenceIds() {
        return Stream.concat(Stream.of(source), values.values().stream().map(Stated::source))
                .map(Source::evidenceId);
    }

    /** Takes the thing apart into what each source states, its own first. */
    void bySource(BiConsumer<Source, Map<String, Object>> each) {
        var bySource = new LinkedHashMap<Source, Map<String, Object>>();
        var own = new TreeMap<String, Object>();
        bySource.put(source, own);
        // most values come from where the thing itself does: those need no look-up
        values.forEach((name, stated) -> (stated.source() == source
                        ? own
                        : bySource.computeIfAbsent(stated.source(), s -> new TreeMap<>()))
                .put(name, stated.value()));
        bySource.forEach(each);
    }
}
