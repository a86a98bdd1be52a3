package io.sandtable.web.difference;

import io.sandtable.model.Money;
import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.Driver;
import io.sandtable.simulation.difference.Effect;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.difference.DifferenceView.Choice;
import io.sandtable.web.difference.DifferenceView.Detail;
import io.sandtable.web.difference.DifferenceView.Line;
import io.sandtable.web.difference.DifferenceView.Postings;
import io.sandtable.web.difference.DifferenceView.Step;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.page.Tab;
import io.sandtable.web.plandetail.Names;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a difference: from the one plan's figure to the other's, driver by driver. */
final class Bridge {
    private static final int EFFECTS_SHOWN = 20;

    private final Pair pair;
    private final Difference difference;
    private final Words words;
    private final DifferenceWords said;
    private final Figures figures;
    private final Names names;

    Bridge(Pair pair, Difference difference, Words words) {
        this.pair = pair;
        this.difference = difference;
        this.words = words;
        this.said = new DifferenceWords(pair, words);
        this.figures = new Figures(words.language());
        this.names = new Names(pair.of().answer().snapshot(), pair.of().answer().problem(), words.language());
    }

    DifferenceView view(@Nullable Driver chosen) {
        return new DifferenceView(
                words.say("difference.title", said.plan(pair.of()), said.plan(pair.against())),
                said.sentence(difference),
                said.label(pair.of()),
                said.label(pair.against()),
                Arrays.stream(DifferenceFigure.values())
                        .map(f -> new Tab(
                                said.figure(f), said.address(f, pair.of(), pair.against(), null), f == pair.figure()))
                        .toList(),
                choices(pair.of()),
                choices(pair.against()),
                steps(chosen),
                chosen == null ? null : detail(chosen),
                said.address(pair.figure(), pair.against(), pair.of(), null));
    }

    private List<Choice> choices(OfAnswer of) {
        var table = new AnswerTable(of.answer(), words.language());
        return of.answer().all().stream()
                .map(a -> new Choice(a.letter(), table.title(a), a == of.plan()))
                .toList();
    }

    /** Along the cascade from what it is held against to what is looked at. */
    private List<Step> steps(@Nullable Driver chosen) {
        var steps = new ArrayList<Step>();
        Money sum = difference.against();
        steps.add(end(pair.against(), sum));
        for (Map.Entry<Driver, Money> driver : difference.byDriver().entrySet()) {
            sum = sum.plus(driver.getValue());
            steps.add(new Step(
                    said.driver(driver.getKey()),
                    false,
                    driver.getValue(),
                    sum,
                    said.address(pair.figure(), pair.of(), pair.against(), driver.getKey()),
                    driver.getKey() == chosen));
        }
        steps.add(end(pair.of(), difference.of()));
        return steps;
    }

    private Step end(OfAnswer plan, Money figure) {
        return new Step(
                words.say("difference.end", said.figure(pair.figure()), said.plan(plan)),
                true,
                figure,
                figure,
                null,
                false);
    }

    private Detail detail(Driver driver) {
        List<Effect> effects = difference.of(driver);
        return new Detail(
                driver.id(),
                said.driver(driver),
                words.say("difference.formula." + driver.id()),
                words.say("difference.measure." + driver.measure()),
                effects.stream().limit(EFFECTS_SHOWN).map(this::line).toList(),
                Math.max(0, effects.size() - EFFECTS_SHOWN),
                postings(driver, "driver=" + driver.id(), ""));
    }

    private Line line(Effect e) {
        boolean amount = e.driver().measure() == Driver.Measure.AMOUNT;
        String lines = amount
                ? "account=" + e.input() + "&driver=" + e.driver().id()
                : "driver=" + e.driver().id();
        return new Line(
                e.product().isEmpty() ? "" : names.of(e.product(), e.product()),
                amount
                        ? names.account(Account.valueOf(e.input()))
                        : e.input().isEmpty() ? "" : names.of(e.input(), e.input()),
                measured(e.driver(), e.of()),
                measured(e.driver(), e.against()),
                e.amount(),
                postings(e.driver(), lines, e.product()));
    }

    private String measured(Driver driver, double value) {
        return switch (driver.measure()) {
            case QUANTITY -> figures.fixed(value, value == Math.rint(value) ? 0 : 2);
            case AMOUNT -> figures.fixed(value, 2);
            case UNIT_PRICE, INPUT_PER_UNIT, INPUT_PRICE, COST_PER_UNIT -> figures.fixed(value, 4);
        };
    }

    private Postings postings(Driver driver, String lines, String product) {
        String behind = driver.behind().isEmpty() ? null : "behind=" + driver.id();
        return new Postings(
                ledger(pair.of(), lines, product),
                ledger(pair.against(), lines, product),
                behind == null ? null : ledger(pair.of(), behind, product),
                behind == null ? null : ledger(pair.against(), behind, product));
    }

    private static String ledger(OfAnswer of, String lines, String product) {
        return "/runs/" + of.inquiryId() + "/plans/" + of.plan().letter() + "/ledger?" + lines
                + (product.isEmpty() ? "" : "&product=" + URLEncoder.encode(product, StandardCharsets.UTF_8));
    }
}
