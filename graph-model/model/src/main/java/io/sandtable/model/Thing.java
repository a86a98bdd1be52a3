package io.sandtable.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What nodes and relations of a snapshot have in common: values with their evidence. */
public abstract sealed class Thing permits Node, Relation {
    private final BusinessSnapshot snapshot;
    private final Column.Table table;
    private final int row;

    Thing(BusinessSnapshot snapshot, Column.Table table, int row) {
        this.snapshot = snapshot;
        this.table = table;
        this.row = row;
    }

    /** The snapshot it belongs to. */
    public BusinessSnapshot snapshot() {
        return snapshot;
    }

    int row() {
        return row;
    }

    /** Whether a value is known. */
    public boolean has(Attribute attribute) {
        return table.has(attribute, row);
    }

    /** The number, in the attribute's unit; the exception names the thing that lacks it. */
    public double number(Attribute attribute) {
        return findNumber(attribute).orElseThrow(() -> missing(attribute));
    }

    /** The number, or the given one where none is known. */
    public double numberOr(Attribute attribute, double fallback) {
        double value = table.number(attribute, row);
        return Double.isNaN(value) ? fallback : value;
    }

    public OptionalDouble findNumber(Attribute attribute) {
        double value = table.number(attribute, row);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The text; the exception names the thing that lacks it. */
    public String text(Attribute attribute) {
        return findText(attribute).orElseThrow(() -> missing(attribute));
    }

    public Optional<String> findText(Attribute attribute) {
        return Optional.ofNullable((String) table.object(attribute, row));
    }

    public Optional<LocalDate> findDate(Attribute attribute) {
        return Optional.ofNullable((LocalDate) table.object(attribute, row));
    }

    /** The date; the exception names the thing that lacks it. */
    public LocalDate date(Attribute attribute) {
        return findDate(attribute).orElseThrow(() -> missing(attribute));
    }

    /** The flag; false where none is known. */
    public boolean flag(Attribute attribute) {
        return Boolean.TRUE.equals(table.object(attribute, row));
    }

    public Optional<Boolean> findFlag(Attribute attribute) {
        return Optional.ofNullable((Boolean) table.object(attribute, row));
    }

    public List<String> names(Attribute attribute) {
        return findText(attribute).map(ValueKind::names).orElse(List.of());
    }

    public Optional<Curve> findCurve(Attribute attribute) {
        return findText(attribute).map(Curve::parse);
    }

    public Optional<Series> findSeries(Attribute attribute) {
        return findText(attribute).map(Series::parse);
    }

    public Optional<WeekPattern> findWeekPattern(Attribute attribute) {
        return findText(attribute).map(WeekPattern::parse);
    }

    /** The weeks that hold for some time only; no spans where none are known. */
    public DatedWeeks datedWeeks(Attribute attribute) {
        return findText(attribute).map(DatedWeeks::parse).orElse(new DatedWeeks(List.of()));
    }

    public Optional<Changeovers> findChangeovers(Attribute attribute) {
        return findText(attribute).map(Changeovers::parse);
    }

    public List<DateRange> dateRanges(Attribute attribute) {
        return findText(attribute).map(DateRange::parseAll).orElse(List.of());
    }

    /** Whether it holds on that day by its validFrom and validTo. */
    public boolean validOn(LocalDate day) {
        return findDate(Attributes.VALID_FROM).map(from -> !day.isBefore(from)).orElse(true)
                && findDate(Attributes.VALID_TO).map(to -> !day.isAfter(to)).orElse(true);
    }

    /** All values by attribute name. */
    public NavigableMap<String, Object> values() {
        var values = new TreeMap<String, Object>();
        table.attributes().forEach(a -> {
            if (table.has(a, row)) {
                values.put(a.name(), a.kind() == ValueKind.NUMBER ? (Object) table.number(a, row) : valueOf(a));
            }
        });
        return values;
    }

    private Object valueOf(Attribute attribute) {
        Object value = table.object(attribute, row);
        if (value == null) {
            throw missing(attribute);
        }
        return value;
    }

    /** Where we know from that it exists. */
    public Ref source() {
        return table.source(row);
    }

    /** Where we know that value from. */
    public Ref source(Attribute attribute) {
        return table.source(attribute, row);
    }

    Column.Table table() {
        return table;
    }

    Map<String, Ref> ownSources() {
        return table.ownSources(row);
    }

    /** A place in a source. */
    public record Ref(Evidence evidence, String row) {
        boolean states(Fact fact) {
            return (evidence == fact.evidence() || evidence.equals(fact.evidence())) && row.equals(fact.row());
        }
    }

    abstract String describe();

    private IllegalStateException missing(Attribute attribute) {
        return new IllegalStateException("%s has no %s (%s); import it or set a named default."
                .formatted(describe(), attribute.name(), attribute.en()));
    }
}
