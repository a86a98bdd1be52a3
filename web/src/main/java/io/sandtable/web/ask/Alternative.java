package io.sandtable.web.ask;

import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.web.Language;
import java.util.List;

/**
 * One plan among those shown side by side.
 *
 * @param letter its place on the page: 0 for the baseline, then A, B, C …
 * @param strategy id of the strategy it follows
 * @param findings of the independent checker; none means it can be done
 */
public record Alternative(
        String letter, String strategy, String zh, String en, Evaluation evaluation, String resultHash, List<Finding> findings) {
    public Alternative {
        findings = List.copyOf(findings);
    }

    /** Permanent id, made of what it is. */
    public String id() {
        return "PLN-" + resultHash.substring(0, 16);
    }

    public String name(Language language) {
        return language.choose(zh, en);
    }

    /** Whether it can physically be done, by the independent checker. */
    public boolean feasible() {
        return findings.stream().allMatch(f -> f.kind() == Finding.Kind.RULE);
    }

    /** Whether it keeps every must-rule. */
    public boolean compliant() {
        return evaluation.compliant();
    }
}
