package io.sandtable.web.alignment;

import io.sandtable.model.alignment.Reason;
import io.sandtable.web.Words;
import java.util.List;

/** Reasons in words. */
public final class ReasonWords {
    private ReasonWords() {}

    /** One sentence for each reason, in their order. */
    public static List<String> of(List<Reason> reasons, Words words) {
        return reasons.stream()
                .map(reason -> words.say(
                        "alignment.reason." + reason.code(), reason.arguments().toArray()))
                .toList();
    }
}
