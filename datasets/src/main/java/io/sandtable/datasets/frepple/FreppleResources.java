package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Machines, and people in pools with their skills. */
final class FreppleResources {
    private static final String ELECTRICITY = "electricity";
    private static final String AREA = "unlimited";

    private final Mapping m;
    private final FreppleCalendars calendars;
    private final Map<String, FreppleObject> byName = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, Set<String>> skills = new HashMap<>();
    private final FreppleSetups setups;
    /** By place and calendar. */
    private final Map<String, String> areas = new HashMap<>();

    FreppleResources(Mapping m, FreppleCalendars calendars) {
        this.m = m;
        this.calendars = calendars;
        this.setups = new FreppleSetups(m);
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
    }

    /** @param beside those that stand beside machines and limit them as a crew does */
    void state(Collection<String> beside) {
        byName.values().forEach(resource -> equipment(resource, beside));
        if (byName.keySet().stream().anyMatch(r -> !isPeople(r))) {
            energy(beside);
        }
    }

    boolean knows(String resource) {
        return byName.containsKey(resource);
    }

    /** Whether it is changed over between lots. */
    boolean isSetUp(String resource) {
        return !Objects.requireNonNull(byName.get(resource))
                .reference("setupmatrix")
                .isEmpty();
    }

    /** The hours of an operation that it has besides those of its machine. */
    void followOwnHours(FreppleObject operation, String process, List<String> loaded) {
        boolean elsewhere = loaded.stream()
                .noneMatch(resource -> Objects.requireNonNull(byName.get(resource))
                        .reference("location")
                        .equals(operation.reference("location")));
        calendars.followOwn(operation, process, elsewhere);
    }

    /** Whether it is a pool of people or one of them. */
    boolean isPeople(String resource) {
        var seen = new HashSet<String>();
        // a pool that belongs to itself would have no end
        for (String name = resource; byName.containsKey(name) && seen.add(name); ) {
            FreppleObject o = Objects.requireNonNull(byName.get(name));
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
            calendars.follow(step, id, new FreppleCalendars.Level(1, "", 0));
            return id;
        });
    }

    /** Who of a pool can do it: the members with that skill, nobody where none has it, all where none is asked for; itself where it is no pool. */
    List<String> able(String pool, String skill) {
        List<String> able = members.getOrDefault(pool, List.of()).stream()
                .filter(r -> skill.isEmpty() || skills.getOrDefault(r, Set.of()).contains(skill))
                .toList();
        return members.containsKey(pool) ? able : List.of(pool);
    }

    private void equipment(FreppleObject o, Collection<String> beside) {
        String name = o.name();
        boolean people = isPeople(name);
        boolean crew = beside.contains(name);
        if (crew || members.containsKey(name)) {
            equipment(o, m.names.id(NodeType.EQUIPMENT, name), name, calendars.usually(o), people, crew, beside);
            return;
        }
        List<FreppleCalendars.Level> levels = calendars.levels(o);
        List<String> ids = machines(name);
        for (int i = 0; i < levels.size(); i++) {
            String called = i == 0 ? name : "%s +%d".formatted(name, i);
            equipment(o, ids.get(i), called, levels.get(i), people, crew, beside);
        }
    }

    /** The machines that a resource is: one, and one more for each time that its capacity grows. */
    List<String> machines(String resource) {
        int count =
                calendars.levels(Objects.requireNonNull(byName.get(resource))).size();
        var ids = new ArrayList<>(List.of(m.names.id(NodeType.EQUIPMENT, resource)));
        for (int more = 1; more < count; more++) {
            ids.add(m.names.id(NodeType.EQUIPMENT, "%s +%d".formatted(resource, more)));
        }
        return ids;
    }

    private void equipment(
            FreppleObject o,
            String id,
            String called,
            FreppleCalendars.Level level,
            boolean people,
            boolean crew,
            Collection<String> beside) {
        String name = o.name();
        List<String> pool = members.getOrDefault(name, List.of());
        var values = new HashMap<String, Object>(Map.of("name", called, "code", called));
        values.put("kind", kind(name, people, beside));
        double units = pool.isEmpty() ? level.units() : pool.size();
        values.put("units", units);
        if (people) {
            values.put("headcount", units);
        } else if (!o.text("category").isEmpty()) {
            values.put("technology", o.text("category"));
        }
        if (pool.isEmpty() && crew) {
            values.put("operatorsPerShift", units);
        }
        Set<String> able = skills.getOrDefault(name, Set.of());
        if (!able.isEmpty()) {
            values.put("skills", able.stream().sorted().collect(Collectors.joining("|")));
        }
        setup(o, values);
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
        calendars.follow(o, id, level);
    }

    private void setup(FreppleObject o, Map<String, Object> values) {
        String matrix = o.reference("setupmatrix");
        String today = FreppleSetups.name(o.text("setup"));
        if (!matrix.isEmpty()) {
            setups.changeovers(matrix).ifPresent(c -> values.put("changeovers", c.toString()));
            if (!today.isEmpty()) {
                values.put("setup", today);
            }
        }
    }

    /** Work done by hand alone is planned like a line: people there are what limits it. */
    private String kind(String name, boolean people, Collection<String> beside) {
        List<String> pool = members.getOrDefault(name, List.of());
        if (beside.contains(name) || pool.stream().anyMatch(beside::contains)) {
            return "labour";
        }
        return pool.isEmpty() ? people ? "line" : "machine" : people ? "labour" : "workshop";
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

    private void energy(Collection<String> beside) {
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
            if (!isPeople(name) && !beside.contains(name) && !members.containsKey(name)) {
                machines(name)
                        .forEach(machine -> m.relation(
                                resource,
                                RelationType.DRAWS,
                                machine,
                                id,
                                Map.of("kilowatts", m.standIns.number("kilowatts")),
                                m.standIns.evidence("kilowatts")));
            }
        });
    }
}
