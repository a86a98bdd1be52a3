package io.sandtable.web.runs;

import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Inquiry;
import java.util.List;

/** What a run rests on, said back in short. */
final class Conditions {
    private Conditions() {}

    /** One condition; a sentence without a reading stands as it was said. */
    record Line(String words, boolean system) {}

    static List<Line> of(Inquiry inquiry, Language language) {
        return inquiry.chips().stream()
                .map(c -> new Line(
                        c.findStatement()
                                .map(s -> language.choose(
                                        s.paraphrase().zh(), s.paraphrase().en()))
                                .orElse(c.sentence()),
                        c.addedBySystem()))
                .toList();
    }
}
