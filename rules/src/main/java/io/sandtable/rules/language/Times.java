package io.sandtable.rules.language;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.grammar.Sentence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Windows of time in words, seen from a day: points with 从, 到, 前, 起 and their English twins, and ranges. */
final class Times {
    private static final Pattern FROM_BEFORE = Pattern.compile(
            "(?:从|自从|自|from |since |starting from |starting on |starting with |starting in |starting |after |as of |as from |with effect from |effective from |effective |beginning on |beginning in |beginning |commencing |between |come )");
    private static final Pattern UNTIL_BEFORE = Pattern.compile(
            "(?:等到|等过了|等|一直持续到|一直到|持续到|一直至|直至|只到|截至|截止到|截止|最晚|最迟|(?:不能|不得|别|不可|不许|不要|不)(?:再)?[晚迟]于|赶在|直到|到|至|在|until |till |up until |up till |through to |through (?!20\\d\\d|(?:the )?(?:"
                    + EnglishTimes.FESTIVAL
                    + "))|by |before |ahead of |prior to |in time for |no later than |not later than |on or before |latest by |at the latest by |up to )");
    private static final Pattern DURING_BEFORE = Pattern.compile(
            "(?:在|于|趁着?|during |in |on |for |over |within |throughout |through (?=20\\d\\d)|through (?=(?:the )?(?:"
                    + EnglishTimes.FESTIVAL
                    + "))|at |all through |(?:in |for |during )?(?:all of|the whole of|the entire month of|the month of) |(?:some ?time|somewhere|any ?time|at some point) (?:in |during |over )?)");
    private static final Pattern TO_BETWEEN =
            Pattern.compile("\\s?(?:一直到|算到|持续到|延续到|到|至|直到|–|—|-|~|to|until|till|through|and)\\s?");
    private static final Pattern AND_BETWEEN = Pattern.compile("和|与|跟");
    private static final Pattern BETWEEN_AFTER = Pattern.compile("之间|间");
    private static final Pattern UNTIL_AFTER = Pattern.compile(
            "(?:[或及]?(?:之前|以前|前(?!一(?![定律并起概直准切口]|次性)|[二三四五六七八九十两几\\d]))|为止|止| at the (?:very )?latest| or (?:earlier|sooner))");
    private static final Pattern FROM_AFTER = Pattern.compile(
            "(?:[或及]?(?:起算|算起|起生效|起执行|起实施|起施行|开始执行|开始实施|开始算|生效|执行|实施|施行|起(?!码)|开始|以后|之后|以来|后(?!天)|往后(?![推拖延挪顺移放排靠调错退]))| onwards?)");
    private static final Pattern DURING_AFTER = Pattern.compile(
            "(?:期间|之间|之内|内|里(?:头|边|面)?|当天|当日|整月|全月|一?整个?(?:旬|月|季度?|周|星期|年)|[这那](?:段|期间|阵子|几天|[两三四五六七八九十]天)(?:时间|日子|期间)?)");
    /** A month that is also a verb and a number that could count things: times only after a preposition. */
    private static final Pattern NEEDS_LEAD = Pattern.compile("may|now|20\\d\\d");

    private static final Pattern BEFORE = Pattern.compile("before|ahead of|prior to|in time for");
    /** A festival of a year that is said. */
    private static final Pattern FESTIVAL_SAID = Pattern.compile("年的?" + ChineseTimes.FESTIVAL + "$");

    private static final Pattern WAIT_BEFORE = Pattern.compile("等");
    private static final Pattern AGAIN_AFTER = Pattern.compile("以?后?再(?:说|买|订|定|谈|议|看|进|采|用|开|恢复|考虑|决定|放开)");
    /** 12月9号才能恢复, 12月9号复工: it is so until the day before. */
    private static final Pattern ONLY_THEN_AFTER = Pattern.compile(
            "(?:(?:再|就)?(?:复工|复产|恢复(?:生产|供货|供应|发货|正常|运行|使用|营业|上班)?|重新(?:开工|开门|开机|营业|投产|供货))(?=$|[,，。;；!！ ])|(?:才|方)(?:能|可|会|可以|得以)?(?:恢复|复工|复产|开工|开门|上班|营业|开机|投产|供货|发货|出货)(?:生产|供货|供应|发货|正常|运行|使用|营业|上班)?)");

    private static final Pattern STARTS_ON = Pattern.compile("起|开始");
    private static final Pattern STOP_AFTER = Pattern.compile("为?止");
    private static final Pattern YEAR_SAID = Pattern.compile("\\d{4}|[零〇一二三四五六七八九]{4}年|[今明后本]年|year");
    private static final Pattern ALWAYS = Pattern.compile(
            "始终|一直(?![到至持])|任何时候|任何时间|无论何时|不管什么时候|什么时候都?|啥时候都?|时时刻刻|时刻|随时随地|随时|永远|(?:always|at all times|at any time)(?:,? (?:and )?(?:always|at all times|at any time))*");

