package io.sandtable.rules.language;

import java.util.List;
import java.util.function.Supplier;

/** The distinct readings of a stretch of text, or why there is none. */
record Reading(List<Draft> drafts, Supplier<Diagnosis.Finding> diagnosis) {
    Diagnosis.Finding finding() {
        return diagnosis.get();
    }
}
