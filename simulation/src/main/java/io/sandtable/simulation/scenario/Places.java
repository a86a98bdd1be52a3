package io.sandtable.simulation.scenario;

import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids of machines and tools by which a person's decision names them for years: the graph's id; behind it {@code #2} where it stands for
 * several alike, and before it {@code +} where an investment would bring it.
 */
public final class Places {
    private final List<String> machines = new ArrayList<>();
    private final List<String> tools = new ArrayList<>();

    private Places(PlanningProblem problem) {
        List<String> ids = problem.machines().stream().map(Machine::id).toList();
        for (int m = 0; m < ids.size(); m++) {
            String id = ids.get(m);
            boolean alone = ids.indexOf(id) == ids.lastIndexOf(id);
            machines.add(alone ? id : id + "#" + (m - ids.indexOf(id) + 1));
        }
        problem.tools().stream().map(Tool::id).forEach(tools::add);
        for (Investment investment : problem.investments()) {
            (investment.tool() >= 0 ? tools : machines).add("+" + investment.equipment());
        }
    }

    public static Places of(PlanningProblem problem) {
        return new Places(problem);
    }

    /** The id of a machine as plans count them. */
    public String machine(int index) {
        return machines.get(index);
    }

    /** The id of a tool as plans count them. */
    public String tool(int index) {
        return tools.get(index);
    }

    /** The machines that an id stands for: one, or all of several alike where the id does not say which; empty where there is none. */
    Set<Integer> machines(String id) {
        return indices(machines, id);
    }

    Set<Integer> tools(String id) {
        return indices(tools, id);
    }

    private static Set<Integer> indices(List<String> ids, String id) {
        var found = new LinkedHashSet<Integer>();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).equals(id) || ids.get(i).startsWith(id + "#")) {
                found.add(i);
            }
        }
        return found;
    }
}
