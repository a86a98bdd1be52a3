package io.sandtable.rules.language;

import io.sandtable.model.WeekPattern;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.grammar.Sentence;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 谷段, 峰段以外, "off-peak hours": times of day by the tariff that the company's energies share; unknown where they differ, or by weekday. */
final class TariffHours {
    private static final Pattern PERIOD = Pattern.compile(
            "(除(?:了|开|去)?|outside(?: of)? (?:the )?)?(?:(谷段|低谷|谷电|谷时|谷价|valley)|(尖峰|尖段|sharp)|(峰段|高峰(?=时段|用电|电价)|峰电|峰时|峰价|(?<!off-)peak)|(平段|平电|平时段|flat))(?:电价|用电)?(?:时段|时间|期|段| periods?| hours?)?(以外|之外|外)?");
    private static final Map<Integer, String> LABELS = Map.of(2, "valley", 3, "sharp", 4, "peak", 5, "flat");

    private final Optional<WeekPattern> tariff;

    TariffHours(Names names) {
        List<WeekPattern> all = names.list().stream()
                .map(Named::tariff)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.tariff =
                all.size() == 1 ? Optional.of(all.getFirst()).filter(TariffHours::isSameEveryDay) : Optional.empty();
    }

    private static boolean isSameEveryDay(WeekPattern tariff) {
        return Arrays.stream(DayOfWeek.values()).map(tariff::on).distinct().count() == 1;
    }

    /** The stretches that begin at a place, as ends in pairs: 08:00, 22:00. */
    Optional<Token> at(NormalText sentence, int start) {
        Matcher matcher =
                PERIOD.matcher(sentence.text()).region(start, sentence.length()).useTransparentBounds(true);
        if (tariff.isEmpty()
                || !matcher.lookingAt()
                || !sentence.isBoundary(start)
                || !sentence.isBoundary(matcher.end())) {
            return Optional.empty();
        }
        String label = LABELS.entrySet().stream()
                .filter(e -> matcher.group(e.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        boolean except = matcher.group(1) != null || matcher.group(6) != null;
        List<String> ends = ends(p -> p.label().equalsIgnoreCase(label) != except);
        return ends.isEmpty() || known(label).isEmpty()
                ? Optional.empty()
                : Optional.of(new Token(Sentence.TIME_OF_DAY, start, matcher.end(), ends));
    }

    private List<String> known(String label) {
        return ends(p -> p.label().equalsIgnoreCase(label));
    }

    /** Periods that touch become one. */
    private List<String> ends(Predicate<WeekPattern.Period> wanted) {
        var ends = new ArrayList<String>();
        for (WeekPattern.Period period : tariff.orElseThrow().on(DayOfWeek.MONDAY)) {
            if (wanted.test(period)) {
                String from = Hours.clock(period.fromMinute());
                if (!ends.isEmpty() && ends.getLast().equals(from)) {
                    ends.removeLast();
                } else {
                    ends.add(from);
                }
                ends.add(Hours.clock(period.toMinute()));
            }
        }
        return List.copyOf(ends);
    }
}
