package io.sandtable.datasets.frepple;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations take, give and run on. */
final class XmlFlows {
    private static final String FLOW = "input.operationmaterial";
    private static final String LOAD = "input.operationresource";
    private static final String PER_LOT = "quantity_fixed";
    private static final String FROM = "effective_start";
    private static final String TO = "effective_end";

    private final XmlModel model;
    private final Map<String, List<XmlThing>> byOperation = new HashMap<>();

    XmlFlows(XmlModel model) {
        this.model = model;
    }

    List<XmlThing> of(XmlThing operation) {
        return byOperation.getOrDefault(operation.name(), List.of());
    }

    /** Whether it gives something: by the piece, else by the lot. */
    static boolean isOut(XmlThing flow) {
        return (flow.has("quantity") || !flow.has(PER_LOT) ? flow.numberOr("quantity", 1) : flow.numberOr(PER_LOT, 1))
                        .signum()
                > 0;
    }

    /** The same flow of another operation. */
    void copy(XmlThing flow, String operation) {
        XmlThing own = flow.copy();
        own.put("operation", operation);
        model.add(own);
    }

    /** Flows that other operations have taken over. */
    void dropHomeless() {
        model.removeIf(FLOW, flow -> !flow.has("operation"));
    }

    /** Says the item where only its buffer is said, and what makes a buffer's item where it says so. */
    void settle(XmlHeaps heaps) {
        for (XmlThing buffer : model.all("input.buffer")) {
            splitName(buffer);
            model.find("input.operation", buffer.take("producing")).ifPresent(o -> {
                o.putIfAbsent("item", buffer.text("item"));
                o.putIfAbsent("location", buffer.text("location"));
            });
        }
        for (XmlThing flow : model.all(FLOW)) {
            item(flow);
            if (!flow.has(PER_LOT)) {
                flow.putIfAbsent("quantity", "1");
            }
            flow.putIfAbsent(
                    "place",
                    model.find("input.operation", flow.text("operation"))
                            .map(o -> o.text("location"))
                            .orElse(""));
        }
        heaps.settle();
        for (XmlThing flow : model.all(FLOW)) {
            byOperation
                    .computeIfAbsent(flow.text("operation"), o -> new ArrayList<>())
                    .add(flow);
        }
    }

    /** A buffer's name may say it all: {@code item @ location}. */
    private void splitName(XmlThing buffer) {
        String[] parts = buffer.name().split(" @ ", 2);
        if (parts.length == 2 && !buffer.has("item")) {
            buffer.put("item", parts[0]);
            model.mention("input.item", parts[0]);
            buffer.putIfAbsent("location", parts[1]);
            model.mention("input.location", parts[1]);
        }
    }

    private void item(XmlThing flow) {
        model.find("input.buffer", flow.text("buffer"))
                .filter(b -> b.has("item"))
                .ifPresent(b -> {
                    flow.putIfAbsent("item", b.text("item"));
                    flow.putIfAbsent("location", b.text("location"));
                    flow.put("heap", flow.take("buffer"));
                });
        flow.putIfAbsent("place", flow.take("location"));
    }

    /** Where it lies matters no more, unless it is elsewhere than the operation: then it is told as not used. */
    void settlePlaces() {
        for (XmlThing flow : model.all(FLOW)) {
            String place = flow.take("place");
            String there = model.find("input.operation", flow.text("operation"))
                    .map(o -> o.text("location"))
                    .orElse("");
            if (!there.isEmpty() && !place.equals(there)) {
                flow.putIfAbsent("location", place);
            }
        }
    }

    void leaveOut(Set<String> operations, String why) {
        drop(FLOW, operations, why);
        operations.forEach(byOperation::remove);
        leaveOutLoads(operations, why);
    }

    void leaveOutLoads(Set<String> operations, String why) {
        drop(LOAD, operations, why);
    }

    private void drop(String kind, Set<String> operations, String why) {
        model.removeIf(kind, f -> {
            boolean out = operations.contains(f.text("operation"));
            if (out) {
                model.unused(kind + " (" + why + ")", f.text("operation"));
            }
            return out;
        });
    }

    /** Of flows that stand for each other the preferred one is needed; what the others take is its substitute. */
    void choose() {
        var best = new HashMap<List<String>, XmlThing>();
        Collection<XmlThing> all = model.all(FLOW);
        for (XmlThing flow : all) {
            if (flow.has("name")) {
                best.merge(group(flow), flow, (a, b) -> rank(b) < rank(a) ? b : a);
            }
        }
        for (XmlThing flow : all) {
            XmlThing preferred = flow.has("name") ? best.get(group(flow)) : null;
            if (preferred != null && preferred != flow) {
                substitute(flow, preferred);
            }
        }
        model.removeIf(FLOW, f -> f.has("name") && best.get(group(f)) != f);
        best.values().forEach(f -> {
            f.take("name");
            f.take("priority");
        });
    }

