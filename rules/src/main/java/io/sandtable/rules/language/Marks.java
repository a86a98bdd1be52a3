package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small words that carry a value: how much a wish weighs (权重60), and periods said as one of them (一个月, 一天). */
final class Marks {
    private static final Pattern WEIGHT =
            Pattern.compile("权重(?:是|为)?\\s?(\\d{1,3})(?!\\d)|weight(?: of| is)?\\s(\\d{1,3})(?!\\d)");
    private static final Pattern ONE_PERIOD =
            Pattern.compile("一个?(天|日|周|星期|礼拜|月|季度|年|班(?![人次组车岗长]))(?!半|内|以|之|后|前|起|份|度)");
    private static final Map<String, String> PERIODS = Map.of(
            "天", "day",
            "日", "day",
            "周", "week",
            "星期", "week",
            "礼拜", "week",
            "月", "month",
            "季度", "quarter",
            "年", "year",
            "班", "shift");

    /** 每吨 and 一台 beside a price that is said apart from them. */
    private static final Pattern ONE_THING = Pattern.compile("(?:[一每]|1 ?)(" + Amounts.COUNTERS + ")(?![\\d%])");

    /** Yuan more per kg: what the price is for, said apart from it. */
    private static final Pattern PER_THING =
            Pattern.compile("(?:per |/ ?|for (?:each|every|one) )(kg|tonne|ton|t|m3|piece|unit|set|m|l|"
                    + Amounts.PACKED + ")(?![a-z])");

    private Marks() {}

    /** The marks that begin at a place. */
    static List<Token> at(NormalText sentence, int start) {
        var found = new ArrayList<Token>();
        Matcher weight = WEIGHT.matcher(sentence.text()).region(start, sentence.length());
        if (weight.lookingAt()) {
            String digits = weight.group(1) == null ? weight.group(2) : weight.group(1);
            int value = Integer.parseInt(digits);
            if (value >= 1 && value <= 100) {
                found.add(new Token(Sentence.WEIGHT, start, weight.end(), value));
            }
        }
        Matcher period = ONE_PERIOD.matcher(sentence.text()).region(start, sentence.length());
        if (period.lookingAt()
                && !period.group().equals("一日")
                && !period.group().equals("一季度")
                && !period.group().equals("一月")) {
            found.add(new Token(Sentence.PER, start, period.end(), PERIODS.get(period.group(1))));
        }
        matched(ONE_THING, sentence, start)
                .ifPresent(m -> found.add(new Token(Sentence.PER_UNIT, start, m.end(), Amounts.unit(m.group(1)))));
        matched(PER_THING, sentence, start)
                .filter(m -> sentence.isBoundary(start))
                .ifPresent(m -> found.add(new Token(Sentence.PER_UNIT, start, m.end(), Amounts.unit(m.group(1)))));
        return found;
    }

    private static Optional<Matcher> matched(Pattern pattern, NormalText sentence, int start) {
        Matcher matcher = pattern.matcher(sentence.text()).region(start, sentence.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
