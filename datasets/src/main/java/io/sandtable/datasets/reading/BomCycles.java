package io.sandtable.datasets.reading;

import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.RelationType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Materials that need themselves: product → routing → operation → what it consumes, until one comes round again. */
final class BomCycles {
    private final Map<String, Map<String, Statement>> components = new LinkedHashMap<>();

    BomCycles(List<Statement> statements) {
        var madeBy = new HashMap<String, Set<String>>();
        var stepsOf = new HashMap<String, Set<String>>();
        for (Statement s : statements) {
            if (s.fact() instanceof RelationFact r && r.type() == RelationType.STEP_OF) {
                stepsOf.computeIfAbsent(r.from(), p -> new HashSet<>()).add(r.to());
            }
        }
        for (Statement s : statements) {
            if (s.fact() instanceof RelationFact r && r.type() == RelationType.YIELDS) {
                madeBy.computeIfAbsent(r.from(), p -> new HashSet<>()).add(r.to());
            }
        }
        for (Statement s : statements) {
            if (s.fact() instanceof RelationFact r && r.type() == RelationType.CONSUMES) {
                var makers = new HashSet<>(stepsOf.getOrDefault(r.from(), Set.of()));
                makers.add(r.from());
                makers.stream()
                        .flatMap(m -> madeBy.getOrDefault(m, Set.of()).stream())
                        .sorted()
                        .forEach(product -> components
                                .computeIfAbsent(product, p -> new LinkedHashMap<>())
                                .putIfAbsent(r.to(), s));
            }
        }
    }

    /** One cycle for each line of the bill that closes one. */
    List<Cycle> find() {
        var cycles = new ArrayList<Cycle>();
        var done = new HashSet<String>();
        for (String start : components.keySet()) {
            if (!done.contains(start)) {
                walk(start, done, cycles);
            }
        }
        return cycles;
    }

    private void walk(String start, Set<String> done, List<Cycle> cycles) {
        Deque<Step> path = new ArrayDeque<>();
        var onPath = new ArrayList<String>();
        path.push(new Step(start, lines(start)));
        onPath.add(start);
        while (!path.isEmpty()) {
            Step step = path.getFirst();
            if (!step.rest().hasNext()) {
                path.pop();
                onPath.removeLast();
                done.add(step.material());
                continue;
            }
            Map.Entry<String, Statement> line = step.rest().next();
            int again = onPath.indexOf(line.getKey());
            if (again >= 0) {
                var names = new ArrayList<>(onPath.subList(again, onPath.size()));
                names.add(line.getKey());
                cycles.add(new Cycle(names, line.getValue()));
            } else if (!done.contains(line.getKey())) {
                path.push(new Step(line.getKey(), lines(line.getKey())));
                onPath.add(line.getKey());
            }
        }
    }

    private Iterator<Map.Entry<String, Statement>> lines(String material) {
        return components.getOrDefault(material, Map.of()).entrySet().iterator();
    }

    private record Step(String material, Iterator<Map.Entry<String, Statement>> rest) {}

    /**
     * A closed round.
     *
     * @param materials ids, the first again at the end
     * @param line the bill line that closes it
     */
    record Cycle(List<String> materials, Statement line) {}
}