    private void substitute(XmlThing flow, XmlThing preferred) {
        BigDecimal needed = preferred.numberOr("quantity", 1);
        if (flow.is("priority", "0")
                || needed.signum() >= 0
                || flow.numberOr("quantity", 1).signum() >= 0) {
            model.unused(FLOW + " (alternative)", flow.text("item"));
            return;
        }
        var substitute = new XmlThing("input.itemsubstitute", flow.file(), "");
        substitute.put("item", preferred.text("item"));
        substitute.put("substitute", flow.text("item"));
        substitute.put(
                "ratio",
                flow.numberOr("quantity", 1)
                        .divide(needed, MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString());
        for (String date : List.of(FROM, TO)) {
            if (flow.has(date)) {
                substitute.put(date, flow.text(date));
            }
        }
        model.add(substitute);
    }

    private static List<String> group(XmlThing flow) {
        return List.of(flow.text("operation"), flow.text("name"));
    }

    /** Priority 0 means never by itself. */
    private static double rank(XmlThing flow) {
        double priority = flow.numberOr("priority", 1).doubleValue();
        return priority == 0 ? Double.MAX_VALUE : priority;
    }

    /**
     * The same material or machine twice in one operation is needed twice, unless each has its time: then it is the one that holds today.
     *
     * @param today of the model, as it writes it; empty where it does not
     */
    void addUp(String today) {
        inForce(FLOW, "item", today);
        laterMaterial(today);
        inForce(LOAD, "resource", today);
        addUp(FLOW, "item");
        addUp(LOAD, "resource");
    }

    private void inForce(String kind, String end, String today) {
        var inForce = new HashSet<List<String>>();
        for (XmlThing flow : model.all(kind)) {
            if (isDated(flow) && isInForce(flow, today)) {
                inForce.add(key(flow, end));
            }
        }
        model.removeIf(kind, flow -> {
            boolean out = isDated(flow) && !isInForce(flow, today) && inForce.contains(key(flow, end));
            if (out) {
                model.unused(kind + " (dated)", flow.text("operation"));
            }
            return out;
        });
    }

    /** What takes the place of another material from a day on may from that day on stand in for it: where one goes and one comes. */
    private void laterMaterial(String today) {
        var going = new HashMap<List<String>, List<XmlThing>>();
        var coming = new HashMap<List<String>, List<XmlThing>>();
        for (XmlThing flow : model.all(FLOW)) {
            if (isOut(flow)) {
                continue;
            }
            if (flow.has(TO) && isInForce(flow, today)) {
                going.computeIfAbsent(List.of(flow.text("operation"), flow.text(TO)), k -> new ArrayList<>())
                        .add(flow);
            } else if (flow.has(FROM) && !isInForce(flow, today)) {
                coming.computeIfAbsent(List.of(flow.text("operation"), flow.text(FROM)), k -> new ArrayList<>())
                        .add(flow);
            }
        }
        var later = new HashSet<XmlThing>();
        coming.forEach((change, then) -> {
            List<XmlThing> now = going.getOrDefault(change, List.of());
            if (then.size() == 1
                    && now.size() == 1
                    && !then.getFirst().is("item", now.getFirst().text("item"))) {
                substitute(then.getFirst(), now.getFirst());
                later.add(then.getFirst());
            }
        });
        model.removeIf(FLOW, later::contains);
    }

    private static boolean isDated(XmlThing flow) {
        return flow.has(FROM) || flow.has(TO);
    }

    /** Moments are written so that their texts sort as they do. */
    private static boolean isInForce(XmlThing flow, String today) {
        return (!flow.has(FROM) || flow.text(FROM).compareTo(today) <= 0)
                && (!flow.has(TO) || today.compareTo(flow.text(TO)) < 0);
    }

    private void addUp(String kind, String end) {
        var first = new HashMap<List<String>, XmlThing>();
        var more = new HashSet<XmlThing>();
        for (XmlThing flow : model.all(kind)) {
            XmlThing met = first.putIfAbsent(key(flow, end), flow);
            if (met != null) {
                if (flow.has("quantity") || !flow.has(PER_LOT)) {
                    met.add("quantity", flow, met.has(PER_LOT) || flow.has(PER_LOT) ? 0 : 1);
                }
                if (flow.has(PER_LOT)) {
                    met.add(PER_LOT, flow, 0);
                }
                more.add(flow);
                flow.fields().propertyNames().stream()
                        .filter(f -> !f.equals("quantity")
                                && !f.equals(PER_LOT)
                                && !f.equals("type")
                                && !met.is(f, flow.text(f)))
                        .forEach(f -> model.unused(kind + "." + f, flow.text(f)));
            }
        }
        model.removeIf(kind, more::contains);
    }

    private static List<String> key(XmlThing flow, String end) {
        return List.of(
                flow.text("operation"),
                flow.text(end),
                flow.text("skill"),
                flow.text("name"),
                isOut(flow) ? "out" : "in");
    }
}
