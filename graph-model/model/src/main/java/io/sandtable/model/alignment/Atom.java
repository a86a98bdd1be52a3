package io.sandtable.model.alignment;

import java.util.Map;
import java.util.Set;

/**
 * One number of a specification with what stands behind it: 2440 (of 1220×2440 mm, lengths in millimetres), 24 V, 316L, 2RS.
 *
 * @param unit a unit, else the letters that belong to the number; empty where nothing stands behind it
 * @param written as it stands in the text
 */
record Atom(double value, String unit, String written) {
    private record Scale(double factor, String unit) {}

    private static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("MM", new Scale(1, "")),
            Map.entry("MM2", new Scale(1, "")),
            Map.entry("M2", new Scale(1, "m2")),
            Map.entry("平方", new Scale(1, "")),
            Map.entry("平方毫米", new Scale(1, "")),
            Map.entry("毫米", new Scale(1, "")),
            Map.entry("CM", new Scale(10, "")),
            Map.entry("厘米", new Scale(10, "")),
            Map.entry("公分", new Scale(10, "")),
            Map.entry("M", new Scale(1000, "")),
            Map.entry("米", new Scale(1000, "")),
            Map.entry("DM", new Scale(100, "")),
            Map.entry("UM", new Scale(0.001, "")),
            Map.entry("微米", new Scale(0.001, "")),
            Map.entry("丝", new Scale(0.01, "")),
            Map.entry("KG", new Scale(1, "kg")),
            Map.entry("公斤", new Scale(1, "kg")),
            Map.entry("千克", new Scale(1, "kg")),
            Map.entry("G", new Scale(0.001, "kg")),
            Map.entry("克", new Scale(0.001, "kg")),
            Map.entry("吨", new Scale(1, "T")),
            Map.entry("升", new Scale(1, "L")),
            Map.entry("ML", new Scale(0.001, "L")),
            Map.entry("毫升", new Scale(0.001, "L")),
            Map.entry("伏", new Scale(1, "V")),
            Map.entry("KV", new Scale(1000, "V")),
            Map.entry("瓦", new Scale(1, "W")),
            Map.entry("KW", new Scale(1000, "W")),
            Map.entry("千瓦", new Scale(1000, "W")),
            Map.entry("安", new Scale(1, "A")),
            Map.entry("MA", new Scale(0.001, "A")),
            Map.entry("欧", new Scale(1, "")),
            Map.entry("欧姆", new Scale(1, "")),
            Map.entry("Ω", new Scale(1, "")),
            Map.entry("OHM", new Scale(1, "")),
            Map.entry("R", new Scale(1, "")),
            Map.entry("K", new Scale(1000, "")),
            Map.entry("KΩ", new Scale(1000, "")),
            Map.entry("KOHM", new Scale(1000, "")),
            Map.entry("千欧", new Scale(1000, "")),
            Map.entry("MΩ", new Scale(1_000_000, "")),
            Map.entry("兆欧", new Scale(1_000_000, "")),
            Map.entry("PF", new Scale(1e-12, "F")),
            Map.entry("NF", new Scale(1e-9, "F")),
            Map.entry("UF", new Scale(1e-6, "F")),
            Map.entry("微法", new Scale(1e-6, "F")),
            Map.entry("UH", new Scale(1e-6, "H")),
            Map.entry("MH", new Scale(1e-3, "H")),
            Map.entry("KPA", new Scale(0.001, "MPA")),
            Map.entry("兆帕", new Scale(1, "MPA")),
            Map.entry("赫兹", new Scale(1, "HZ")),
            Map.entry("度", new Scale(1, "°")),
            Map.entry("极", new Scale(1, "P")),
            // words behind a number that count or class it and may as well be left out
            Map.entry("级", new Scale(1, "")),
            Map.entry("号", new Scale(1, "")),
            Map.entry("#", new Scale(1, "")),
            Map.entry("厚", new Scale(1, "")),
            Map.entry("长", new Scale(1, "")),
            Map.entry("宽", new Scale(1, "")),
            Map.entry("高", new Scale(1, "")),
            Map.entry("目", new Scale(1, "")),
            Map.entry("PCS", new Scale(1, "")),
            Map.entry("个", new Scale(1, "")),
            Map.entry("件", new Scale(1, "")),
            Map.entry("只", new Scale(1, "")),
            Map.entry("支", new Scale(1, "")),
            Map.entry("片", new Scale(1, "")),
            Map.entry("张", new Scale(1, "")));

    /** Units that are often left out, so that a number without one may be the same. */
    private static final Set<String> LEFT_OUT = Set.of("kg", "T", "V", "W", "°", "MPA");

    static Atom of(String number, String unit) {
        Scale scale = SCALES.getOrDefault(unit, new Scale(1, unit));
        return new Atom(Double.parseDouble(number) * scale.factor(), scale.unit(), number + unit);
    }

    /** What stays of a unit where it is run together with other letters: nothing of those that are as often left out. */
    static String letters(String unit) {
        Scale scale = SCALES.getOrDefault(unit, new Scale(1, unit));
        return scale.unit().isEmpty() && scale.factor() == 1
                ? ""
                : unit.replaceAll("Ω|OHM", "").replaceAll("[^A-Z]", "");
    }

    /** Whether both may say the same. */
    boolean agrees(Atom other) {
        return Math.abs(value - other.value) <= 1e-6 * Math.max(Math.abs(value), Math.abs(other.value))
                && (unit.equals(other.unit)
                        || (unit.isEmpty() && LEFT_OUT.contains(other.unit))
                        || (other.unit.isEmpty() && LEFT_OUT.contains(unit)));
    }

    /** Its digits and letters without what is known of units; for finding candidates. */
    String key() {
        return String.valueOf((float) value);
    }

    @Override
    public String toString() {
        return written;
    }
}
