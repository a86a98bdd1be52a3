package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.sensitivity.HeatMap;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A figure over two inputs, in words and numbers.
 *
 * @param across values of the one input, from low to high
 * @param rows from the high end of the other input down, as a map is read
 * @param rules that are broken somewhere, each with its number in the cells
 */
record HeatMapView(
        String sentence,
        String acrossName,
        String upName,
        List<String> across,
        List<Row> rows,
        List<BrokenThere> rules,
        String today) {
    HeatMapView {
        across = List.copyOf(across);
        rows = List.copyOf(rows);
        rules = List.copyOf(rules);
    }

    record Row(String up, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One pair of values.
     *
     * @param marks numbers of the rules broken there, such as 1, 3; empty where none is
     * @param broken the sentences of these rules
     */
    record Cell(String value, double drawn, boolean today, String marks, String broken) {}

    /** A rule that cells break. */
    record BrokenThere(int number, String text, int cells, boolean today) {}

    static HeatMapView of(HeatMap map, Words words, List<PlannedRule> known) {
        KpiWords kpi = KpiWords.of(map.kpi(), words);
        var counts = new TreeMap<String, Integer>();
        map.rows()
                .forEach(row ->
                        row.forEach(cell -> cell.broken().forEach(rule -> counts.merge(rule, 1, Integer::sum))));
        List<String> ids = counts.keySet().stream()
                .sorted(Comparator.comparingInt((String id) -> -counts.getOrDefault(id, 0))
                        .thenComparing(id -> id))
                .toList();
        var rules = new ArrayList<BrokenThere>();
        for (String id : ids) {
            rules.add(new BrokenThere(
                    rules.size() + 1,
                    RuleWords.text(id, known, words),
                    counts.getOrDefault(id, 0),
                    map.brokenToday().contains(id)));
        }
        var rows = new ArrayList<Row>();
        for (List<HeatMap.Cell> row : map.rows().reversed()) {
            rows.add(new Row(
                    DriverLine.end(map.up().dimension(), row.getFirst().up(), words),
                    row.stream().map(cell -> cell(cell, kpi, ids, rules)).toList()));
        }
        return new HeatMapView(
                sentence(map, kpi),
                DriversView.name(map.across().dimension(), words),
                DriversView.name(map.up().dimension(), words),
                map.rows().getFirst().stream()
                        .map(cell -> DriverLine.end(map.across().dimension(), cell.across(), words))
                        .toList(),
                rows,
                rules,
                kpi.shortly(map.base()));
    }

    private static Cell cell(HeatMap.Cell cell, KpiWords kpi, List<String> ids, List<BrokenThere> rules) {
        List<BrokenThere> broken = cell.broken().stream()
                .map(ids::indexOf)
                .sorted()
                .map(rules::get)
                .toList();
        String between = kpi.words().say("drivers.list.between");
        return new Cell(
                kpi.cell(cell.value()),
                kpi.drawn(cell.value()),
                cell.across() == 0 && cell.up() == 0,
                String.join(
                        between,
                        broken.stream().map(r -> Integer.toString(r.number())).toList()),
                String.join("\n", broken.stream().map(BrokenThere::text).toList()));
    }

    private static String sentence(HeatMap map, KpiWords kpi) {
        Words words = kpi.words();
        List<HeatMap.Cell> cells = map.rows().stream()
                .flatMap(List::stream)
                .filter(cell -> Double.isFinite(cell.value()))
                .toList();
        long broken = map.rows().stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.broken().isEmpty())
                .count();
        int all = map.rows().size() * map.rows().size();
        if (cells.isEmpty()) {
            return words.say("drivers.map.nothing", kpi.name());
        }
        HeatMap.Cell lowest = cells.stream()
                .min(Comparator.comparingDouble(HeatMap.Cell::value))
                .orElseThrow();
        HeatMap.Cell highest = cells.stream()
                .max(Comparator.comparingDouble(HeatMap.Cell::value))
                .orElseThrow();
        String breaks = broken == 0
                ? words.say("drivers.map.kept", all)
                : broken == all ? words.say("drivers.map.always", all) : words.say("drivers.map.broken", all, broken);
        return words.say(
                "drivers.map.sentence",
                kpi.name(),
                kpi.shortly(map.base()),
                kpi.shortly(lowest.value()),
                place(map, lowest, words),
                kpi.shortly(highest.value()),
                place(map, highest, words),
                breaks);
    }

    private static String place(HeatMap map, HeatMap.Cell cell, Words words) {
        return words.say(
                "drivers.map.place",
                DriversView.name(map.across().dimension(), words),
                DriverLine.end(map.across().dimension(), cell.across(), words),
                DriversView.name(map.up().dimension(), words),
                DriverLine.end(map.up().dimension(), cell.up(), words));
    }
}
