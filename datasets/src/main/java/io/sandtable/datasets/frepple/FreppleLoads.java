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
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operation loads. One of the resources it needs at a time is the machine it runs on; the others, people or things, are needed
 * beside it and limit it as a crew does. Who is beside a machine somewhere is so everywhere: one place keeps his time.
 */
final class FreppleLoads {
    private final Mapping m;
    private final FreppleResources resources;
    private final Map<String, List<Need>> needs = new LinkedHashMap<>();
    private final Set<String> beside = new HashSet<>();

    /** One thing that an operation needs all the time: any of the loads will do. */
    private record Need(List<FreppleObject> loads) {
        FreppleObject first() {
            return loads.getFirst();
        }
    }

    FreppleLoads(Mapping m, FreppleResources resources, Map<String, List<FreppleObject>> loads) {
        this.m = m;
        this.resources = resources;
        loads.forEach((operation, all) -> needs.put(operation, needs(all)));
        int known;
        do {
            known = beside.size();
            needs.values().forEach(this::choose);
        } while (beside.size() > known);
    }

    /** Loads of one name are alternatives; another name, or none, is needed at the same time. */
    private List<Need> needs(List<FreppleObject> loads) {
        var byName = new LinkedHashMap<String, List<FreppleObject>>();
        for (FreppleObject load : loads) {
            if (resources.knows(load.reference("resource"))) {
                String name = load.text("name");
                byName.computeIfAbsent(name.isEmpty() ? "#" + load.number() : name, n -> new ArrayList<>())
                        .add(load);
            }
        }
        return byName.values().stream().map(Need::new).toList();
    }

    private void choose(List<Need> all) {
        Need machine = machine(all);
        all.stream().filter(need -> need != machine).forEach(need -> beside.addAll(able(need)));
    }

    /**
     * What the operation runs on: what it says a set-up for, else what has set-ups at all, else the first machine, else the people where
     * nothing else is needed; null where all stand beside.
     */
    private @Nullable Need machine(List<Need> all) {
        List<Need> free = all.stream()
                .filter(need -> able(need).stream().noneMatch(beside::contains))
                .filter(need -> need.loads().stream().allMatch(load -> m.numberOr(load, "quantity", 1) == 1))
                .toList();
        List<Predicate<Need>> preferred = List.of(
                need -> need.loads().stream()
                        .anyMatch(load -> !load.text("setup").isEmpty()),
                need -> able(need).stream().anyMatch(resources::isSetUp),
                need -> !resources.isPeople(need.first().reference("resource")));
        for (Predicate<Need> preference : preferred) {
            for (Need need : free) {
                if (preference.test(need)) {
                    return need;
                }
            }
        }
        return free.isEmpty() || all.size() > 1 ? null : free.getFirst();
    }

    private List<String> able(Need need) {
        return need.loads().stream().flatMap(load -> able(load).stream()).toList();
    }

    private List<String> able(FreppleObject load) {
        return resources.able(load.reference("resource"), load.reference("skill"));
    }

    /** Resources that stand beside a machine somewhere. */
    Collection<String> beside() {
        return beside;
    }

    /** Whether the operation needs nobody and nothing. */
    boolean isFree(FreppleObject operation) {
        return needs.getOrDefault(operation.name(), List.of()).isEmpty();
    }

    void state(FreppleObject operation, String process, double minutes, double fixed) {
        List<Need> all = needs.getOrDefault(operation.name(), List.of());
        Need machine = machine(all);
        if (!all.isEmpty()) {
            resources.followOwnHours(
                    operation,
                    process,
                    all.stream().flatMap(need -> able(need).stream()).toList());
        }
        if (machine == null) {
            runsOn(operation, process, resources.area(operation), times(minutes, fixed));
        } else {
            machine.loads()
                    .forEach(load -> able(load).stream()
                            .flatMap(able -> resources.machines(able).stream())
                            .forEach(id -> runsOn(load, process, id, minutes, fixed)));
        }
        all.stream().filter(need -> need != machine).forEach(need -> staffed(process, need));
    }

    private static Map<String, Object> times(double minutes, double fixed) {
        var values = new HashMap<String, Object>(Map.of("minutesPerUnit", Mapping.rounded(minutes)));
        if (fixed > 0) {
            values.put("setupMinutes", fixed);
        }
        return values;
    }

    private void runsOn(FreppleObject load, String process, String equipment, double minutes, double fixed) {
        if (m.numberOr(load, "quantity", 1) != 1) {
            m.problem(load, ProblemCode.NOT_USED, "quantity", load.written("quantity"), "1");
        }
        Map<String, Object> values = times(minutes, fixed);
        values.put("priority", m.numberOr(load, "priority", 1));
        String setup = FreppleSetups.name(load.text("setup"));
        if (!setup.isEmpty()) {
            values.put("setup", setup);
        }
        runsOn(load, process, equipment, values);
        m.relation(
                load,
                RelationType.RUNS_ON,
                process,
                equipment,
                Map.of("yieldPercent", m.standIns.number("yield-percent")),
                m.standIns.evidence("yield-percent"));
    }

    private void runsOn(FreppleObject said, String process, String equipment, Map<String, Object> values) {
        m.relation(said, RelationType.RUNS_ON, process, equipment, values, m.file(said));
    }

    private void staffed(String process, Need need) {
        for (FreppleObject load : need.loads()) {
            String skill = load.reference("skill");
            var values = new HashMap<String, Object>(Map.of("operators", m.numberOr(load, "quantity", 1)));
            if (!skill.isEmpty()) {
                values.put("skill", skill);
            }
            if (need.loads().size() > 1) {
                values.put("alternative", load.text("name"));
            }
            values.put("priority", m.numberOr(load, "priority", 1));
            m.relation(
                    load,
                    RelationType.STAFFED_BY,
                    process,
                    m.names.id(NodeType.EQUIPMENT, load.reference("resource")),
                    skill,
                    values);
        }
    }
}
