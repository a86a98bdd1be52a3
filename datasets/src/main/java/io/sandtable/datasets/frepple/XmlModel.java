package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Gathers the objects of XML models by name, as frePPLe itself does: an object may be described in several places, and one that
 * is only mentioned exists all the same.
 */
final class XmlModel {
    private static final Set<String> NAMED = Set.of(
            "input.item",
            "input.location",
            "input.supplier",
            "input.customer",
            "input.resource",
            "input.skill",
            "input.calendar",
            "input.operation",
            "input.buffer",
            "input.demand",
            "input.setupmatrix");

    /** What stands inside belongs to what it stands in, in that order. */
    private static final Set<String> MEMBERS = Set.of("members", "steps");

    private static final int LONGEST = 80;

    private final Draft draft;
    private final Map<String, Map<String, XmlThing>> named = new LinkedHashMap<>();
    private final Map<String, List<XmlThing>> loose = new LinkedHashMap<>();
    private final Map<String, Unused> unused = new TreeMap<>();
    private String file = "";

    XmlModel(Draft draft) {
        this.draft = draft;
    }

    /** Takes in one file. */
    void add(XmlElement plan, String fromFile) {
        file = fromFile;
        plan.attributes().forEach((key, value) -> parameter(key, value));
        for (XmlElement child : plan.children()) {
            if (child.children().isEmpty() && child.attributes().isEmpty() && !isList(child)) {
                parameter(child.name(), child.text());
            } else {
                child.children().forEach(c -> thing(c, XmlValues.model(c.name())));
            }
        }
    }

    private void parameter(String key, String value) {
        if (key.equals("current")) {
            XmlThing date = named("common.parameter", "currentdate");
            date.put("name", "currentdate");
            set(date, "value", value);
        } else if (!key.equals("name") && !value.isEmpty()) {
            unused("plan." + key, value);
        }
    }

    Collection<XmlThing> all(String model) {
        List<XmlThing> all = new ArrayList<>(named.getOrDefault(model, Map.of()).values());
        all.addAll(loose.getOrDefault(model, List.of()));
        return all;
    }

    Optional<XmlThing> find(String model, String name) {
        return Optional.ofNullable(named.getOrDefault(model, Map.of()).get(name));
    }

    /** Every model met, in the order of the files. */
    Collection<String> models() {
        var models = new java.util.LinkedHashSet<>(named.keySet());
        models.addAll(loose.keySet());
        return models;
    }

    void removeIf(String model, Predicate<XmlThing> which) {
        named.getOrDefault(model, new LinkedHashMap<>()).values().removeIf(which);
        loose.getOrDefault(model, new ArrayList<>()).removeIf(which);
    }

    void add(XmlThing thing) {
        loose.computeIfAbsent(thing.model(), m -> new ArrayList<>()).add(thing);
    }

    XmlThing named(String model, String name) {
        return named.computeIfAbsent(model, m -> new LinkedHashMap<>())
                .computeIfAbsent(name, n -> new XmlThing(model, file, n));
    }

    /** What is mentioned exists. */
    void mention(String model, String name) {
        named(model, name).put("name", name);
    }

    /** Something the mapping has no place for, to be told once with a count. */
    void unused(String what, String example) {
        unused.merge(what, new Unused(1, example), (told, one) -> new Unused(told.count + 1, told.example));
    }

