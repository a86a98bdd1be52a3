package io.sandtable.simulation.query;

import io.sandtable.simulation.query.Input.Used;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why a figure of lines of the records is another: lines about the same things then and now. The parts sum to the change. */
final class LineChange {
    private final List<Line> before;
    private final List<Line> after;

    LineChange(List<Line> before, List<Line> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Of one sum per another: how each did at its mean share of the weight, and the change of its share at the distance of its mean rate
     * from that of all (decision 31). Whoever was there in one time only changes nothing by how it did.
     */
    List<Part> ratio(Measure measure) {
        Sums allThen = Queries.sum(before);
        Sums allNow = Queries.sum(after);
        double mean = (measure.of(allThen).orElse(0) + measure.of(allNow).orElse(0)) / 2;
        var parts = new ArrayList<Part>();
        for (Map.Entry<Map<Grouping, String>, Pair> cell : cells().entrySet()) {
            Sums then = cell.getValue().then;
            Sums now = cell.getValue().now;
            double shareThen = measure.weight(then) / measure.weight(allThen);
            double shareNow = measure.weight(now) / measure.weight(allNow);
            double rateThen = measure.of(then).orElse(measure.of(now).orElse(0));
            double rateNow = measure.of(now).orElse(measure.of(then).orElse(0));
            parts.add(new Part(
                    Cause.RATE, cell.getKey(), rateThen, rateNow, (rateNow - rateThen) * (shareThen + shareNow) / 2));
            parts.add(new Part(
                    Cause.SHARE,
                    cell.getKey(),
                    100 * shareThen,
                    100 * shareNow,
                    (shareNow - shareThen) * ((rateThen + rateNow) / 2 - mean)));
        }
        return parts;
    }

    /** Of a sum; each group's change is its own. */
    List<Part> sum(Cause cause, Additive of, double factor) {
        var parts = new ArrayList<Part>();
        cells().forEach((about, pair) -> {
            double then = pair.then.get(of);
            double now = pair.now.get(of);
            parts.add(new Part(cause, about, then * Math.abs(factor), now * Math.abs(factor), (now - then) * factor));
        });
        return parts;
    }

    /** Of what was paid for materials, in fen: how much was bought, from whom, and what each asked. */
    List<Part> purchases() {
        Map<String, Map<String, Used>> then = bought(before);
        Map<String, Map<String, Used>> now = bought(after);
        var materials = new TreeSet<>(then.keySet());
        materials.addAll(now.keySet());
        var parts = new ArrayList<Part>();
        for (String material : materials) {
            Map<Grouping, String> about = Part.about(Grouping.MATERIAL, material, Grouping.INPUT, material);
            new InputChange(then.getOrDefault(material, Map.of()), now.getOrDefault(material, Map.of()))
                    .effects(
                            Cause.VOLUME,
                            e -> parts.add(new Part(
                                    e.cause(),
                                    Part.and(about, Grouping.SUPPLIER, e.supplier()),
                                    e.before(),
                                    e.after(),
                                    e.fen())));
        }
        return parts;
    }

    private static Map<String, Map<String, Used>> bought(List<Line> lines) {
        var bought = new TreeMap<String, Map<String, Used>>();
        for (Line line : lines) {
            bought.computeIfAbsent(key(line, Grouping.MATERIAL), m -> new TreeMap<>())
                    .merge(
                            key(line, Grouping.SUPPLIER),
                            new Used(
                                    line.sums().get(Additive.QUANTITY),
                                    line.sums().get(Additive.PURCHASED)),
                            Used::plus);
        }
        return bought;
    }

    private static String key(Line line, Grouping grouping) {
        return line.keys().getOrDefault(grouping, "");
    }

    private record Pair(Sums then, Sums now) {}

    private Map<Map<Grouping, String>, Pair> cells() {
        var cells = new TreeMap<String, Map.Entry<Map<Grouping, String>, Pair>>();
        before.forEach(line -> cell(cells, line).then.plus(line.sums()));
        after.forEach(line -> cell(cells, line).now.plus(line.sums()));
        return cells.values().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Pair cell(Map<String, Map.Entry<Map<Grouping, String>, Pair>> cells, Line line) {
        var about = new EnumMap<Grouping, String>(Grouping.class);
        about.putAll(line.keys());
        about.keySet().removeAll(List.of(Grouping.MONTH, Grouping.ORDER));
        return cells.computeIfAbsent(about.toString(), k -> Map.entry(about, new Pair(new Sums(), new Sums())))
                .getValue();
    }
}
