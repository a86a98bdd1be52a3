package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations: each way to make an item is a routing, each thing done on the way a process with its material and machines. */
final class FreppleOperations {
    private static final Map<String, String> LOTS =
            Map.of("sizeminimum", "lotMinimum", "sizemultiple", "lotMultiple", "sizemaximum", "lotMaximum");

    private final Mapping m;
    private final FreppleResources resources;
    private final Map<String, FreppleObject> byName = new LinkedHashMap<>();
    private final Map<String, List<FreppleObject>> children = new HashMap<>();
    private final Map<String, List<FreppleObject>> flows = new HashMap<>();
    private final FreppleLoads loads;
    /** What was said of the lots of each product. */
    private final Map<String, Map<String, Object>> lotsOf = new HashMap<>();

    FreppleOperations(Mapping m, FreppleResources resources) {
        this.m = m;
        this.resources = resources;
        for (FreppleObject operation : m.files.of("input.operation")) {
            if (byName.put(operation.name(), operation) != null) {
                m.problem(operation, ProblemCode.ID_TWICE, "name", operation.name(), "");
            }
            String owner = operation.reference("owner");
            if (!owner.isEmpty()) {
                children.computeIfAbsent(owner, o -> new ArrayList<>()).add(operation);
            }
        }
        collect("input.operationmaterial", flows);
        var loadsOf = new LinkedHashMap<String, List<FreppleObject>>();
        collect("input.operationresource", loadsOf);
        loadsOf.values()
                .forEach(all -> all.removeIf(load ->
                        m.reference(load, "resource", NodeType.EQUIPMENT).isEmpty()));
        this.loads = new FreppleLoads(m, resources, loadsOf);
        children.values().forEach(c -> c.sort(Comparator.comparingDouble(o -> m.numberOr(o, "priority", 1))));
    }

    private void collect(String model, Map<String, List<FreppleObject>> into) {
        for (FreppleObject o : m.files.of(model)) {
            String operation = o.reference("operation");
            if (byName.containsKey(operation)) {
                into.computeIfAbsent(operation, k -> new ArrayList<>()).add(o);
            } else {
                m.problem(
                        o,
                        ProblemCode.END_UNKNOWN,
                        "operation",
                        operation,
                        io.sandtable.datasets.reading.Nearest.to(operation, byName.keySet())
                                .orElse(""));
            }
        }
    }

    /** Resources that stand beside a machine somewhere. */
    Collection<String> beside() {
        return loads.beside();
    }

    void state() {
        for (FreppleObject operation : byName.values()) {
            String owner = operation.reference("owner");
            if (!owner.isEmpty()) {
                if (!byName.containsKey(owner)) {
                    m.problem(operation, ProblemCode.END_UNKNOWN, "owner", owner, "");
                }
                continue;
            }
            List<FreppleObject> steps = children.getOrDefault(operation.name(), List.of());
            switch (operation.text("type")) {
                case "routing" -> routing(operation, operation, steps);
                // each alternative makes the owner's item in its own way
                case "alternate", "split" -> steps.forEach(s -> routing(s, operation, parts(s)));
                default -> routing(operation, operation, List.of(operation));
            }
        }
    }

    /** One of several ways may be a routing of its own. */
    private List<FreppleObject> parts(FreppleObject way) {
        List<FreppleObject> steps = children.getOrDefault(way.name(), List.of());
        return way.text("type").equals("routing") && !steps.isEmpty() ? steps : List.of(way);
    }

    private void routing(FreppleObject way, FreppleObject owner, List<FreppleObject> steps) {
        String id = m.names.id(NodeType.ROUTING, way.name());
        m.node(
                way,
                NodeType.ROUTING,
                id,
                Map.of("name", way.name(), "code", way.name(), "priority", m.numberOr(way, "priority", 1)),
                m.file(way));
        Optional<FreppleObject> output = output(owner, steps);
        Optional<String> product = product(owner, output);
        if (product.isEmpty()) {
            return;
        }
        FreppleObject said = output.orElse(owner);
        m.relation(said, RelationType.YIELDS, id, product.get(), Map.of("quantityPerUnit", 1.0), m.file(said));
        lots(way, product.get());
        double perRun =
                output.map(f -> m.numberOr(f, "quantity", 1)).filter(q -> q > 0).orElse(1.0);
        int sequence = 0;
        FreppleObject worked = null;
        for (FreppleObject step : steps) {
            if (worked != null && isWaitOnly(step)) {
                waitAfter(worked, step);
            } else {
                worked = step;
                step(step, id, ++sequence);
                machines(step, perRun);
            }
            materials(step, worked, perRun, output);
        }
    }

    /** Drying, cooling: time goes by and nobody is needed. An XML model says the hours of such a step, which is then one of its own. */
    private boolean isWaitOnly(FreppleObject step) {
        return !step.isXml() && step.text("type").equals("fixed_time") && loads.isFree(step);
    }