    void tellUnused() {
        unused.forEach((what, u) ->
                draft.problem(ProblemCode.NOT_USED, "", 0, what, Integer.toString(u.count), shortened(u.example)));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private XmlThing thing(XmlElement e, String model) {
        XmlThing thing = begin(e, model);
        e.attributes().forEach((key, value) -> set(thing, key, value));
        for (XmlElement child : e.children()) {
            if (child.name().equals("owner") || MEMBERS.contains(child.name())) {
                group(thing, child);
            } else if (isList(child)) {
                child.children().forEach(c -> below(thing, c));
            } else if (XmlValues.isReference(child.name())) {
                refer(thing, child, child.name());
            } else if (XmlValues.isLimit(child.name()) && !child.children().isEmpty()) {
                refer(thing, child, child.name() + "_calendar");
            } else if (isProperty(child)) {
                set(thing, child.value("name"), child.value("value"));
            } else if (child.children().isEmpty()) {
                set(thing, child.name(), child.text());
            } else {
                unused(model + "." + child.name(), thing.name());
            }
        }
        return thing;
    }

    private XmlThing begin(XmlElement e, String model) {
        String name = name(e, model);
        if (!name.isEmpty()) {
            XmlThing thing = named(model, name);
            thing.put(model.equals("input.operationplan") ? "reference" : "name", name);
            return thing;
        }
        if (NAMED.contains(model)) {
            draft.problem(ProblemCode.VALUE_MISSING, file, e.line(), "name", "", e.name());
        }
        var thing = new XmlThing(model, file, "");
        if (!NAMED.contains(model)) {
            add(thing);
        }
        return thing;
    }

    private static String name(XmlElement e, String model) {
        if (model.equals("input.operationplan")) {
            String reference = e.value("reference");
            return reference.isEmpty() ? e.value("id") : reference;
        }
        if (!NAMED.contains(model)) {
            return "";
        }
        String name = e.value("name");
        if (name.isEmpty() && e.children().isEmpty()) {
            return e.text();
        }
        return name.isEmpty() && model.equals("input.buffer") ? bufferName(e) : name;
    }

    private static String bufferName(XmlElement e) {
        String item = inner(e, "item");
        return item.isEmpty() ? "" : (item + " @ " + inner(e, "location")).strip();
    }

    private static String inner(XmlElement e, String key) {
        return e.children().stream()
                .filter(c -> c.name().equals(key))
                .map(c -> name(c, XmlValues.model(key)))
                .findFirst()
                .orElse("");
    }

    private void set(XmlThing thing, String key, String written) {
        String field = XmlValues.field(key);
        String value = XmlValues.value(key, written).strip();
        boolean isName = field.equals("name") && NAMED.contains(thing.model());
        if (value.isEmpty()
                || isName
                || (field.equals("id") || field.equals("reference"))
                        && !thing.name().isEmpty()) {
            return;
        }
        if (thing.has(field) && !thing.is(field, value)) {
            // the last word holds, as in frePPLe
            unused(thing.model() + "." + field + " (twice)", thing.text(field));
        }
        if (XmlValues.isReference(key)) {
            mention(XmlValues.model(key), value);
        }
        thing.put(field, value);
    }

    /** The other object, with whatever is said of it here. */
    private void refer(XmlThing thing, XmlElement e, String as) {
        String model = XmlValues.model(as);
        XmlThing other = thing(e, model);
        set(thing, as, other.name());
    }

    private void group(XmlThing thing, XmlElement e) {
        if (MEMBERS.contains(e.name())) {
            e.children().forEach(c -> set(thing(c, thing.model()), "owner", thing.name()));
        } else {
            set(thing, "owner", thing(e, thing.model()).name());
        }
    }

    /** A flow below its operation or its buffer, a bucket below its calendar: it belongs to what it stands in. */
    private void below(XmlThing above, XmlElement e) {
        XmlThing thing = thing(e, XmlValues.model(e.name()));
        String field = above.model().substring("input.".length());
        if (!above.name().isEmpty()) {
            thing.putIfAbsent(thing.model().equals("input.suboperation") ? "owner" : field, above.name());
        }
    }

    private static boolean isList(XmlElement e) {
        String one = e.name().equals("setupmatrices") ? "setupmatrix" : e.name().replaceFirst("s$", "");
        return !one.equals(e.name())
                && (e.children().stream().anyMatch(c -> c.name().equals(one)) || NAMED.contains("input." + one));
    }

    /** A field of one's own: {@code <stringproperty name=… value=…/>}. */
    private static boolean isProperty(XmlElement e) {
        return e.name().endsWith("property") && !e.value("name").isEmpty();
    }

    private record Unused(int count, String example) {}
}
