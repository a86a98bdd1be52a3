package io.sandtable.web.cli;

import io.sandtable.model.Node;
import io.sandtable.model.trace.Movement;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.RippleWords;
import io.sandtable.web.trace.PlannedFor;
import io.sandtable.web.trace.TraceAnswer;
import io.sandtable.web.trace.TraceWords;
import java.io.PrintWriter;
import java.util.List;

/**
 * A trace on a terminal: each direction as a table of steps, then what today's plan makes of what is in stock. All of it: who calls
 * goods back needs the last one, too.
 */
final class TracePrinter {
    private final Language language;
    private final Words words;
    private final PrintWriter out;

    TracePrinter(Language language, PrintWriter out) {
        this.language = language;
        this.words = Words.in(language);
        this.out = out;
    }

    void print(TraceAnswer answer, List<PlannedFor> planned) {
        var said = new TraceWords(answer.business().snapshot(), language);
        for (Node start : answer.starts()) {
            out.println(words.say("trace.start", said.name(start), said.about(start)));
        }
        for (Trace trace : answer.traces()) {
            out.println();
            out.println(words.say("trace.title." + trace.direction()));
            if (trace.movements().isEmpty()) {
                out.println(words.say("trace.empty." + trace.direction()));
            } else {
                out.println(said.summary(answer, trace.direction()));
                steps(trace, said);
            }
            String loose = said.looseEnds(trace.direction(), trace.looseEnds());
            if (!loose.isEmpty()) {
                out.println(loose);
            }
        }
        planned(planned, said);
    }

    private void steps(Trace trace, TraceWords said) {
        var table = new TextTable().ofWords();
        table.row(List.of(
                words.say("trace.step"),
                words.say("trace.from"),
                words.say("trace.way"),
                words.say("trace.to"),
                words.say("trace.quantity"),
                words.say("trace.day"),
                words.say("trace.evidence")));
        for (Movement movement : trace.movements()) {
            var hop = movement.hop();
            table.row(List.of(
                    Integer.toString(movement.distance()),
                    said.name(hop.from()),
                    said.way(trace.direction(), movement),
                    words.say("trace.start", said.name(hop.to()), said.about(hop.to())),
                    said.quantity(movement),
                    said.day(movement),
                    RippleWords.evidence(hop.relation())));
        }
        lines(table);
    }

    private void planned(List<PlannedFor> planned, TraceWords said) {
        if (planned.isEmpty()) {
            return;
        }
        out.println();
        out.println(words.say("trace.planned"));
        var table = new TextTable().ofWords();
        table.row(List.of(
                words.say("trace.lot"),
                words.say("trace.order"),
                words.say("trace.customer"),
                words.say("trace.quantity"),
                words.say("trace.due")));
        for (PlannedFor one : planned) {
            table.row(List.of(
                    said.name(one.lot()),
                    said.name(one.order()),
                    said.names(one.customer().stream().toList()),
                    said.quantity(one),
                    said.due(one)));
        }
        lines(table);
    }

    /** A writer that is flushed by lines keeps back what ends without one. */
    private void lines(TextTable table) {
        table.print().lines().forEach(out::println);
    }
}
