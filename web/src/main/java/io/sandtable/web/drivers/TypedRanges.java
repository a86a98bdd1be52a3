package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ranges that a reader typed, as the address carries them: {@code price.sales:-20:15,labour.rate:0:8}. The others are what they were.
 *
 * @param refused those that can't be, as they were typed
 */
record TypedRanges(Map<Dimension, Range> typed, List<Refused> refused) {
    static final TypedRanges NONE = new TypedRanges(Map.of(), List.of());

    private static final int PARTS = 3;

    TypedRanges {
        typed = Map.copyOf(typed);
        refused = List.copyOf(refused);
    }

    /** A range that is not a number, turned round or too far. */
    record Refused(Dimension dimension, String low, String high) {}

    static TypedRanges read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        Map<Dimension, Range> typed = new EnumMap<>(Dimension.class);
        var refused = new ArrayList<Refused>();
        for (String one : text.split(",")) {
            String[] parts = one.split(":", -1);
            if (parts.length != PARTS || !known(parts[0])) {
                continue;
            }
            Dimension dimension = Dimension.withId(parts[0]);
            Range sensible = Counterfactual.sensible(dimension);
            Double low = number(parts[1]);
            Double high = number(parts[2]);
            if (low == null || high == null || low >= high || low < sensible.low() || high > sensible.high()) {
                refused.add(new Refused(dimension, parts[1], parts[2]));
            } else {
                typed.put(dimension, new Range(dimension, java.util.Set.of(), low, high, Range.Basis.EXPERT));
            }
        }
        return new TypedRanges(typed, refused);
    }

    /** Of the fields of a form, {@code low.price.sales} and {@code high.price.sales}, those that are not the usual ranges. */
    static String text(Map<String, String> fields) {
        return Arrays.stream(Dimension.values())
                .flatMap(d ->
                        text(d, fields.getOrDefault("low." + d.id(), ""), fields.getOrDefault("high." + d.id(), ""))
                                .stream())
                .collect(Collectors.joining(","));
    }

    private static Optional<String> text(Dimension dimension, String low, String high) {
        return (low.isBlank() && high.isBlank()) || isUsual(dimension, low, high)
                ? Optional.empty()
                : Optional.of(dimension.id() + ":" + plain(low) + ":" + plain(high));
    }

    private static boolean isUsual(Dimension dimension, String low, String high) {
        Double from = number(low);
        Double to = number(high);
        return from != null && to != null && from == -dimension.standIn() && to == dimension.standIn();
    }

    private static String plain(String typed) {
        String kept = typed.strip().replace('−', '-').replaceAll("[:,]", "");
        return kept.length() > 12 ? kept.substring(0, 12) : kept;
    }

    private static boolean known(String id) {
        return Arrays.stream(Dimension.values()).anyMatch(d -> d.id().equals(id));
    }

    private static @Nullable Double number(String text) {
        try {
            return new BigDecimal(plain(text)).doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean isTyped(Dimension dimension) {
        return typed.containsKey(dimension);
    }

    /** The range of a dimension: typed, or its stand-in. */
    Range of(Dimension dimension) {
        Range range = typed.get(dimension);
        return range == null ? Range.standIn(dimension) : range;
    }

    /** Those of all dimensions. */
    List<Range> all() {
        return Arrays.stream(Dimension.values()).map(this::of).toList();
    }

    /** As an address carries them. */
    String text() {
        return Arrays.stream(Dimension.values())
                .filter(typed::containsKey)
                .map(this::of)
                .map(r -> r.dimension().id() + ":" + number(r.low()) + ":" + number(r.high()))
                .collect(Collectors.joining(","));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
