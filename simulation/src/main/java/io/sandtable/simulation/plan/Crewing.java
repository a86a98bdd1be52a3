package io.sandtable.simulation.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Who does a step besides the machine's own people.
 *
 * @param crews indices of the crews, one for each need
 * @param people so many of each
 */
record Crewing(List<Integer> crews, List<Double> people) {
    static final Crewing NONE = new Crewing(List.of(), List.of());

    Crewing {
        crews = List.copyOf(crews);
        people = List.copyOf(people);
    }

    boolean isNone() {
        return crews.isEmpty();
    }

    /** What must be free: the tool and so many people. */
    Companions with(CrewLoad[] loads, Companions tool) {
        if (isNone()) {
            return tool;
        }
        return (start, end) -> {
            int free = tool.firstFree(start, end);
            for (int i = 0; i < crews.size(); i++) {
                free = Math.max(free, loads[crews.get(i)].firstFree(start, end, peopleOf(crews.get(i))));
            }
            return free;
        };
    }

    void add(CrewLoad[] loads, int start, int end) {
        for (int i = 0; i < crews.size(); i++) {
            loads[crews.get(i)].add(start, end, people.get(i));
        }
    }

    void remove(CrewLoad[] loads, int start, int end) {
        for (int i = 0; i < crews.size(); i++) {
            loads[crews.get(i)].remove(start, end, people.get(i));
        }
    }

    /** How many of the crew. */
    double peopleOf(int crew) {
        double sum = 0;
        for (int i = 0; i < crews.size(); i++) {
            sum += crews.get(i) == crew ? people.get(i) : 0;
        }
        return sum;
    }

    /** The same and so many people of another crew. */
    Crewing and(int crew, double more) {
        var crewsNow = new ArrayList<>(crews);
        var peopleNow = new ArrayList<>(people);
        crewsNow.add(crew);
        peopleNow.add(more);
        return new Crewing(crewsNow, peopleNow);
    }
}
