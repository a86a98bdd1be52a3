package io.sandtable.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * From one unit of a material to another: by what units of one kind always are, and by what is known of this material (its pack sizes and
 * other factors, its weight, density and thickness). The way with the fewest steps counts, what somebody said before what is computed.
 */
public final class UnitConversion {
    private static final double MILLIMETRES_PER_METRE = 1000;

    private record Step(String kind, double factor) {}

    /** From each kind of unit, what one of its first unit is in another kind. */
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();

    private final String subject;
    private final @Nullable LocalDate day;

    private UnitConversion(String subject, @Nullable LocalDate day) {
        this.subject = subject;
        this.day = day;
    }

    /**
     * What is known of that material on that day.
     *
     * @param day null for what holds until further notice
     */
    public static UnitConversion of(Node material, @Nullable LocalDate day) {
        return new UnitConversion(material.name() + " (" + material.id() + ")", day).knowing(material);
    }

    /** What is known of another material that is the same, too; who spoke first counts first. */
    public UnitConversion knowing(Node material) {
        String own = material.findText(Attributes.UNIT).orElse("");
        material.findText(Attributes.UNIT_FACTORS).ifPresent(text -> knowing(UnitFactors.parse(text), own));
        material.findNumber(Attributes.WEIGHT_KG).ifPresent(kg -> link(own, kg, "kg"));
        material.findNumber(Attributes.DENSITY).ifPresent(kg -> link("m3", kg, "kg"));
        material.findNumber(Attributes.THICKNESS_MM).ifPresent(mm -> link("m2", mm / MILLIMETRES_PER_METRE, "m3"));
        return this;
    }

    /** What somebody said besides; the unit that a factor leaves out is that one. */
    public UnitConversion knowing(UnitFactors said, String unit) {
        said.on(day).forEach(f -> link(f.unit(), f.amount(), f.of().isEmpty() ? unit : f.of()));
        return this;
    }

    /** One of the first unit is so many of the second. */
    private void link(String unit, double amount, String of) {
        Measure from = Measure.of(unit);
        Measure to = Measure.of(of);
        if (!from.isAkin(to) && amount > 0) {
            double factor = amount * to.size() / from.size();
            steps.computeIfAbsent(from.kind(), k -> new ArrayList<>()).add(new Step(to.kind(), factor));
            steps.computeIfAbsent(to.kind(), k -> new ArrayList<>()).add(new Step(from.kind(), 1 / factor));
        }
    }

    /** How many of the second unit one of the first is; empty where nobody said. */
    public OptionalDouble find(String unit, String other) {
        Measure from = Measure.of(unit);
        Measure to = Measure.of(other);
        // fewest steps first
        var reached = new HashMap<String, Double>();
        var open = new ArrayDeque<String>();
        reached.put(from.kind(), 1.0);
        open.add(from.kind());
        while (!open.isEmpty() && !reached.containsKey(to.kind())) {
            String kind = open.remove();
            double so = reached.getOrDefault(kind, 1.0);
            for (Step step : steps.getOrDefault(kind, List.of())) {
                if (reached.putIfAbsent(step.kind(), so * step.factor()) == null) {
                    open.add(step.kind());
                }
            }
        }
        Double factor = reached.get(to.kind());
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor * from.size() / to.size());
    }

    /** How many of the second unit one of the first is. */
    public double factor(String unit, String other) {
        return find(unit, other)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing says how many %s one %s of %s is; give the material a unit factor such as %s=12 %s, or its density and thickness."
                                .formatted(other, unit, subject, unit, other)));
    }
}
