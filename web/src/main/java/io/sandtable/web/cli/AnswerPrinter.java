package io.sandtable.web.cli;

import io.sandtable.model.Origin;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.check.Finding;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.AwaitedRule;
import io.sandtable.web.ask.DriverLine;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.ask.Stage;
import io.sandtable.web.ask.Understood;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An answer on a terminal, in the person's language: what was understood, the plans side by side, why, and what is on record. */
final class AnswerPrinter {
    private static final int BARS_SHOWN = 12;
    private static final int LATE_SHOWN = 5;

    private final Words words;
    private final Language language;
    private final Figures figures;
    private final PrintWriter out;

    AnswerPrinter(Language language, PrintWriter out) {
        this.language = language;
        this.words = Words.in(language);
        this.figures = new Figures(language);
        this.out = out;
    }

    void understood(Understood understood) {
        out.println();
        out.println(words.say("ask.company", understood.company().title(language.isChinese()), understood.asOf()));
        for (int i = 0; i < understood.understandings().size(); i++) {
            out.println();
            out.println(words.say("ask.question")
                    + language.choose("：", ": ")
                    + understood.question().sentences().get(i));
            reading(understood.understandings().get(i));
        }
        out.println();
    }

    private void reading(Understanding understanding) {
        for (Statement statement : understanding.statements()) {
            out.println("  " + words.say("ask.understood") + language.choose("：", ": ") + paraphrase(statement));
        }
        understanding.questions().forEach(question -> {
            out.println("  ? "
                    + language.choose(question.words().zh(), question.words().en()));
            int number = 1;
            for (Choice choice : question.choices()) {
                out.println("    " + number++ + ". "
                        + language.choose(choice.words().zh(), choice.words().en()));
            }
        });
    }

    private String paraphrase(Statement statement) {
        return language.choose(
                statement.paraphrase().zh(), statement.paraphrase().en());
    }

    void refused() {
        out.println(words.say("ask.refused"));
    }

    void notConfirmed() {
        out.println(words.say("ask.notConfirmed"));
    }

    void answer(AskQuestion.Outcome outcome, Path folder) {
        Answer answer = outcome.answer();
        var rows = new AnswerTable(answer, language);
        out.println(words.say("ask.confirmed", answer.confirmedBy())
                + language.choose("。", ". ")
                + words.say("ask.whatIf"));
        out.println();
        plans(answer, rows);
        drivers(answer, rows);
        late(answer, rows);
        evidence(answer);
        out.println(words.say(
                "ask.decision",
                outcome.decision().number(),
                outcome.decision().index(),
                outcome.decision().recordHash().substring(0, 16)));
        out.println(words.say("ask.report", folder.resolve("report.pdf")));
        stages(answer.stages());
    }

    private void plans(Answer answer, AnswerTable rows) {
        List<Alternative> all = Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .toList();
        all.forEach(a -> out.println("  " + rows.title(a)));
        out.println();
        var table = new TextTable();
        var heading = new ArrayList<String>(List.of(""));
        all.forEach(a -> heading.add(rows.letter(a)));
        table.row(heading);
        for (AnswerTable.Line line : rows.lines()) {
            var cells = new ArrayList<String>(List.of(line.label()));
            cells.addAll(line.cells());
            table.row(cells);
        }
        out.println(table.print());
        if (answer.plans().size() < AskQuestion.ENOUGH_PLANS) {
            out.println(words.say("ask.fewer", answer.plans().size()));
        }
        for (Alternative a : all) {
            List<String> violations = rows.violations(a);
            List<AwaitedRule> awaited = rows.awaited(a);
            if (!violations.isEmpty() || !awaited.isEmpty()) {
                out.println(rows.title(a));
                violations.forEach(v -> out.println("  ▲ " + v));
                awaited.forEach(rule -> out.println("  · " + rule.sentence()));
            }
        }
        out.println();
    }

    private void drivers(Answer answer, AnswerTable rows) {
        out.println(words.say("ask.drivers", rows.title(answer.recommended())));
        var table = new TextTable()
                .row(List.of(
                        words.say("ask.driver"),
                        words.say("ask.driver.low"),
                        words.say("ask.driver.atLow"),
                        words.say("ask.driver.high"),
                        words.say("ask.driver.atHigh")));
        for (DriverLine line : DriverLine.of(answer.tornado(), words, BARS_SHOWN)) {
            table.row(List.of(
                    line.name(),
                    line.low(),
                    figures.shortMoney(line.atLow()),
                    line.high(),
                    figures.shortMoney(line.atHigh())));
        }
        out.println(table.print());
    }

    private void late(Answer answer, AnswerTable rows) {
        List<LateOrder> late =
                LateOrder.of(answer, answer.recommended().evaluation().plan());
        if (late.isEmpty()) {
            return;
        }
        out.println(words.say("ask.late", rows.title(answer.recommended())));
        for (LateOrder order : late.stream().limit(LATE_SHOWN).toList()) {
            out.println("  "
                    + words.say(
                            "ask.late.line",
                            order.number(),
                            order.customer(),
                            order.due(),
                            order.delivered() == null ? "--" : order.delivered(),
                            order.words(words)));
        }
        if (late.size() > LATE_SHOWN) {
            out.println("  … +" + (late.size() - LATE_SHOWN));
        }
        out.println();
    }

    private void evidence(Answer answer) {
        long findings = answer.plans().stream()
                .flatMap(p -> p.findings().stream())
                .filter(Finding::must)
                .count();
        out.println(words.say("ask.checked", answer.plans().size() + 1, findings));
        out.println(words.say(
                "ask.shares",
                figures.percent(answer.share(Origin.REAL)),
                figures.percent(answer.share(Origin.DERIVED)),
                figures.percent(answer.share(Origin.DEFAULT)),
                figures.percent(answer.share(Origin.DEMO)),
                figures.percent(answer.share(Origin.USER))));
    }

    private void stages(List<Stage> stages) {
        var text = new StringBuilder(words.say("ask.stages")).append(language.choose("：", ": "));
        for (Stage stage : stages) {
            text.append(words.say("stage." + stage.name()))
                    .append(' ')
                    .append(figures.fixed(stage.millis() / 1000.0, 1))
                    .append(" s  ");
        }
        long thinking = stages.stream()
                .filter(s -> AskQuestion.FROM_QUESTION_TO_PLANS.contains(s.name()))
                .mapToLong(Stage::millis)
                .sum();
        text.append("→ ")
                .append(words.say("ask.stage.total"))
                .append(' ')
                .append(figures.fixed(thinking / 1000.0, 1))
                .append(" s");
        out.println(text);
    }
}
