package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects how one rule is broken. */
final class Breaches {
    private final PlanningProblem problem;
    private final PlannedRule rule;
    private final List<Violation> found;

    Breaches(PlanningProblem problem, PlannedRule rule, List<Violation> found) {
        this.problem = problem;
        this.rule = rule;
        this.found = found;
    }

    /** A breach of the whole horizon. */
    void add(String where, double limit, double actual, String unit) {
        add(where, null, null, limit, actual, unit);
    }

    /** A breach somewhere in the minutes [from, to), named by its days inside the planned time. */
    void add(String where, int from, int to, double limit, double actual, String unit) {
        LocalDate first = problem.day(Math.max(0, from));
        LocalDate last = to == Integer.MAX_VALUE
                ? problem.asOf().plusDays(problem.horizonDays() - 1L)
                : problem.day(Math.max(from, to - 1));
        add(where, first, last.isBefore(first) ? first : last, limit, actual, unit);
    }

    /** Something forbidden that happened at each of these minutes; nothing where there is none. */
    void addCount(String where, List<Integer> minutes, String unit) {
        if (!minutes.isEmpty()) {
            LocalDate first = problem.day(Collections.min(minutes));
            add(where, first, problem.day(Collections.max(minutes)), 0, minutes.size(), unit);
        }
    }

    private void add(
            String where, @Nullable LocalDate from, @Nullable LocalDate to, double limit, double actual, String unit) {
        found.add(new Violation(
                rule.id(), rule.text(), rule.kind(), rule.must(), rule.by(), where, from, to, limit, actual, unit));
    }
}
