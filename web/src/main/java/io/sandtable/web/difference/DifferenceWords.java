package io.sandtable.web.difference;

import io.sandtable.model.Money;
import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.Driver;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the things of a difference are called, and where it is shown. */
final class DifferenceWords {
    private static final int DRIVERS_NAMED = 3;

    private final Pair pair;
    private final Words words;
    private final Figures figures;

    DifferenceWords(Pair pair, Words words) {
        this.pair = pair;
        this.words = words;
        this.figures = new Figures(words.language());
    }

    /** How large it is, and what makes most of it. */
    String sentence(Difference difference) {
        if (difference.byDriver().isEmpty()) {
            return words.say("difference.none", plan(pair.of()), plan(pair.against()), figure(pair.figure()));
        }
        return words.say(
                "difference.sentence",
                plan(pair.of()),
                figure(pair.figure()),
                plan(pair.against()),
                figures.moneyDifference(difference.amount()),
                largest(difference, DRIVERS_NAMED).stream()
                        .map(d -> words.say("difference.part", driver(d.getKey()), figures.signedMoney(d.getValue())))
                        .collect(Collectors.joining(words.say("difference.and"))));
    }

    /** The drivers that do most, the largest first. */
    static List<Map.Entry<Driver, Money>> largest(Difference difference, int most) {
        return difference.byDriver().entrySet().stream()
                .sorted(Comparator.comparingLong(d -> -Math.abs(d.getValue().minor())))
                .limit(most)
                .toList();
    }

    /** 「方案 C」, 「基准」; with its question where the two are of two questions. */
    String plan(OfAnswer of) {
        String letter = of.plan().letter();
        String key = letter.equals("0") ? "difference.baseline" : "difference.plan";
        return pair.isApart() ? words.say(key + ".of", letter, of.inquiryId()) : words.say(key, letter);
    }

    /** C, 基准: heading of a column. */
    String label(OfAnswer of) {
        String letter = of.plan().letter().equals("0")
                ? words.say("plan.letter.baseline")
                : of.plan().letter();
        return pair.isApart() ? of.inquiryId() + " " + letter : letter;
    }

    String figure(DifferenceFigure figure) {
        return words.say("difference.figure." + figure.id());
    }

    String driver(Driver driver) {
        return words.say("difference.driver." + driver.id());
    }

    /** Where the figure is taken apart, at a driver where one is named. */
    String address(DifferenceFigure figure, OfAnswer of, OfAnswer against, @Nullable Driver driver) {
        return "/runs/%s/difference?of=%s&against=%s&figure=%s"
                        .formatted(
                                of.inquiryId(),
                                of.plan().letter(),
                                against.plan().letter(),
                                figure.id())
                + (pair.isApart() ? "&with=" + against.inquiryId() : "")
                + (driver == null ? "" : "&driver=" + driver.id() + "#driver");
    }
}
