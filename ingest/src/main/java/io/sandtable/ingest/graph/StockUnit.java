package io.sandtable.ingest.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Units that stock is counted in. Others are fine as long as source and material call them the same. */
final class StockUnit {
    private static final Map<String, StockUnit> KNOWN = new HashMap<>();

    static {
        unit("piece", 1, "件", "个", "只", "pc", "pcs", "ea", "piece", "pieces");
        unit("mass", 1, "kg", "千克", "公斤");
        unit("mass", 0.001, "g", "克");
        unit("mass", 1000, "t", "吨");
        unit("length", 1, "m", "米");
        unit("length", 0.01, "cm", "厘米");
        unit("length", 0.001, "mm", "毫米");
        unit("volume", 1, "l", "升");
        unit("volume", 0.001, "ml", "毫升");
        unit("volume", 1000, "m3", "m³", "立方米");
        unit("area", 1, "m2", "m²", "平方米");
    }

    private final String dimension;
    private final double factor;

    private StockUnit(String dimension, double factor) {
        this.dimension = dimension;
        this.factor = factor;
    }

    private static void unit(String dimension, double factor, String... names) {
        for (String name : List.of(names)) {
            KNOWN.put(name, new StockUnit(dimension, factor));
        }
    }

    /** How many of {@code to} one {@code from} is; empty where one is no amount of the other. */
    static OptionalDouble factor(String from, String to) {
        if (from.equals(to)) {
            return OptionalDouble.of(1);
        }
        @Nullable StockUnit a = KNOWN.get(from.toLowerCase(Locale.ROOT));
        @Nullable StockUnit b = KNOWN.get(to.toLowerCase(Locale.ROOT));
        return a != null && b != null && a.dimension.equals(b.dimension)
                ? OptionalDouble.of(a.factor / b.factor)
                : OptionalDouble.empty();
    }
}
