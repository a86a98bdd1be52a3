package io.sandtable.datasets.frepple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Operations with their steps: what the XML leaves to frePPLe to work out is said here as the export says it. */
final class XmlOperations {
    private static final String OPERATION = "input.operation";
    private static final String DEMAND = "input.demand";
    private static final Set<String> CHOICES = Set.of("alternate", "split");

    /** Ways, routings of one way, their steps; a chain without end is no model. */
    private static final int LEVELS = 4;

    private final XmlModel model;
    private final Map<String, List<XmlThing>> steps = new HashMap<>();
    private final XmlFlows flows;
    private final XmlHeaps heaps;
    /** What is ordered, by what an order's own operation makes of it. */
    private final Map<String, String> bases = new HashMap<>();

    XmlOperations(XmlModel model, XmlFlows flows) {
        this.model = model;
        this.flows = flows;
        this.heaps = new XmlHeaps(model);
    }

    /**
     * @param elsewhere operations that another file of the folder describes, which decides about them
     */
    void settle(Predicate<String> elsewhere) {
        nest();
        flows.settle(heaps);
        model.all(OPERATION).forEach(this::itemOfItsSteps);
        itemsOfOrders(elsewhere);
        heaps.forgetWholes();
        model.all("input.operationplan").forEach(this::plan);
        leaveOut(o -> o.is("priority", "0") && !isStep(o), "priority 0", elsewhere);
        flows.settlePlaces();
        leaveOut(o -> !o.has("owner") && itemOf(o).isEmpty(), "delivery", elsewhere);
        flowsOfOwners();
        flows.choose();
        flows.addUp(model.find("common.parameter", "currentdate")
                .map(p -> p.text("value"))
                .orElse(""));
    }

    private void nest() {
        for (XmlThing sub : model.all("input.suboperation")) {
            String owner = sub.take("owner");
            XmlThing step = model.find(OPERATION, sub.take("operation")).orElse(null);
            if (step == null || owner.isEmpty() || step.has("owner") && !step.is("owner", owner)) {
                model.unused("input.suboperation", step == null ? owner : step.name());
                continue;
            }
            step.put("owner", owner);
            if (sub.has("priority")) {
                step.put("priority", sub.take("priority"));
            }
            sub.fields().propertyNames().forEach(f -> model.unused("input.suboperation." + f, sub.text(f)));
        }
        model.removeIf("input.suboperation", s -> true);
        for (XmlThing operation : model.all(OPERATION)) {
            if (operation.has("owner")) {
                steps.computeIfAbsent(operation.text("owner"), o -> new ArrayList<>())
                        .add(operation);
            }
        }
        steps.values().forEach(s -> s.sort(Comparator.comparing(o -> o.numberOr("priority", 1))));
        for (XmlThing operation : model.all(OPERATION)) {
            operation.putIfAbsent("type", steps.containsKey(operation.name()) ? "routing" : "fixed_time");
        }
    }

    private List<XmlThing> steps(XmlThing operation) {
        return steps.getOrDefault(operation.name(), List.of());
    }

    /** A step of a routing, whose priority is its place in the order. */
    private boolean isStep(XmlThing operation) {
        return model.find(OPERATION, operation.text("owner"))
                .filter(o -> o.is("type", "routing"))
                .isPresent();
    }

    /** An operation and all below it. */
    private Collection<XmlThing> tree(XmlThing operation) {
        var tree = new LinkedHashSet<XmlThing>(List.of(operation));
        List<XmlThing> level = List.of(operation);
        for (int depth = 1; depth < LEVELS; depth++) {
            level = level.stream()
                    .flatMap(o -> steps(o).stream())
                    .filter(tree::add)
                    .toList();
        }
        return tree;
    }

    private void itemOfItsSteps(XmlThing operation) {
        for (XmlThing step : tree(operation)) {
            operation.putIfAbsent("item", step.text("item"));
        }
    }

    /** What it makes: as it says, else the first thing that comes out of it or a step of it. */
    private String itemOf(XmlThing operation) {
        return operation.has("item")
                ? operation.text("item")
                : tree(operation).stream()
                        .flatMap(o -> flows.of(o).stream())
                        .filter(XmlFlows::isOut)
                        .map(f -> f.text("item"))
                        .findFirst()
                        .orElse("");
    }

