package io.sandtable.web.month;

import io.sandtable.model.Money;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The strip of a month's steps as a page words it. */
record MonthView(YearMonth month, long done, List<Row> steps) {
    /**
     * A step.
     *
     * @param next whether it is the first that is not done
     */
    record Row(
            String id,
            String title,
            boolean done,
            boolean next,
            String said,
            @Nullable String by,
            @Nullable Instant at,
            String address) {}

    static MonthView of(MonthClose.Closing closing, Language language) {
        Words words = Words.in(language);
        var figures = new Figures(language);
        MonthStep next = closing.steps().stream()
                .filter(step -> !step.done())
                .findFirst()
                .orElse(null);
        return new MonthView(
                closing.month(),
                closing.done(),
                closing.steps().stream()
                        .map(step -> row(step, step.equals(next), words, figures))
                        .toList());
    }

    private static Row row(MonthStep step, boolean next, Words words, Figures figures) {
        String id = step.kind().name().toLowerCase(Locale.ROOT);
        Object[] arguments = step.arguments().stream()
                .map(argument -> worded(argument, figures))
                .toArray();
        return new Row(
                id,
                words.say("month." + id),
                step.done(),
                next,
                words.say("month." + id + "." + step.state(), arguments),
                step.by(),
                step.at(),
                step.address());
    }

    private static Object worded(Object argument, Figures figures) {
        return switch (argument) {
            case Money money -> figures.shortMoney(money);
            case OptionalDouble percent -> figures.percent(percent.isPresent() ? percent.getAsDouble() : null);
            case LocalDate day -> figures.date(day);
            default -> argument;
        };
    }
}
