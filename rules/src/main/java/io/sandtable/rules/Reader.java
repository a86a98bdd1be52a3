package io.sandtable.rules;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.language.Interpreter;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands sentences in Chinese and English about one set of names, seen from one day; safe for many threads. */
public final class Reader {
    private final Interpreter interpreter;

    /** Without a context: 该供应商 is asked about. */
    public Reader(Names names, LocalDate asOf, HolidayCalendar calendar) {
        this(names, asOf, calendar, Optional.empty());
    }

    /** With the node the person is looking at, which 该供应商 or "this supplier" then means. */
    public Reader(Names names, LocalDate asOf, HolidayCalendar calendar, Optional<String> contextId) {
        @Nullable String context = contextId.orElse(null);
        this.interpreter = new Interpreter(names, asOf, calendar, context);
    }

    /** What the sentence becomes; never throws for anything a person can type. */
    public Understanding understand(String sentence) {
        return interpreter.understand(sentence);
    }

    /** The statement in both languages, so that reading it gives the same statement. */
    public Wording paraphrase(Statement statement) {
        return interpreter.paraphrase(statement);
    }
}
