package io.sandtable.web.decide;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;

/** Why something was not done, at its place on the page. */
public record RefusalView(String code, String words) {
    RefusalView(Refusal refusal, Language language) {
        this(
                refusal.code(),
                Words.in(language)
                        .say("problem." + refusal.code(), refusal.arguments().toArray()));
    }
}
