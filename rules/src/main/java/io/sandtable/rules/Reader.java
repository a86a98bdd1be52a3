package io.sandtable.rules;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.language.Interpreter;
import io.sandtable.rules.language.OtherReading;
import io.sandtable.rules.wording.SeenYears;
import java.time.LocalDate;
import java.util.Optional;

/** Understands sentences in Chinese and English about one set of names, seen from one day; safe for many threads. */
public final class Reader {
    private final Interpreter interpreter;
    private final Optional<OtherReading> other;

    /** Without a context: 该供应商 is asked about. */
    public Reader(Names names, LocalDate asOf, HolidayCalendar calendar) {
        this(names, asOf, calendar, Optional.empty());
    }

    /** With the node the person is looking at, which 该供应商 or "this supplier" then means. */
    public Reader(Names names, LocalDate asOf, HolidayCalendar calendar, Optional<String> contextId) {
        this(new Interpreter(names, asOf, calendar, contextId.orElse(null)), Optional.empty());
    }

    private Reader(Interpreter interpreter, Optional<OtherReading> other) {
        this.interpreter = interpreter;
        this.other = other;
    }

    /** The same, asking somebody else where the grammar finds no reading. */
    public static Reader asking(
            OtherReader other, Names names, LocalDate asOf, HolidayCalendar calendar, Optional<String> contextId) {
        var interpreter = new Interpreter(names, asOf, calendar, contextId.orElse(null));
        return new Reader(interpreter, Optional.of(new OtherReading(other, interpreter, names, asOf, contextId)));
    }

    /** What the sentence becomes; never throws for anything a person can type. */
    public Understanding understand(String sentence) {
        String said = SaidText.readable(sentence);
        Understanding own = SeenYears.in(said)
                .flatMap(seen -> seen.of(interpreter.understand(seen.without(said)), said, interpreter::paraphrase))
                .orElseGet(() -> interpreter.understand(said));
        return other.map(o -> o.insteadOf(own, said)).orElse(own);
    }

    /** The statement in both languages, so that reading it gives the same statement. */
    public Wording paraphrase(Statement statement) {
        return interpreter.paraphrase(statement);
    }
}
