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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Readiness in words, as the page shows it.
 *
 * @param ready how many kinds of questions can be asked
 * @param questions the tables that all of them need, then each
 * @param kinds how many kinds of questions there are
 * @param shares of all facts by origin, the largest first; none where there are no facts
 */
public record ReadinessView(
        int ready,
        List<QuestionRow> questions,
        int kinds,
        List<TableRow> tables,
        int filledTables,
        List<Share> shares) {
    /**
     * A question against what it needs.
     *
     * @param example a sentence to ask, with a name from the company's data where it speaks of something; null for the tables that
     *     every question needs
     * @param kind met, confirm or plain, for the look
     * @param missing what is missing, each with the table to fill it in
     * @param base whether the tables that every question needs are missing too
     */
    public record QuestionRow(
            String title, @Nullable String example, String kind, String status, List<Missing> missing, boolean base) {}

    /**
     * @param what table or column, in words
     * @param file empty table to fill in
     */
    public record Missing(String what, String file) {}

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
                Stream.concat(
                                Stream.of(baseRow(readiness.base(), words)),
                                readiness.questions().stream().map(q -> row(q, snapshot, readiness.base(), words)))
                        .toList(),
                readiness.questions().size(),
                readiness.tables().stream().map(t -> row(t, language)).toList(),
                (int) readiness.tables().stream().filter(t -> t.rows() > 0).count(),
                shares(readiness.facts(), language));
    }

    private static QuestionRow row(Readiness.Asked asked, BusinessSnapshot snapshot, Readiness.Lack base, Words words) {
        String key = "readiness.question." + asked.question().name();
        String subject =
                asked.question().subject(snapshot, words.language()).orElseGet(() -> words.say(key + ".subject"));
        boolean baseMissing = base.state() != Readiness.State.READY;
        return new QuestionRow(
                words.say(key),
                words.say(key + ".example", subject),
                kind(asked.state()),
                status(
                        asked.state(),
                        asked.lack().columns().size() + base.columns().size(),
                        words),
                missing(asked.lack(), words),
                baseMissing);
    }

    private static QuestionRow baseRow(Readiness.Lack base, Words words) {
        return new QuestionRow(
                words.say("readiness.base"),
                null,
                kind(base.state()),
                status(base.state(), base.columns().size(), words),
                missing(base, words),
                false);
    }

    private static String kind(Readiness.State state) {
        return switch (state) {
            case READY -> "met";
            case COLUMNS_MISSING -> "confirm";
            case NOT_IMPORTED -> "plain";
        };
    }

    private static String status(Readiness.State state, int columns, Words words) {
        return words.say("readiness.state." + state.name(), columns);
    }

    private static List<Missing> missing(Readiness.Lack lack, Words words) {
        Language language = words.language();
        Stream<Missing> tables = lack.tables().stream().map(t -> new Missing(t.title(language), t.file()));
        Stream<Missing> columns = lack.columns().stream()
                .map(c -> new Missing(
                        words.say(
                                "readiness.column",
                                c.table().title(language),
                                language.choose(c.column().zh(), c.column().en())),
                        c.table().file()));
        return Stream.concat(tables, columns).toList();
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
