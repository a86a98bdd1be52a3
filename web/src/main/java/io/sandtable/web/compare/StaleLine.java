package io.sandtable.web.compare;

import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes.RevisionNote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The yellow line over plans that rest on older data.
 *
 * @param reasons what changed since, each said once with how often it happened
 */
public record StaleLine(String text, List<String> reasons) {
    private static final int MOST_REASONS = 5;

    public StaleLine {
        reasons = List.copyOf(reasons);
    }

    /** The line of an inquiry; null where its plans are fresh. */
    public static @Nullable StaleLine of(Inquiry inquiry, List<RevisionNote> since, Words words) {
        if (since.isEmpty()) {
            return null;
        }
        Instant ran = Objects.requireNonNullElse(inquiry.confirmedAt(), inquiry.changedAt());
        Map<String, Long> reasons = since.stream()
                .collect(Collectors.groupingBy(n -> reason(n, words), LinkedHashMap::new, Collectors.counting()));
        List<String> said = reasons.entrySet().stream()
                .map(r -> r.getValue() == 1 ? r.getKey() : words.say("compare.stale.times", r.getKey(), r.getValue()))
                .limit(MOST_REASONS)
                .toList();
        return new StaleLine(words.say("compare.stale", new Figures(words.language()).date(ran), since.size()), said);
    }

    private static String reason(RevisionNote note, Words words) {
        String key = "revision." + note.code();
        return words.knows(key) ? words.say(key, note.arguments().toArray()) : words.say("revision.other", note.code());
    }
}
