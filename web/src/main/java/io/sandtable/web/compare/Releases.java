package io.sandtable.web.compare;

import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.BrokenRule;
import io.sandtable.web.ask.KeyFigure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to say where no plan keeps all must-conditions: only what the plans found show, no limit that nobody has worked out. */
final class Releases {
    private static final int MOST = 3;
    private static final String LIFT = "lift-rule";

    private final Answer answer;
    private final AnswerTable table;
    private final Words words;
    private final Figures figures;

    Releases(Answer answer, AnswerTable table, Words words) {
        this.answer = answer;
        this.table = table;
        this.words = words;
        this.figures = new Figures(words.language());
    }

    CompareView.@Nullable NoFit find() {
        if (answer.plans().isEmpty() || answer.plans().stream().anyMatch(Alternative::compliant)) {
            return null;
        }
        return new CompareView.NoFit(words.say("compare.noFit"), releases(), lifts());
    }

    private record Break(Alternative plan, List<BrokenRule> rules) {
        double excess() {
            return rules.stream().mapToDouble(BrokenRule::excess).max().orElse(0);
        }
    }

    /** Letting each broken limit go as far as a plan goes makes that plan keep everything. */
    private List<String> releases() {
        return answer.plans().stream()
                .filter(p -> !p.strategy().equals(LIFT))
                .map(p -> new Break(
                        p, table.broken(p).stream().filter(BrokenRule::must).toList()))
                .sorted(Comparator.<Break>comparingInt(b -> b.rules().size()).thenComparingDouble(Break::excess))
                .limit(MOST)
                .map(b -> words.say(
                        "compare.noFit.release",
                        b.rules().stream().map(this::release).collect(Collectors.joining(words.say("compare.and"))),
                        b.plan().letter(),
                        table.brief(KeyFigure.ON_TIME, b.plan()),
                        table.brief(KeyFigure.GROSS_MARGIN, b.plan())))
                .toList();
    }

    private String release(BrokenRule rule) {
        String said = words.say("compare.noFit.limit", rule.text(), rule.limit(), rule.actual(), rule.place());
        return rule.more() == 0 ? said : said + words.say("violation.more", rule.more());
    }

    /** What a plan that lifts a rule on purpose has over the best of the others. */
    private List<String> lifts() {
        List<Alternative> keeping =
                answer.plans().stream().filter(p -> !p.strategy().equals(LIFT)).toList();
        Alternative other = keeping.isEmpty() ? answer.baseline() : Answer.recommended(answer.problem(), keeping);
        return answer.plans().stream()
                .filter(p -> p.strategy().equals(LIFT))
                .map(p -> words.say(
                        "compare.noFit.lift",
                        p.name(words.language()),
                        p.letter(),
                        difference(KeyFigure.ON_TIME, p, other),
                        difference(KeyFigure.GROSS_MARGIN, p, other),
                        table.title(other)))
                .toList();
    }

    private String difference(KeyFigure figure, Alternative plan, Alternative other) {
        String said = figure.of(plan).difference(figure.of(other), figures);
        return said == null ? Figures.MISSING : said;
    }
}
