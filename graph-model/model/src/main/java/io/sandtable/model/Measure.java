package io.sandtable.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of measure as people write it, and how many of its kind's first unit it is. Units of one kind convert by themselves; from one
 * kind to another only a material's own {@link UnitFactors} know the way.
 *
 * @param symbol the spelling that all spellings of it share, such as kg for 千克 and 公斤
 * @param kind mass, length, area, volume, pieces; for a pack (箱, 托) its own symbol, since each material has its own pack
 * @param size how many of the first unit of the kind: 0.5 for 斤, whose kind counts kilograms
 */
public record Measure(String symbol, String kind, double size) {
    static final String MASS = "mass";
    static final String AREA = "area";
    static final String VOLUME = "volume";
    static final String PIECES = "pieces";

    private static final Map<String, Measure> BY_SPELLING = new HashMap<>();

    static {
        kind(MASS, 1, "kg", "千克", "公斤", "KGS", "kilogram");
        kind(MASS, 1000, "t", "吨", "公吨", "ton", "tonne", "mt", "T");
        kind(MASS, 0.001, "g", "克", "gram");
        kind(MASS, 0.5, "斤", "市斤");
        kind(MASS, 0.000001, "mg", "毫克");
        kind(MASS, 0.45359237, "lb", "磅", "lbs");
        kind("length", 1, "m", "米", "公尺", "meter", "metre");
        kind("length", 1000, "km", "千米", "公里");
        kind("length", 0.01, "cm", "厘米", "公分");
        kind("length", 0.001, "mm", "毫米");
        kind("length", 0.0254, "in", "英寸", "寸", "inch");
        kind("length", 0.3048, "ft", "英尺", "foot", "feet");
        kind(AREA, 1, "m2", "平方米", "平米", "平方", "m^2", "sqm", "sq.m");
        kind(AREA, 0.0001, "cm2", "平方厘米");
        kind(AREA, 0.000001, "mm2", "平方毫米");
        kind(VOLUME, 1, "m3", "立方米", "立方", "方", "m^3", "cbm");
        kind(VOLUME, 0.001, "l", "升", "公升", "liter", "litre", "ltr");
        kind(VOLUME, 0.000001, "ml", "毫升", "cc");
        // a thing counted one by one is called by its shape: the words differ from clerk to clerk, the count does not
        kind(
                PIECES, 1, "pcs", "个", "件", "只", "支", "枚", "颗", "粒", "张", "片", "块", "根", "条", "台", "把", "pc", "piece",
                "pieces", "ea", "each", "个数");
        kind(PIECES, 12, "打", "dozen", "dz");
        kind(PIECES, 100, "百个", "百件", "百只", "百支");
        kind(PIECES, 1000, "千个", "千件", "千只", "千支", "千粒", "kpcs", "k pcs");
        kind(PIECES, 10000, "万个", "万只", "万件", "万支", "万粒");
        kind("energy", 1, "kwh", "千瓦时", "度");
    }

    private static void kind(String kind, double size, String symbol, String... spellings) {
        var measure = new Measure(symbol, kind, size);
        BY_SPELLING.put(key(symbol), measure);
        for (String spelling : spellings) {
            BY_SPELLING.put(key(spelling), measure);
        }
    }

    /** The unit of that spelling; one that is not in our list, such as 箱, is a kind of its own. */
    public static Measure of(String spelling) {
        return known(spelling).orElseGet(() -> new Measure(key(spelling), key(spelling), 1));
    }

    /** The unit of that spelling, where it means the same for every material. */
    public static Optional<Measure> known(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(key(spelling)));
    }

    /** Whether the two convert by themselves. */
    public boolean isAkin(Measure other) {
        return kind.equals(other.kind);
    }

    private static String key(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
