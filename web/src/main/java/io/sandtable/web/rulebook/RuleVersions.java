package io.sandtable.web.rulebook;

import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Which rules took the place of which. */
final class RuleVersions {
    private RuleVersions() {}

    /** Those that the rule took the place of, and those that they did, the last to end first. */
    static List<StandingRule> before(StandingRule rule, Map<String, StandingRule> all) {
        var found = new LinkedHashSet<StandingRule>();
        var open = new ArrayDeque<>(rule.replaces());
        while (!open.isEmpty()) {
            StandingRule earlier = all.get(open.removeFirst());
            if (earlier != null && !earlier.equals(rule) && found.add(earlier)) {
                open.addAll(earlier.replaces());
            }
        }
        var versions = new ArrayList<>(found);
        versions.sort(Comparator.comparing(StandingRule::since).reversed());
        return versions;
    }
}
