package io.sandtable.web.inquiry;

import io.sandtable.rules.Outcome;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chips as the sentences they came from, each with the statements that are left of it; three lists of one length. */
record SaidSentences(List<String> texts, List<String> ruleIds, List<Understanding> understandings) {
    private record Key(String sentence, String ruleId) {}

    static SaidSentences of(List<Chip> chips) {
        Map<Key, List<Statement>> statements = new LinkedHashMap<>();
        for (Chip chip : chips) {
            chip.findStatement()
                    .ifPresent(s -> statements
                            .computeIfAbsent(new Key(chip.sentence(), chip.ruleId()), k -> new ArrayList<>())
                            .add(s));
        }
        return new SaidSentences(
                statements.keySet().stream().map(Key::sentence).toList(),
                statements.keySet().stream().map(Key::ruleId).toList(),
                statements.values().stream()
                        .map(s -> new Understanding(Outcome.ACCEPT, s, List.of()))
                        .toList());
    }
}