    /**
     * An order's own operation makes what is ordered, unless it takes it from stock: then it makes of it what is delivered, a thing of the
     * operation's name.
     */
    private void itemsOfOrders(Predicate<String> elsewhere) {
        var asked = new LinkedHashMap<String, Set<String>>();
        for (XmlThing demand : model.all(DEMAND)) {
            if (demand.has("item") && !elsewhere.test(demand.text("operation"))) {
                asked.computeIfAbsent(demand.text("operation"), o -> new HashSet<>())
                        .add(demand.text("item"));
            }
        }
        asked.forEach((name, items) -> model.find(OPERATION, name)
                .filter(o -> items.size() == 1 && itemOf(o).isEmpty())
                .ifPresent(o -> {
                    String item = items.iterator().next();
                    o.put("item", takes(o, item) ? delivered(o, item) : item);
                }));
        for (XmlThing demand : model.all(DEMAND)) {
            model.find(OPERATION, demand.text("operation"))
                    .map(this::itemOf)
                    .filter(made -> !made.isEmpty())
                    .filter(made -> bases.getOrDefault(made, heaps.base(made)).equals(demand.text("item")))
                    .ifPresent(made -> {
                        demand.put("item", made);
                        demand.take("operation");
                    });
        }
    }

    private String delivered(XmlThing operation, String item) {
        String name = operation.name();
        XmlThing goods = model.named("input.item", name);
        goods.fields().setAll(model.named("input.item", item).fields());
        goods.put("name", name);
        bases.put(name, item);
        return name;
    }

    private boolean takes(XmlThing operation, String item) {
        return tree(operation).stream()
                .flatMap(o -> flows.of(o).stream())
                .anyMatch(f -> heaps.base(f.text("item")).equals(item));
    }

    private void plan(XmlThing plan) {
        model.find(OPERATION, plan.text("operation")).ifPresent(o -> {
            String item = itemOf(o);
            plan.putIfAbsent(
                    "item",
                    item.isEmpty()
                            ? model.find(OPERATION, o.text("owner"))
                                    .map(this::itemOf)
                                    .orElse("")
                            : item);
            if (plan.has("item")) {
                plan.take("operation");
            }
            plan.putIfAbsent("type", plan.has("item") ? "MO" : "");
        });
        if (plan.has("supplier")) {
            plan.putIfAbsent("type", "PO");
        }
        if (plan.has("owner") && plan.is("type", "MO")) {
            // its routing's order counts the pieces
            plan.put("type", "step");
        }
        if (!plan.has("item") && !plan.is("type", "PO")) {
            // it makes nothing that anybody orders
            plan.put("type", "");
        }
        plan.putIfAbsent("status", "proposed");
        plan.putIfAbsent("enddate", plan.text("startdate"));
    }

    private void leaveOut(Predicate<XmlThing> which, String why, Predicate<String> elsewhere) {
        var out = new HashSet<String>();
        model.all(OPERATION).stream()
                .filter(o -> !elsewhere.test(o.name()))
                .filter(which)
                .forEach(o -> tree(o).forEach(t -> out.add(t.name())));
        model.removeIf(OPERATION, o -> out.contains(o.name()));
        steps.values().forEach(s -> s.removeIf(o -> out.contains(o.name())));
        out.stream().sorted().forEach(o -> model.unused(OPERATION + " (" + why + ")", o));
        flows.leaveOut(out, why);
    }

    /** A routing takes material with its first step and gives it with its last; nothing runs on it, or on a choice, itself. */
    private void flowsOfOwners() {
        var routings = new HashSet<String>();
        var choices = new HashSet<String>();
        for (XmlThing operation : model.all(OPERATION)) {
            List<XmlThing> below = steps(operation);
            if (CHOICES.contains(operation.text("type"))) {
                choices.add(operation.name());
            } else if (operation.is("type", "routing") && !below.isEmpty()) {
                routings.add(operation.name());
                for (XmlThing flow : flows.of(operation)) {
                    flow.put("operation", stepOf(flow, below).name());
                }
                giveWithTheLast(itemOf(operation), below);
            }
        }
        for (String choice : choices) {
            model.find(OPERATION, choice).ifPresent(this::flowsOfChoice);
        }
        flows.leaveOutLoads(routings, "routing");
        flows.leaveOutLoads(choices, "alternate");
    }

    /** The first step takes, the last one gives. */
    private static XmlThing stepOf(XmlThing flow, List<XmlThing> below) {
        return XmlFlows.isOut(flow) ? below.getLast() : below.getFirst();
    }

    /** What several steps give of the routing's item is there at its end. */
    private void giveWithTheLast(String item, List<XmlThing> below) {
        for (XmlThing step : below.subList(0, below.size() - 1)) {
            for (XmlThing flow : flows.of(step)) {
                if (XmlFlows.isOut(flow) && flow.is("item", item)) {
                    flow.put("operation", below.getLast().name());
                }
            }
        }
    }

    /** What a choice takes and gives, each of its ways takes and gives beside its own. */
    private void flowsOfChoice(XmlThing choice) {
        for (XmlThing way : steps(choice)) {
            List<XmlThing> below = way.is("type", "routing") && !steps(way).isEmpty() ? steps(way) : List.of(way);
            for (XmlThing flow : flows.of(choice)) {
                flows.copy(flow, stepOf(flow, below).name());
            }
        }
        flows.of(choice).forEach(flow -> flow.put("operation", ""));
        flows.dropHomeless();
    }
}
