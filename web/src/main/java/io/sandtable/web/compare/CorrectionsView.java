package io.sandtable.web.compare;

import io.sandtable.simulation.correction.Correction;
import io.sandtable.simulation.correction.Corrections;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.KeyFigure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets of must-conditions to give up, in words.
 *
 * @param sentence what was found
 * @param cutShort whether there may be more sets
 */
record CorrectionsView(String sentence, List<Line> lines, boolean cutShort) {
    CorrectionsView {
        lines = List.copyOf(lines);
    }

    /**
     * One set.
     *
     * @param rules the conditions in the words of whoever made them
     * @param figures of the best plan without them, against the plan that is recommended now
     */
    record Line(List<String> rules, List<Cell> figures) {
        Line {
            rules = List.copyOf(rules);
            figures = List.copyOf(figures);
        }
    }

    /** A figure, and how it differs; null where it does not. */
    record Cell(String value, @Nullable String difference) {}

    /** What each set is judged by. */
    static final List<KeyFigure> FIGURES =
            List.of(KeyFigure.LATE_ORDERS, KeyFigure.SHORT_ORDERS, KeyFigure.GROSS_MARGIN, KeyFigure.CASH_LOW);

    static CorrectionsView of(Corrections found, Answer answer, Words words) {
        return new CorrectionsView(
                sentence(found, answer, words),
                found.sets().stream().map(c -> line(c, answer, words)).toList(),
                found.cutShort());
    }

    private static String sentence(Corrections found, Answer answer, Words words) {
        if (answer.all().stream().anyMatch(Alternative::compliant)) {
            return words.say("corrections.needless");
        }
        return found.sets().isEmpty()
                ? words.say("corrections.none", Corrections.LARGEST, found.replans())
                : words.say(
                        "corrections.sentence",
                        found.sets().getFirst().rules().size(),
                        new AnswerTable(answer, words.language()).title(answer.recommended()));
    }

    private static Line line(Correction correction, Answer answer, Words words) {
        var figures = new Figures(words.language());
        Kpis now = answer.recommended().evaluation().kpis();
        Kpis then = correction.best().kpis();
        return new Line(
                answer.problem().rules().stream()
                        .filter(rule -> correction.rules().contains(rule.id()))
                        .map(PlannedRule::text)
                        .distinct()
                        .toList(),
                FIGURES.stream()
                        .map(f -> new Cell(f.of(then).brief(figures), f.of(then).difference(f.of(now), figures)))
                        .toList());
    }
}
