package io.sandtable.datasets.holidays;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.model.Attributes;
import io.sandtable.model.DateRange;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.calendar.HolidayCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the days of npm's chinese-days as one calendar: its shutdowns are the days off, its workdays what is worked for them. */
public final class HolidayReader implements DatasetReader {
    private static final String FILE = "chinese-days.json";
    private static final String OFF = "holidays";
    private static final String WORKED = "workdays";
    /** Days off that were worked for: they are among the days off already. */
    private static final String IN_LIEU = "inLieuDays";

    private static final String LICENCE = "MIT, npm chinese-days (yearly notices of the State Council)";
    private static final Title TITLE = new Title("中国节假日与调休", "Holidays and adjusted workdays of China");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return OFF;
    }

    @Override
    public boolean accepts(Path path) {
        return find(path).isPresent();
    }

    private static Optional<Path> find(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        return Optional.of(file).filter(Files::isRegularFile).filter(f -> FILE.equals(String.valueOf(f.getFileName())));
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        var draft = new Draft(OFF);
        Optional<Path> file = find(path);
        if (file.isEmpty()) {
            draft.problem(ProblemCode.FORMAT_UNKNOWN, "", 0, "", path.toString(), FILE);
            return draft.finish(TITLE, Origin.REAL, options.asOf());
        }
        LocalDate last = null;
        Optional<SourceText> text = SourceText.read(file.get(), FILE, draft);
        if (text.isPresent()) {
            last = state(text.get(), draft);
        }
        if (Files.isDirectory(path)) {
            for (String other : others(path)) {
                draft.problem(ProblemCode.FILE_NOT_READ, other, 0, "", "", "");
            }
        }
        return draft.finish(TITLE, Origin.REAL, options.asOf() != null ? options.asOf() : last);
    }

    private static List<String> others(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(e -> String.valueOf(e.getFileName()))
                    .filter(name -> !name.equals(FILE) && !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The last day that is spoken of; null after reporting what is wrong. */
    private static @Nullable LocalDate state(SourceText text, Draft draft) {
        JsonNode root;
        try {
            root = JSON.readTree(text.text());
        } catch (JacksonException e) {
            draft.problem(ProblemCode.JSON_MALFORMED, FILE, 0, "", e.getOriginalMessage(), "{\"holidays\": {…}}");
            return null;
        }
        SortedSet<LocalDate> off = days(root, OFF, draft);
        SortedSet<LocalDate> worked = days(root, WORKED, draft);
        worked.stream()
                .filter(off::contains)
                .forEach(day -> draft.problem(
                        ProblemCode.VALUE_WRONG, FILE, 0, WORKED, day.toString(), "%s ∉ %s".formatted(day, OFF)));
        if (off.isEmpty() || worked.isEmpty()) {
            return null;
        }
        LocalDate last = off.last().isAfter(worked.last()) ? off.last() : worked.last();
        String years = off.first().getYear() + "–" + last.getYear();
        draft.state(
                new NodeFact(
                        NodeType.CALENDAR,
                        HolidayCalendar.NOTICES,
                        Map.of(
                                "name", "中国法定节假日与调休（%s）".formatted(years),
                                "nameEn", "Statutory holidays and adjusted workdays of China (%s)".formatted(years),
                                "shutdowns", DateRange.format(ranges(off)),
                                "workdays", DateRange.format(ranges(worked))),
                        Provenance.file(Origin.REAL, OFF + "/" + FILE, text.sha256(), last, LICENCE, null),
                        "1"),
                FILE,
                0);
        total(OFF, Attributes.SHUTDOWNS.name(), off.size(), draft);
        total(WORKED, Attributes.WORKDAYS.name(), worked.size(), draft);
        int lieu = root.path(IN_LIEU).size();
        if (lieu > 0) {
            String example = root.path(IN_LIEU).propertyNames().iterator().next();
            draft.problem(ProblemCode.NOT_USED, FILE, 0, IN_LIEU, Integer.toString(lieu), example);
        }
        return last;
    }

    private static SortedSet<LocalDate> days(JsonNode root, String field, Draft draft) {
        var days = new TreeSet<LocalDate>();
        JsonNode named = root.path(field);
        if (!named.isObject() || named.isEmpty()) {
            draft.problem(
                    ProblemCode.JSON_MALFORMED, FILE, 0, field, "", "\"%s\": {\"2026-01-01\": …}".formatted(field));
            return days;
        }
        int number = 0;
        for (String day : named.propertyNames()) {
            number++;
            draft.row();
            Cell.date(day, FILE, number, field, draft).ifPresent(days::add);
        }
        return days;
    }

    private static List<DateRange> ranges(SortedSet<LocalDate> days) {
        var ranges = new ArrayList<DateRange>();
        for (LocalDate day : days) {
            boolean goesOn =
                    !ranges.isEmpty() && ranges.getLast().to().plusDays(1).equals(day);
            LocalDate from = goesOn ? ranges.removeLast().from() : day;
            ranges.add(new DateRange(from, day));
        }
        return ranges;
    }

    private static void total(String field, String attribute, int days, Draft draft) {
        draft.total(
                "days",
                field,
                "d",
                BigDecimal.valueOf(days),
                good -> BigDecimal.valueOf(good.stream()
                        .map(s -> s.fact().values().get(attribute))
                        .filter(String.class::isInstance)
                        .flatMap(text -> DateRange.parseAll((String) text).stream())
                        .mapToLong(range ->
                                range.from().datesUntil(range.to().plusDays(1)).count())
                        .sum()));
    }
}
