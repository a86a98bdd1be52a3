package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what XML models say as objects of the export, with frePPLe's own defaults written out. */
final class XmlTranslation {
    private static final String DEMAND = "input.demand";

    private final XmlModel model;
    private final Draft draft;
    private final Map<String, Set<String>> elsewhere;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param elsewhere names by model that JSON files of the folder describe
     */
    XmlTranslation(XmlModel model, Draft draft, Map<String, Set<String>> elsewhere) {
        this.model = model;
        this.draft = draft;
        this.elsewhere = elsewhere;
    }

    List<FreppleObject> objects() {
        new XmlDialects(model).settle();
        orders();
        var offers = new XmlOffers(model);
        offers.ofMembers();
        new XmlOperations(model, new XmlFlows(model)).settle(o -> isElsewhere("input.operation", o));
        offers.settle();
        model.all("input.calendarbucket").forEach(XmlTranslation::bucket);
        for (String kind : List.of("input.resource", "input.buffer")) {
            model.all(kind).stream().filter(t -> t.is("type", "default")).forEach(t -> t.take("type"));
        }
        stock();
        if (elsewhere.isEmpty()) {
            calendars();
        }
        var objects = new ArrayList<FreppleObject>();
        for (String kind : List.copyOf(model.models())) {
            model.all(kind).stream()
                    .filter(t -> !isMentionOnly(t))
                    .map(this::object)
                    .forEach(objects::add);
        }
        model.tellUnused();
        return objects;
    }

    private boolean isElsewhere(String kind, String name) {
        return elsewhere.getOrDefault(kind, Set.of()).contains(name);
    }

    /** Calendars of hours and of machines are followed; of any other it is enough to be told once. */
    private void calendars() {
        var followed = new HashSet<String>();
        for (String kind : List.of("input.location", "input.resource", "input.operation")) {
            model.all(kind).forEach(t -> followed.addAll(List.of(t.text("available"), t.text("maximum_calendar"))));
        }
        model.removeIf("input.calendarbucket", b -> !followed.contains(b.text("calendar")));
        model.removeIf("input.calendar", c -> {
            boolean other = !followed.contains(c.name());
            if (other) {
                model.unused("input.calendar", c.name());
            }
            return other;
        });
    }

    /** It is described elsewhere and here no more than named. */
    private boolean isMentionOnly(XmlThing thing) {
        return !thing.name().isEmpty()
                && isElsewhere(thing.model(), thing.name())
                && thing.fields().propertyNames().stream().allMatch(f -> f.equals("name") || f.equals("type"));
    }

    private FreppleObject object(XmlThing thing) {
        int number = numbers.merge(thing.file(), 1, Integer::sum);
        return new FreppleObject(thing.model(), thing.file(), number, thing.name(), thing.fields());
    }

    private void orders() {
        model.removeIf(DEMAND, d -> {
            boolean group = d.is("type", "group");
            if (group) {
                draft.problem(ProblemCode.GROUP_NOT_USED, "", 0, "demand", d.name(), "");
                if (d.has("policy")) {
                    model.unused(DEMAND + ".policy", d.text("policy"));
                }
            }
            return group;
        });
        for (XmlThing demand : model.all(DEMAND)) {
            demand.putIfAbsent("status", "open");
            demand.putIfAbsent("quantity", "0");
            demand.putIfAbsent("priority", "0");
            if (demand.is("type", "default")) {
                demand.take("type");
            }
            if (demand.has("maxlateness")) {
                // no lateness at all is a zero that says something
                model.unused(DEMAND + ".maxlateness", demand.take("maxlateness"));
            }
        }
    }

    private static void bucket(XmlThing bucket) {
        bucket.putIfAbsent("value", "0");
        bucket.putIfAbsent("priority", "0");
        for (String end : List.of("starttime", "endtime")) {
            if (bucket.has(end)) {
                bucket.put(end, XmlValues.timeOfDay(bucket.text(end)));
            }
        }
        boolean some = bucket.text("days").matches("\\d{1,3}");
        List<String> days = some ? XmlValues.days(Integer.parseInt(bucket.take("days"))) : XmlValues.allDays();
        days.forEach(day -> bucket.fields().put(day, true));
    }

    /** Two buffers of one item in one place are one heap. */
    private void stock() {
        var first = new HashMap<List<String>, XmlThing>();
        model.removeIf("input.buffer", b -> {
            XmlThing met = first.putIfAbsent(List.of(b.text("item"), b.text("location")), b);
            if (met != null && b.has("onhand")) {
                met.add("onhand", b, 0);
            }
            if (met != null) {
                b.fields().propertyNames().stream()
                        .filter(f -> !f.equals("onhand") && !f.equals("name") && !met.is(f, b.text(f)))
                        .forEach(f -> model.unused("input.buffer." + f, b.text(f)));
            }
            if (b.is("name", b.text("item")) || b.is("name", b.text("item") + " @ " + b.text("location"))) {
                b.take("name");
            }
            return met != null;
        });
    }
}