    private void waitAfter(FreppleObject worked, FreppleObject wait) {
        double minutes = waitMinutes(worked) + m.numberOr(wait, "duration", 0) / 60 + waitMinutes(wait);
        wait.text("category");
        m.node(
                wait,
                NodeType.PROCESS,
                m.names.id(NodeType.PROCESS, worked.name()),
                Map.of("waitMinutes", minutes),
                m.file(wait));
        m.note(ProblemCode.WAIT_BY_CLOCK, worked.name(), wait.name(), ValueKind.NUMBER.format(minutes));
    }

    private double waitMinutes(FreppleObject o) {
        return m.numberOr(o, "posttime", 0) / 60;
    }

    private Optional<String> product(FreppleObject owner, Optional<FreppleObject> output) {
        if (!owner.reference("item").isEmpty()) {
            return m.reference(owner, "item", NodeType.MATERIAL);
        }
        if (output.isPresent()) {
            return m.reference(output.get(), "item", NodeType.MATERIAL);
        }
        m.problem(owner, ProblemCode.RELATION_MISSING, "item", owner.name(), "item");
        return Optional.empty();
    }

    /** The flow that puts the product into stock: the owner's item, else the first thing that comes out. */
    private Optional<FreppleObject> output(FreppleObject owner, List<FreppleObject> steps) {
        String item = owner.reference("item");
        return steps.stream()
                .flatMap(s -> flows.getOrDefault(s.name(), List.of()).stream())
                .filter(f -> m.numberOr(f, "quantity", 0) > 0)
                .filter(f -> item.isEmpty() || f.reference("item").equals(item))
                .findFirst();
    }

    private void lots(FreppleObject way, String product) {
        var values = new HashMap<String, Object>();
        LOTS.forEach((field, attribute) -> {
            double size = m.numberOr(way, field, 0);
            // one is the least there is anyway, but says something as the most
            if (size > 1 || size > 0 && field.equals("sizemaximum")) {
                values.put(attribute, size);
            }
        });
        Map<String, Object> known = lotsOf.putIfAbsent(product, values);
        if (known != null && !known.equals(values)) {
            // lots are those of the item here: the first way's
            m.problem(way, ProblemCode.NOT_USED, "sizemultiple", values.toString(), known.toString());
        } else if (known == null && !values.isEmpty()) {
            m.node(way, NodeType.MATERIAL, product, values, m.file(way));
        }
    }

    private void step(FreppleObject o, String routing, int sequence) {
        String id = m.names.id(NodeType.PROCESS, o.name());
        var values = new HashMap<String, Object>(Map.of("name", o.name(), "code", o.name()));
        if (!o.text("category").isEmpty()) {
            values.put("technology", o.text("category"));
        }
        if (waitMinutes(o) > 0) {
            values.put("waitMinutes", waitMinutes(o));
            m.note(ProblemCode.WAIT_BY_CLOCK, o.name(), "posttime", ValueKind.NUMBER.format(waitMinutes(o)));
        }
        double fence = m.numberOr(o, "fence", 0) / Mapping.SECONDS_PER_DAY;
        if (fence > 0) {
            values.put("releaseFenceDays", Mapping.rounded(fence));
        }
        m.node(o, NodeType.PROCESS, id, values, m.file(o));
        m.relation(o, RelationType.STEP_OF, id, routing, Map.of("sequence", (double) sequence), m.file(o));
    }

    private void materials(FreppleObject step, FreppleObject worked, double perRun, Optional<FreppleObject> output) {
        String process = m.names.id(NodeType.PROCESS, worked.name());
        for (FreppleObject flow : flows.getOrDefault(step.name(), List.of())) {
            if (output.filter(out -> out == flow).isEmpty()) {
                material(flow, process, perRun);
            }
        }
    }

    private void machines(FreppleObject step, double perRun) {
        String process = m.names.id(NodeType.PROCESS, step.name());
        boolean perPiece = step.text("type").equals("time_per");
        double minutes = perPiece ? m.numberOr(step, "duration_per", 0) / 60 / perRun : 0;
        double fixed = m.numberOr(step, "duration", 0) / 60;
        if (!loads.isFree(step) || !step.text("type").equals("routing")) {
            loads.state(step, process, minutes, fixed);
        }
    }

    private void material(FreppleObject flow, String process, double perRun) {
        double quantity = Mapping.rounded(m.numberOr(flow, "quantity", 0) / perRun);
        double perLot = m.numberOr(flow, "quantity_fixed", 0);
        Optional<String> item = m.reference(flow, "item", NodeType.MATERIAL);
        if (item.isEmpty() || quantity == 0 && perLot == 0) {
            return;
        }
        var values = new HashMap<String, Object>(Map.of("quantityPerUnit", Math.abs(quantity)));
        if (perLot != 0) {
            values.put("quantityPerLot", Math.abs(perLot));
        }
        boolean taken = quantity < 0 || quantity == 0 && perLot < 0;
        m.relation(
                flow, taken ? RelationType.CONSUMES : RelationType.YIELDS, process, item.get(), values, m.file(flow));
    }
}