    private static final Pattern BARE_DAY = Pattern.compile(
            "(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:号|日|(?:到|至|-|~|、)(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?)(?:号|日))|整?个?[上中下]旬");
    /** 从12月15号起停到月底. */
    private static final Pattern PART_OF_MONTH = Pattern.compile("月[中底末]");

    private static final Pattern MONTH_BEFORE =
            Pattern.compile("下个?月|元月|(?:明年)?(?<![\\d一二三四五六七八九十])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月");

    private final LocalDate asOf;
    private final List<TimeRule> chinese;
    private final List<TimeRule> english;

    Times(LocalDate asOf, HolidayCalendar calendar) {
        this.asOf = asOf;
        this.chinese = new ChineseTimes(asOf, calendar).rules();
        this.english = new EnglishTimes(asOf, calendar).rules();
    }

    private enum Lead {
        NONE,
        FROM,
        UNTIL,
        DURING
    }

    /** A point and where its words end; null where the calendar has no such day. */
    private record Reach(int end, @Nullable Point point) {}

    /** The times that begin at a place, longest first for every way to read the leading word. */
    List<Token> at(NormalText sentence, int start) {
        return sentence.isBoundary(start) ? sentence.tokens(start, this::of) : List.of();
    }

    private List<Token> of(String text, int start) {
        var found = new ArrayList<Token>();
        matchEnd(ALWAYS, text, start)
                .ifPresent(end -> found.add(new Token(Sentence.TIME, start, end, When.alwaysSaid())));
        found.addAll(times(text, start, start, Lead.NONE));
        matchEnd(FROM_BEFORE, text, start).ifPresent(at -> found.addAll(times(text, start, at, Lead.FROM)));
        matchEnd(UNTIL_BEFORE, text, start).ifPresent(at -> found.addAll(times(text, start, at, Lead.UNTIL)));
        matchEnd(DURING_BEFORE, text, start).ifPresent(at -> found.addAll(times(text, start, at, Lead.DURING)));
        return found;
    }

    private List<Token> times(String text, int start, int at, Lead lead) {
        return reaches(text, at, anchor(text, at)).stream()
                .flatMap(first -> time(text, start, at, lead, first).stream())
                .toList();
    }

    /** 下个月搬厂，23号到31号: a day without a month is one of the month that was named before it. */
    private LocalDate anchor(String text, int at) {
        boolean untilPart = at > 0
                && "到至".indexOf(text.charAt(at - 1)) >= 0
                && PART_OF_MONTH.matcher(text).region(at, text.length()).lookingAt();
        if (!untilPart && !BARE_DAY.matcher(text).region(at, text.length()).lookingAt()) {
            return asOf;
        }
        Matcher month = MONTH_BEFORE.matcher(text).region(0, at);
        LocalDate named = asOf;
        while (month.find()) {
            named = reaches(text, month.start(), asOf).stream()
                    .filter(r -> r.end() <= at && r.point() != null)
                    .max(Comparator.comparingInt(Reach::end))
                    .map(r -> Objects.requireNonNull(r.point()).from().withDayOfMonth(1))
                    .filter(day -> !day.isBefore(asOf))
                    .orElse(asOf);
        }
        return named;
    }

    private Optional<Token> time(String text, int start, int at, Lead lead, Reach first) {
        Point point = first.point();
        if (point == null) {
            int end = matchEnd(UNTIL_AFTER, text, first.end())
                    .or(() -> matchEnd(FROM_AFTER, text, first.end()))
                    .or(() -> matchEnd(DURING_AFTER, text, first.end()))
                    .orElse(first.end());
            return Optional.of(impossible(text, start, end));
        }
        if (lead == Lead.DURING && text.startsWith("for now", start)) {
            // how long that is nobody said
            return Optional.empty();
        }
        if (lead == Lead.NONE
                && NEEDS_LEAD.matcher(text.substring(at, first.end())).matches()) {
            return Optional.empty();
        }
        if (point.recurrence() != null) {
            return lead == Lead.NONE || lead == Lead.DURING
                    ? Optional.of(new Token(Sentence.TIME, start, first.end(), When.recurring(point.recurrence())))
                    : Optional.empty();
        }
        // 到/至 after a deadline word cannot open a range: until 3 March to 5 March
        if (lead != Lead.UNTIL || text.startsWith("在", start)) {
            Optional<Token> range = matchEnd(TO_BETWEEN, text, first.end())
                    .flatMap(next -> longest(text, next, point))
                    .or(() -> matchEnd(AND_BETWEEN, text, first.end())
                            .flatMap(next -> longest(text, next, point))
                            .filter(last ->
                                    matchEnd(BETWEEN_AFTER, text, last.end()).isPresent()))
                    .map(last -> range(text, start, first, last));
            if (range.isPresent()) {
                return range;
            }
        }
        return Optional.of(single(text, start, first.end(), point, lead));
    }

    private Optional<Reach> longest(String text, int at, Point after) {
        return reaches(text, at, after.from()).stream()
                .filter(reach -> reach.point() == null || reach.point().recurrence() == null)
                .max(Comparator.comparingInt(Reach::end));
    }

