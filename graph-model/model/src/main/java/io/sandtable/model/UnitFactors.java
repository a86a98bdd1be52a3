package io.sandtable.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a material's units are worth in each other, as somebody said: {@code 箱=12 件;托=40 箱;t=127.4 m2@2026-07-01..2026-12-31}. */
public record UnitFactors(List<Factor> factors) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<unit>[^=@]+)=\\s*(?<amount>[0-9.]+([eE][+-]?\\d+)?)\\s*(?<of>[^@=]*?)\\s*(@\\s*(?<from>[0-9-]*)\\s*(\\.\\.\\s*(?<to>[0-9-]*))?)?");

    /**
     * One of a unit is so many of another.
     *
     * @param of empty for the material's own unit
     * @param from first day it holds, null for ever before
     * @param to last day it holds, null for ever after
     */
    public record Factor(
            String unit,
            double amount,
            String of,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Factor {
            if (!(amount > 0) || !Double.isFinite(amount)) {
                throw new IllegalArgumentException(
                        "1 %s was %s %s; it must be more than 0 of the other unit.".formatted(unit, amount, of));
            }
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "The factor of %s ends on %s before it begins on %s; swap the two dates."
                                .formatted(unit, to, from));
            }
        }

        /** Whether it holds on that day; without a day, whether it holds until further notice. */
        boolean holdsOn(@Nullable LocalDate day) {
            return day == null ? to == null : (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        @Override
        public String toString() {
            String amountOf = ValueKind.NUMBER.format(amount) + (of.isEmpty() ? "" : " " + of);
            String dates =
                    from == null && to == null ? "" : "@" + (from == null ? "" : from) + (to == null ? "" : ".." + to);
            return unit + "=" + amountOf + dates;
        }
    }

    public UnitFactors {
        factors = List.copyOf(factors);
    }

    /** Reads what {@link #toString} writes. */
    public static UnitFactors parse(String text) {
        var factors = new ArrayList<Factor>();
        for (String part : text.split(";")) {
            Matcher m = WRITTEN.matcher(part.strip());
            if (!m.matches()) {
                throw new IllegalArgumentException(
                        "'%s' says nothing about a unit; write 箱=12 件 or t=127.4 m2@2026-07-01..2026-12-31."
                                .formatted(part));
            }
            factors.add(new Factor(
                    m.group("unit").strip(),
                    ValueKind.number(m.group("amount")),
                    m.group("of").strip(),
                    day(m.group("from")),
                    day(m.group("to"))));
        }
        return new UnitFactors(factors);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : ValueKind.date(text);
    }

    /** Those that hold on that day, a later beginning before an earlier one. */
    List<Factor> on(@Nullable LocalDate day) {
        return factors.stream()
                .filter(f -> f.holdsOn(day))
                .sorted((a, b) -> begin(b).compareTo(begin(a)))
                .toList();
    }

    private static LocalDate begin(Factor factor) {
        return factor.from() == null ? LocalDate.MIN : factor.from();
    }

    /** The same with that one said last. */
    public UnitFactors with(Factor factor) {
        var more = new ArrayList<>(factors);
        more.add(factor);
        return new UnitFactors(more);
    }

    /** Several as one text. */
    public static String format(Factor... factors) {
        return new UnitFactors(Arrays.asList(factors)).toString();
    }

    @Override
    public String toString() {
        return factors.stream().map(Factor::toString).collect(Collectors.joining(";"));
    }
}
