package io.sandtable.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.grammar.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Chinese cases of Microsoft Recognizers-Text (MIT), read from the shared folder where it is there. A case is read when
 * every result it expects is found at its place, with its end and its value; {@code excluded.tsv} says which cases mean
 * something else than we do, and why. Cases that expect nothing are not counted: what a stray 四 of 四川 is, names and words
 * around it decide.
 */
class RecognizersTest {
    private static final boolean SHOWN = Boolean.getBoolean("sandtable.sentences");
    private static final double DAY = 86_400;

    @ParameterizedTest
    @CsvSource({"NumberModel,98", "PercentModel,98", "DateTimeModel,90"})
    void casesThatFitOurMeaning_areRead(String model, double leastPercent) throws IOException {
        Path file = Path.of(
                System.getProperty("sandtable.shared", "../shared"), "data/language/recognizers-zh", model + ".json");
        assumeTrue(Files.exists(file), "SKIPPED: no third-party data at " + file);
        JsonNode cases = JsonMapper.shared().readTree(Files.readString(file).replace("\ufeff", ""));
        Map<Integer, String> excluded = excluded(model);

        var failed = new ArrayList<String>();
        int tried = 0;
        int empty = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).get("Results").isEmpty()) {
                empty++;
                continue;
            }
            if (excluded.containsKey(i)) {
                continue;
            }
            tried++;
            if (!isRead(model, cases.get(i))) {
                failed.add(i + " " + cases.get(i).get("Input").asString());
            }
        }
        double percent = 100.0 * (tried - failed.size()) / tried;
        System.out.printf(
                "%s: %d cases, %d expect nothing, %d excluded, %d of %d read, %.1f %%%n",
                model, cases.size(), empty, excluded.size(), tried - failed.size(), tried, percent);
        if (SHOWN) {
            failed.forEach(System.out::println);
        }

        assertThat(excluded.keySet()).allSatisfy(i -> assertThat(i).isLessThan(cases.size()));
        assertThat(percent).isGreaterThanOrEqualTo(leastPercent);
    }

    /** Lines of model, numbers of cases from 0 (3,7-9) and the reason. */
    private static Map<Integer, String> excluded(String model) throws IOException {
        var excluded = new TreeMap<Integer, String>();
        try (InputStream in = Objects.requireNonNull(
                RecognizersTest.class.getResourceAsStream("/io/sandtable/rules/recognizers/excluded.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(model))
                    .forEach(cells -> numbers(cells[1]).forEach(i -> excluded.put(i, cells[2])));
        }
        return excluded;
    }

    private static List<Integer> numbers(String list) {
        var numbers = new ArrayList<Integer>();
        for (String part : list.split(",")) {
            String[] ends = part.split("-");
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static boolean isRead(String model, JsonNode example) {
        NormalText text = NormalText.of(example.get("Input").asString());
        return example.get("Results").values().stream().allMatch(result -> {
            int start = result.get("Start").asInt();
            int end = start + result.get("Text").asString().length();
            String type = result.get("TypeName").asString();
            JsonNode resolution = result.get("Resolution");
            return switch (model) {
                case "NumberModel" ->
                    amounts(text, start, end).anyMatch(a -> isNumber(a, Double.parseDouble(value(resolution))));
                case "PercentModel" ->
                    isPercent(
                            text,
                            start,
                            end,
                            Double.parseDouble(value(resolution).replace("%", "")));
                default -> isTime(text, start, end, type, resolution, reference(example));
            };
        });
    }

    private static String value(JsonNode resolution) {
        return resolution.get("value").asString();
    }

    private static LocalDate reference(JsonNode example) {
        return LocalDate.parse(
                example.get("Context").get("ReferenceDateTime").asString().substring(0, 10));
    }

    private static Stream<Amount> amounts(NormalText text, int start, int end) {
        return Amounts.at(text, start).stream()
                .filter(t -> t.end() == end && t.type() == Sentence.AMOUNT)
                .map(t -> t.valueAs(Amount.class));
    }

    /** A fraction is a number to them and a share to us. */
    private static boolean isNumber(Amount amount, double value) {
        return switch (amount.measure()) {
            case NUMBER -> same(amount.value(), value);
            case PERCENT -> same(amount.value(), 100 * value);
            default -> false;
        };
    }

    /** A discount is what is left to them, and what is taken off to us. */
    private static boolean isPercent(NormalText text, int start, int end, double value) {
        return amounts(text, start, end)
                        .anyMatch(a -> (a.measure() == Amount.Measure.PERCENT || a.measure() == Amount.Measure.POINTS)
                                && same(a.value(), value))
                || Amounts.at(text, start).stream()
                        .anyMatch(t -> t.end() == end
                                && t.type() == Sentence.MULTIPLE
                                && same(t.valueAs(Double.class) + 100, value));
    }

    private static boolean isTime(
            NormalText text, int start, int end, String type, JsonNode resolution, LocalDate reference) {
        if (type.endsWith("duration")) {
            double seconds = Double.parseDouble(
                    resolution.get("values").get(0).get("value").asString());
            return amounts(text, start, end).anyMatch(a -> isDuration(a, seconds));
        }
        List<JsonNode> values = resolution.get("values").values().stream().toList();
        if (type.endsWith("set")) {
            return values.stream().anyMatch(v -> isRecurrence(text, start, end, timex(v)));
        }
        if (type.endsWith("timerange") && !type.endsWith("datetimerange")) {
            return Amounts.at(text, start).stream()
                    .filter(t -> t.end() == end && t.type() == Sentence.TIME_OF_DAY)
                    .map(t -> t.valueAs(List.class))
                    .anyMatch(ends -> values.stream()
                            .anyMatch(v -> v.get("start")
                                            .asString()
                                            .startsWith(ends.getFirst().toString())
                                    && v.get("end")
                                            .asString()
                                            .startsWith(ends.getLast().toString())));
        }
        var times = new Times(reference, HolidayCalendar.china());
        if (type.endsWith("datetimerange")) {
            return times.at(text, start).stream()
                    .anyMatch(day -> values.stream().anyMatch(v -> isHours(text, day, end, v)));
        }
        return times.at(text, start).stream()
                .filter(t -> t.end() == end)
                .map(t -> t.valueAs(When.class))
                .anyMatch(when -> values.stream().anyMatch(v -> isWindow(when, v)));
    }

    /** A day, and hours of it. */
    private static boolean isHours(NormalText text, Token day, int end, JsonNode value) {
        String from = value.get("start").asString();
        return Objects.equals(day.valueAs(When.class).from(), LocalDate.parse(from.substring(0, 10)))
                && Amounts.at(text, day.end()).stream()
                        .filter(t -> t.end() == end && t.type() == Sentence.TIME_OF_DAY)
                        .map(t -> t.valueAs(List.class))
                        .anyMatch(ends -> from.startsWith(ends.getFirst().toString(), 11)
                                && value.get("end")
                                        .asString()
                                        .startsWith(ends.getLast().toString(), 11));
    }

    private static boolean isDuration(Amount amount, double seconds) {
        return switch (amount.measure()) {
            case DURATION -> same(amount.value() * DAY, seconds);
            case COUNT -> amount.unit().equals("h") && same(amount.value() * 3600, seconds);
            default -> false;
        };
    }

    private static String timex(JsonNode value) {
        return value.get("timex").asString();
    }

    private static boolean isRecurrence(NormalText text, int start, int end, String timex) {
        Map<String, String> periods = Map.of("P1D", "day", "P1W", "week", "P1M", "month", "P1Y", "year");
        if (periods.containsKey(timex)) {
            return Amounts.at(text, start).stream()
                    .anyMatch(t -> t.end() == end
                            && t.type() == Sentence.PER
                            && t.valueAs(String.class).equals(periods.get(timex)));
        }
        return timex.equals("XXXX-WXX-1")
                && new Times(LocalDate.of(2017, 3, 22), HolidayCalendar.china())
                        .at(text, start).stream()
                                .anyMatch(t -> t.end() == end
                                        && "FREQ=WEEKLY;BYDAY=MO"
                                                .equals(t.valueAs(When.class).recurrence()));
    }

    /**
     * Their days against our inclusive window. Before, until, after and since include what they name (contract); a range of
     * months or years includes its last one.
     */
    private static boolean isWindow(When when, JsonNode value) {
        if (value.has("value") && value.get("value").asString().equals("not resolved")) {
            return when.isImpossible();
        }
        if (value.has("Mod")) {
            boolean until = value.get("Mod").asString().matches("before|until");
            return until
                    ? when.from() == null
                            && Objects.equals(
                                    when.to(),
                                    named(timex(value)).map(w -> w.to()).orElse(null))
                    : when.to() == null
                            && Objects.equals(
                                    when.from(),
                                    named(timex(value)).map(w -> w.from()).orElse(null));
        }
        if (when.from() == null || when.to() == null) {
            return false;
        }
        if (value.has("value")) {
            LocalDate day = LocalDate.parse(value.get("value").asString());
            return when.from().equals(day) && when.to().equals(day);
        }
        LocalDate first = LocalDate.parse(value.get("start").asString());
        LocalDate end = LocalDate.parse(value.get("end").asString());
        String timex = timex(value);
        LocalDate last = !timex.startsWith("(") || timex.matches(".*P\\d+[WY]\\)") && !isYears(timex)
                ? end.minusDays(1)
                : timex.endsWith("D)")
                        ? end
                        : isYears(timex)
                                ? end.plusYears(1).minusDays(1)
                                : YearMonth.from(end).atEndOfMonth();
        return when.from().equals(first) && (when.to().equals(last) || when.to().equals(end.minusDays(1)));
    }

    private static boolean isYears(String timex) {
        return timex.matches("\\(\\d{4}-01-01,\\d{4}-01-01,P\\d+Y\\)");
    }

    private static Optional<Point> named(String timex) {
        String[] parts = timex.split("-");
        return switch (parts.length) {
            case 1 -> Optional.of(Point.year(Integer.parseInt(parts[0])));
            case 2 -> Optional.of(Point.month(YearMonth.parse(timex)));
            default -> timex.startsWith("T") ? Optional.empty() : Optional.of(Point.day(LocalDate.parse(timex)));
        };
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other))
                && (other == 0 || Math.abs(one / other - 1) < 1e-4);
    }
}
