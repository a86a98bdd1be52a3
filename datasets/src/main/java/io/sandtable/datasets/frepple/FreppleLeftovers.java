package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Statement;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What became of every object: totals over those that became facts, and a note on every model and field that nothing was made of. */
final class FreppleLeftovers {
    /** Read for their meaning rather than into a fact, or a matter of frePPLe's own screens. */
    private static final Set<String> NO_FACTS = Set.of("common.parameter", "common.userpreference");

    private static final Set<String> READ = Set.of(
            "input.calendar",
            "input.calendarbucket",
            "input.skill",
            "input.resourceskill",
            "input.setupmatrix",
            "input.setuprule",
            "common.parameter");

    private final Mapping m;

    FreppleLeftovers(Mapping m) {
        this.m = m;
    }

    void report() {
        FreppleReader.COUNTED.forEach(this::count);
        sum("stock-quantity", "onhand", "input.buffer", o -> true, NodeType.STOCK_LOT);
        sum("order-quantity", "open", "input.demand", o -> o.written("status").equals("open"), NodeType.ORDER);
        pooledStock();
        // one place is where everything is done: that is used, though no fact says it
        m.files.of("input.operation").forEach(o -> o.reference("location"));
        m.files.all().forEach((model, objects) -> {
            if (FreppleReader.COUNTED.contains(model) || READ.contains(model)) {
                unreadFields(model, objects);
            } else {
                m.note(ProblemCode.NOT_USED, model, Integer.toString(objects.size()), "");
            }
        });
    }

    private void pooledStock() {
        if (m.names.names(NodeType.SITE).size() > 1) {
            double elsewhere = m.files.of("input.buffer").stream()
                    .filter(b -> !b.isXml())
                    .filter(b -> !b.reference("location").equals(mainSite()))
                    .mapToDouble(b -> m.numberOr(b, "onhand", 0))
                    .sum();
            if (elsewhere > 0) {
                m.note(
                        ProblemCode.STOCK_POOLED,
                        "onhand",
                        io.sandtable.model.ValueKind.NUMBER.format(elsewhere),
                        mainSite());
            }
        }
    }

    /** Where most operations are done. */
    private String mainSite() {
        var counts = new TreeMap<String, Integer>();
        m.files.of("input.operation").forEach(o -> counts.merge(o.reference("location"), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void count(String model) {
        List<FreppleObject> objects = m.files.of(model);
        if (objects.isEmpty()) {
            return;
        }
        var places = new HashSet<String>();
        objects.forEach(o -> places.add(o.file() + "#" + o.number()));
        m.draft.total("rows", model, "rows", BigDecimal.valueOf(objects.size()), good -> {
            var met = new HashSet<String>();
            good.forEach(s -> met.add(s.file() + "#" + s.row()));
            met.retainAll(places);
            return BigDecimal.valueOf(met.size());
        });
    }

    private void sum(String what, String subject, String model, Predicate<FreppleObject> which, NodeType type) {
        String field = model.equals("input.buffer") ? "onhand" : "quantity";
        BigDecimal sum = BigDecimal.ZERO;
        for (FreppleObject o : m.files.of(model)) {
            String written = o.written(field);
            if (which.test(o) && written.matches("[+-]?\\d+(\\.\\d+)?")) {
                sum = sum.add(new BigDecimal(written));
            }
        }
        m.draft.total(what, subject, m.standIns.text("unit-of-quantity"), sum, good -> imported(good, type));
    }

    private static BigDecimal imported(List<Statement> good, NodeType type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Statement s : good) {
            if (s.fact() instanceof NodeFact n
                    && n.type() == type
                    && n.values().get("quantity") instanceof Double quantity
                    && !"closed".equals(n.values().get("status"))) {
                sum = sum.add(BigDecimal.valueOf(quantity));
            }
        }
        return sum;
    }

    private void unreadFields(String model, List<FreppleObject> objects) {
        if (NO_FACTS.contains(model)) {
            return;
        }
        var fields = new TreeMap<String, Integer>();
        var example = new TreeMap<String, String>();
        for (FreppleObject o : objects) {
            for (String field : o.unread()) {
                fields.merge(field, 1, Integer::sum);
                example.putIfAbsent(field, o.written(field));
            }
        }
        fields.forEach((field, count) -> m.note(
                ProblemCode.NOT_USED, model + "." + field, Integer.toString(count), example.getOrDefault(field, "")));
    }
}
