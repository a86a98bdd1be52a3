package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Machines, and people in pools with their skills. */
final class FreppleResources {
    private static final String ELECTRICITY = "electricity";
    private static final String AREA = "unlimited";

    private final Mapping m;
    private final FreppleCalendars calendars;
    private final Map<String, FreppleObject> byName = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, Set<String>> skills = new HashMap<>();
    private final Set<String> byHand = new HashSet<>();
    /** By place and calendar. */
    private final Map<String, String> areas = new HashMap<>();

    FreppleResources(Mapping m, FreppleCalendars calendars) {
        this.m = m;
        this.calendars = calendars;
        for (FreppleObject resource : m.files.of("input.resource")) {
            if (byName.put(resource.name(), resource) != null) {
                m.problem(resource, ProblemCode.ID_TWICE, "name", resource.name(), "");
            }
            m.names.id(NodeType.EQUIPMENT, resource.name());
            String owner = resource.reference("owner");
            if (!owner.isEmpty()) {
                members.computeIfAbsent(owner, o -> new ArrayList<>()).add(resource.name());
            }
        }
        m.files.of("input.skill").forEach(FreppleObject::name);
        for (FreppleObject skill : m.files.of("input.resourceskill")) {
            skill.text("priority");
            skills.computeIfAbsent(skill.reference("resource"), r -> new HashSet<>())
                    .add(skill.reference("skill"));
        }
        findWorkByHand();
    }

    /** People whom an operation asks for without any machine are the place it is done at. */
    private void findWorkByHand() {
        var loads = new LinkedHashMap<String, List<FreppleObject>>();
        for (FreppleObject load : m.files.of("input.operationresource")) {
            loads.computeIfAbsent(load.reference("operation"), o -> new ArrayList<>())
                    .add(load);
        }
        for (List<FreppleObject> needs : loads.values()) {
            if (needs.stream().allMatch(n -> isPeople(n.reference("resource")))) {
                needs.forEach(n -> byHand.addAll(able(n.reference("resource"), n.reference("skill"))));
            }
        }
    }

    void state() {
        byName.values().forEach(this::equipment);
        if (byName.keySet().stream().anyMatch(r -> !isPeople(r))) {
            energy();
        }
    }

    /** Whether it is a pool of people or one of them. */
    boolean isPeople(String resource) {
        var seen = new HashSet<String>();
        // a pool that belongs to itself would have no end
        for (String name = resource; byName.containsKey(name) && seen.add(name); ) {
            FreppleObject o = java.util.Objects.requireNonNull(byName.get(name));
            boolean human = o.text("subcategory").equals("human");
            if (skills.containsKey(name) || (human && members.containsKey(name))) {
                return true;
            }
            name = o.reference("owner");
        }
        return false;
    }

    /** The place without limit where a step is done that needs neither machine nor people; each calendar has one of its own. */
    String area(FreppleObject step) {
        String place = step.reference("location");
        String calendar = step.reference("available");
        String where = (place.isEmpty() ? "" : " @ " + place) + (calendar.isEmpty() ? "" : " (" + calendar + ")");
        return areas.computeIfAbsent(where, w -> {
            String id = m.names.id(NodeType.EQUIPMENT, AREA + w);
            m.node(
                    step,
                    NodeType.EQUIPMENT,
                    id,
                    Map.of("name", "不限产能" + w, "nameEn", AREA + w, "kind", "line", "unlimited", true),
                    m.derived("frePPLe: an operation that loads no resource is limited by none"));
            calendars.follow(step, id);
            return id;
        });
    }

    /** Who of a pool can do it: the members with that skill, all in one where no skill is asked for. */
    List<String> able(String pool, String skill) {
        List<String> able = members.getOrDefault(pool, List.of()).stream()
                .filter(r -> skills.getOrDefault(r, Set.of()).contains(skill))
                .toList();
        return skill.isEmpty() || able.isEmpty() ? List.of(pool) : able;
    }

    private void equipment(FreppleObject o) {
        String name = o.name();
        String id = m.names.id(NodeType.EQUIPMENT, name);
        boolean people = isPeople(name);
        List<String> pool = members.getOrDefault(name, List.of());
        var values = new HashMap<String, Object>(Map.of("name", name, "code", name));
        values.put("kind", kind(o, people));
        values.put("units", pool.isEmpty() ? calendars.units(o) : (double) pool.size());
        if (people) {
            values.put("headcount", pool.isEmpty() ? 1.0 : (double) pool.size());
        } else if (!o.text("category").isEmpty()) {
            values.put("technology", o.text("category"));
        }
        m.node(o, NodeType.EQUIPMENT, id, values, m.file(o));
        if (people) {
            m.node(
                    o,
                    NodeType.EQUIPMENT,
                    id,
                    Map.of("labourRate", m.standIns.number("labour-rate")),
                    m.standIns.evidence("labour-rate"));
        }
        placed(o, id);
        calendars.follow(o, id);
    }

    /** Work done by hand alone is planned like a line: people there are what limits it. */
    private String kind(FreppleObject o, boolean people) {
        if (people) {
            return byHand.contains(o.name()) ? "line" : "labour";
        }
        return o.text("subcategory").equals("human") ? "line" : "machine";
    }

    private void placed(FreppleObject o, String id) {
        if (!o.reference("location").isEmpty()) {
            m.reference(o, "location", NodeType.SITE)
                    .ifPresent(site -> m.relation(o, RelationType.PART_OF, id, site, Map.of(), m.file(o)));
        }
        if (!o.reference("owner").isEmpty()) {
            m.reference(o, "owner", NodeType.EQUIPMENT)
                    .ifPresent(pool -> m.relation(o, RelationType.PART_OF, id, pool, Map.of(), m.file(o)));
        }
    }

    private void energy() {
        String id = m.names.id(NodeType.ENERGY, ELECTRICITY);
        FreppleObject first = byName.values().iterator().next();
        m.node(
                first,
                NodeType.ENERGY,
                id,
                Map.of(
                        "name",
                        "电",
                        "nameEn",
                        ELECTRICITY,
                        "kind",
                        ELECTRICITY,
                        "unit",
                        "kWh",
                        "price",
                        m.standIns.number("electricity-price")),
                m.standIns.evidence("electricity-price"));
        m.node(
                first,
                NodeType.ENERGY,
                id,
                Map.of("emissionFactor", m.standIns.number("emission-factor")),
                m.standIns.evidence("emission-factor"));
        byName.forEach((name, resource) -> {
            if (!isPeople(name)) {
                m.relation(
                        resource,
                        RelationType.DRAWS,
                        m.names.id(NodeType.EQUIPMENT, name),
                        id,
                        Map.of("kilowatts", m.standIns.number("kilowatts")),
                        m.standIns.evidence("kilowatts"));
            }
        });
    }
}
