package io.sandtable.datasets.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The demo company as the tests see it: invented once, its tables read back cell by cell by the type table's own rules. */
final class Demo {
    static final Business BUSINESS = Business.invent();
    static final Map<String, String> FILES = DemoCompany.files(BUSINESS);
    static final BusinessSnapshot SNAPSHOT = BusinessSnapshot.of(facts());

    private Demo() {}

    private static List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        FILES.forEach((file, text) -> {
            if (file.endsWith(".csv")) {
                facts.addAll(facts(file, text));
            }
        });
        return facts;
    }

    private static List<Fact> facts(String file, String text) {
        var evidence = new Evidence("EVI-" + file, Origin.DEMO, file, null, DemoCompany.AS_OF, null, null);
        String table = file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
        var facts = new ArrayList<Fact>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> {
                var cells = new TreeMap<>(row.getFieldsAsMap());
                cells.values().removeIf(String::isEmpty);
                String line = Long.toString(row.getStartingLineNumber());
                facts.add(NodeType.labelled(table)
                        .map(type -> node(type, cells, evidence, line))
                        .orElseGet(() -> relation(RelationType.valueOf(table), cells, evidence, line)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return facts;
    }

    private static Fact node(NodeType type, Map<String, String> cells, Evidence evidence, String line) {
        String id = cells.getOrDefault("id", "");
        cells.remove("id");
        var values = new TreeMap<String, Object>();
        cells.forEach((name, text) ->
                values.put(name, type.find(name).orElseThrow().kind().parse(text)));
        return new Fact.NodeFact(type, id, values, evidence, line);
    }

    private static Fact relation(RelationType type, Map<String, String> cells, Evidence evidence, String line) {
        String from = cells.getOrDefault("from", "");
        cells.remove("from");
        String to = cells.getOrDefault("to", "");
        cells.remove("to");
        var values = new TreeMap<String, Object>();
        cells.forEach((name, text) ->
                values.put(name, type.find(name).orElseThrow().kind().parse(text)));
        return new Fact.RelationFact(type, from, to, "", values, evidence, line);
    }
}
