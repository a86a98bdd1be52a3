package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.CompanyRules;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.Words;
import java.util.List;
import java.util.stream.Stream;

/** The words of the rules that plans may break. */
final class RuleWords {
    private RuleWords() {}

    /** All that bind plans of that problem. */
    static List<PlannedRule> rules(PlanningProblem problem) {
        return Stream.concat(problem.rules().stream(), CompanyRules.overdraft(problem).stream())
                .toList();
    }

    /** The rule of that id in the words of who made it; the id where nobody worded it. */
    static String text(String id, List<PlannedRule> known, Words words) {
        return known.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> rule.kind().equals(CompanyRules.CASH_BELOW_ZERO)
                        ? words.say("violation.overdrawn.rule")
                        : rule.text())
                .filter(text -> !text.isBlank())
                .orElse(id);
    }
}