    private Token range(String text, int start, Reach from, Reach last) {
        Point first = Objects.requireNonNull(from.point());
        Point end = last.point();
        if (end == null
                || end.to().isBefore(first.from())
                || isBackwards(text.substring(from.end(), last.end()), first, end)) {
            return impossible(text, start, last.end());
        }
        int after = matchEnd(DURING_AFTER, text, last.end())
                .or(() -> matchEnd(BETWEEN_AFTER, text, last.end()))
                .or(() -> matchEnd(STOP_AFTER, text, last.end()))
                .orElse(last.end());
        return new Token(Sentence.TIME, start, after, When.span(first.from(), end.to()));
    }

    /** 3月5日到3月1日 is a slip, not a range of almost a year, unless the second day has a year of its own. */
    private static boolean isBackwards(String words, Point first, Point end) {
        return first.from().plusDays(330).isBefore(end.to())
                && !YEAR_SAID.matcher(words).find();
    }

    private Token single(String text, int start, int end, Point point, Lead lead) {
        if (point.range()) {
            int after = matchEnd(DURING_AFTER, text, end).orElse(end);
            return new Token(Sentence.TIME, start, after, When.span(point.from(), point.to()));
        }
        Optional<Integer> again = matchEnd(AGAIN_AFTER, text, end);
        if (again.isPresent() && matchEnd(WAIT_BEFORE, text, start).isPresent()) {
            // what waits for a day ends before it
            return new Token(
                    Sentence.TIME,
                    start,
                    again.get(),
                    When.span(null, point.from().minusDays(1)));
        }
        Optional<Integer> onlyThen = matchEnd(ONLY_THEN_AFTER, text, end);
        if (onlyThen.isPresent()) {
            // the word that says what begins again is left to the clause: it tells nothing else
            return new Token(
                    Sentence.TIME,
                    start,
                    onlyThen.get(),
                    When.span(
                            null, point.from().equals(point.to()) ? point.from().minusDays(1) : point.to()));
        }
        Optional<Integer> until = matchEnd(UNTIL_AFTER, text, end);
        Optional<Integer> from = matchEnd(FROM_AFTER, text, end);
        boolean beforeFestival = point.festival() != null;
        if (until.isPresent() || (lead == Lead.UNTIL && !text.startsWith("在", start))) {
            boolean excludes = (beforeFestival
                            || FESTIVAL_SAID.matcher(text.substring(start, end)).find())
                    && (until.isPresent()
                            || BEFORE.matcher(text.substring(start)).lookingAt());
            LocalDate to = excludes ? point.from().minusDays(1) : point.to();
            return new Token(Sentence.TIME, start, until.orElse(end), When.span(null, to));
        }
        if (from.isPresent() || lead == Lead.FROM) {
            boolean after = text.startsWith("after ", start)
                    || (from.isPresent()
                            && (beforeFestival
                                    || FESTIVAL_SAID
                                            .matcher(text.substring(start, end))
                                            .find())
                            && !STARTS_ON
                                    .matcher(text)
                                    .region(end, text.length())
                                    .lookingAt()
                            && !(point.from().equals(point.to()) && text.startsWith("以后", end)));
            return new Token(
                    Sentence.TIME,
                    start,
                    from.orElse(end),
                    When.span(after ? point.to().plusDays(1) : point.from(), null));
        }
        int after = matchEnd(DURING_AFTER, text, end).orElse(end);
        When when = point.festival() == null
                ? When.span(point.from(), point.to())
                : When.festival(point.festival(), point.from(), point.to(), yearsSeen(point));
        return new Token(Sentence.TIME, start, after, point.everyYear() ? when.yearly() : when);
    }

    private static List<String> yearsSeen(Point festival) {
        int next = festival.to().getYear();
        return IntStream.range(next - festival.yearsSeen(), next)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static Token impossible(String text, int start, int end) {
        return new Token(Sentence.TIME, start, end, When.impossible(text.substring(start, end)));
    }

    /** Every point that begins at a place: 本周五 and 本周, so that 本周 五轴机 can be told from 本周五. */
    private List<Reach> reaches(String text, int at, LocalDate notBefore) {
        if (at >= text.length()) {
            return List.of();
        }
        char first = text.charAt(at);
        boolean latin = NormalText.isLatin(first);
        boolean both = first == 'q' || Character.isDigit(first);
        return Stream.concat(
                        both || !latin ? chinese.stream() : Stream.of(), both || latin ? english.stream() : Stream.of())
                .flatMap(rule -> reach(rule, text, at, notBefore).stream())
                .toList();
    }

    private static Optional<Reach> reach(TimeRule rule, String text, int at, LocalDate notBefore) {
        Matcher matcher = rule.pattern().matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Reach(matcher.end(), rule.meaning().of(matcher, notBefore)));
        } catch (DateTimeException | IllegalArgumentException e) {
            // 2月30日 is answered with a question, so the reader has to know that somebody said it
            return Optional.of(new Reach(matcher.end(), null));
        }
    }

    private static Optional<Integer> matchEnd(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.end()) : Optional.empty();
    }
}
