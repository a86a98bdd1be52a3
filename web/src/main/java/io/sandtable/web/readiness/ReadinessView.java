package io.sandtable.web.readiness;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Origin;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Readiness in words, as the page shows it.
 *
 * @param ready how many questions can be asked
 * @param shares of all facts by origin, the largest first; none where there are no facts
 */
public record ReadinessView(
        int ready, List<QuestionRow> questions, List<TableRow> tables, int filledTables, List<Share> shares) {
    /**
     * A question against what it needs.
     *
     * @param example a sentence to ask, with a name from the company's data where it speaks of something
     * @param kind met, confirm or plain, for the look
     * @param detail what is missing, in words; null where nothing is
     * @param files empty tables to fill in for it
     */
    public record QuestionRow(
            String title,
            String example,
            String kind,
            String status,
            @Nullable String detail,
            List<String> files) {}

    /** A table of the template and what it holds. */
    public record TableRow(String file, String title, int rows, List<Share> shares) {}

    /**
     * @param origin as the parts know it: real, derived, default, demo, user
     * @param percent such as 12.3 %
     */
    public record Share(String origin, String percent) {}

    static ReadinessView of(Readiness readiness, BusinessSnapshot snapshot, Language language) {
        Words words = Words.in(language);
        return new ReadinessView(
                (int) readiness.questions().stream()
                        .filter(q -> q.state() == Readiness.State.READY)
                        .count(),
                readiness.questions().stream()
                        .map(q -> row(q, snapshot, words))
                        .toList(),
                readiness.tables().stream().map(t -> row(t, language)).toList(),
                (int)
                        readiness.tables().stream().filter(t -> t.rows() > 0).count(),
                shares(readiness.facts(), language));
    }

    private static QuestionRow row(Readiness.Asked asked, BusinessSnapshot snapshot, Words words) {
        Language language = words.language();
        String key = "readiness.question." + asked.question().name();
        String subject = asked.question().subject(snapshot, language).orElseGet(() -> words.say(key + ".subject"));
        String columns = asked.columns().stream()
                .map(c -> words.say(
                        "readiness.column",
                        c.table().title(language),
                        language.choose(c.column().zh(), c.column().en())))
                .collect(Collectors.joining(words.say("readiness.and")));
        String tables = asked.tables().stream()
                .map(t -> t.title(language))
                .distinct()
                .collect(Collectors.joining(words.say("readiness.and")));
        List<String> files =
                asked.tables().stream().map(Table::file).distinct().toList();
        return switch (asked.state()) {
            case READY ->
                new QuestionRow(
                        words.say(key),
                        words.say(key + ".example", subject),
                        "met",
                        words.say("readiness.state.READY"),
                        null,
                        files);
            case COLUMNS_MISSING ->
                new QuestionRow(
                        words.say(key),
                        words.say(key + ".example", subject),
                        "confirm",
                        words.say(
                                "readiness.state.COLUMNS_MISSING", asked.columns().size()),
                        columns,
                        asked.columns().stream()
                                .map(c -> c.table().file())
                                .distinct()
                                .toList());
            case NOT_IMPORTED ->
                new QuestionRow(
                        words.say(key),
                        words.say(key + ".example", subject),
                        "plain",
                        words.say("readiness.state.NOT_IMPORTED"),
                        words.say("readiness.missing.tables", tables),
                        files);
        };
    }

    private static TableRow row(Readiness.Held held, Language language) {
        return new TableRow(
                held.table().file(), held.table().title(language), held.rows(), shares(held.facts(), language));
    }

    private static List<Share> shares(Map<Origin, Integer> facts, Language language) {
        double all = facts.values().stream().mapToInt(Integer::intValue).sum();
        var figures = new Figures(language);
        return Arrays.stream(Origin.values())
                .filter(o -> facts.getOrDefault(o, 0) > 0)
                .sorted((a, b) -> Integer.compare(facts.getOrDefault(b, 0), facts.getOrDefault(a, 0)))
                .map(o -> new Share(
                        o.name().toLowerCase(Locale.ROOT), figures.percent(100 * facts.getOrDefault(o, 0) / all)))
                .toList();
    }
}
