package io.sandtable.web.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * A sentence that somebody wants to be a rule; nothing is one before it is confirmed.
 *
 * @param replaces ids of the rules that end when it begins
 */
public record RuleDraft(
        String id, String company, String sentence, List<String> replaces, String author, Instant saidAt) {
    public RuleDraft {
        replaces = List.copyOf(replaces);
    }
}
