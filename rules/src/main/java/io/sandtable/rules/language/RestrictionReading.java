package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.language.NameIndex.Mention;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may, must or will not be done: deliveries, machines, days, sources, places, shifts, replacements. */
final class RestrictionReading extends ClauseReading {
    private static final Pattern LUNAR_STRETCH = Pattern.compile(
            "(?:从|自)?(?:农历|阴历|旧历)?[正冬腊]月[初一二三四五六七八九十廿]+日?(?:-|–|—|~|一直到|到|至)(?:[正冬腊]月)?[初一二三四五六七八九十廿]+日?(?:期间|之间|止|为止)?");

    private static final Pattern ONE_TO_ONE = Pattern.compile(
            "one (?:for|to) one|1:1|[一1](?:比|对|换|顶|抵|替|:)[一1]|等量|等比例?|[一1]([\\u4e00-\\u9fa5])(?:顶|换|抵|替|对|当)[一1]\\1",
            Pattern.CASE_INSENSITIVE);

    /** 周末严禁开夜班 is every weekend; of this or the next one it is said which. */
    private static final Pattern WEEKENDS = Pattern.compile("周末|双休日?|周六周日|周六日");
    /** Words of people who do not come, and not of a machine that stands still. */
    private static final Pattern PEOPLE_REST =
            Pattern.compile("(?:都|全体|全员|统一|一律|集体)?(?:放假|休息|不上班|不出勤|不用上班|不用来|双休|公休|轮休|调休|放一天假|休息一天|全休)");

    private static final Pattern DAY_OFF = Pattern.compile(
            "都?(?:歇着?|歇班|休|休息|放假|不上班|不出勤|不开工|不干活|不上工|轮休|公休|双休|全休|休一天|放一天假|不生产|(?i:nobody works|no one works|nobody comes in|no one comes in))");
    private static final Set<Integer> BINDING = Set.of(Sentence.BAN, Sentence.ONLY, Sentence.BLACKLIST);
    private static final Set<Integer> BY_DAY =
            Set.of(Sentence.NAME, Sentence.TIME, Sentence.MUST, Sentence.FOR, Sentence.SEP, Sentence.AND);
    private static final Pattern USED_IN = Pattern.compile("[上里]?(?:面|头)?(?:所?用到?|使用)?的");

    private static final Pattern ONE_DAY = Pattern.compile("[一半]天");
    private static final Pattern TERM = Pattern.compile("[交货]期|周期");

    RestrictionReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    @Override
    Optional<Draft> draft() {
        return switch (clause.kind()) {
            case CAPACITY_RESERVATION -> reservation();
            case SUPPLIER_SHUTDOWN -> shutdown();
            case RESOURCE_DOWNTIME -> downtime();
            case WORKING_CALENDAR -> calendar();
            case SOURCING_BAN, SOURCING_ALLOW_ONLY -> sourcing();
            case CONFIDENTIAL_PROCESS -> confidential();
            case MUST_DELIVER -> mustDeliver();
            case SUBSTITUTION -> substitution();
            default -> shift();
        };
    }

    private Optional<Draft> reservation() {
        if (!clause.has(Sentence.CAPACITY) && !clause.has(Sentence.RUSH) && !names(NodeType.EQUIPMENT)) {
            return Optional.empty();
        }
        if (clause.amounts().size() != 1
                || clause.isForbidden() && clause.side().isEmpty()
                || clause.limit().isEmpty() && clause.side().isPresent()) {
            return Optional.empty();
        }
        List<String> entities = clause.names().stream()
                .filter(m -> !(clause.has(Sentence.TRIALS) && isOf(m, NodeType.MATERIAL)))
                .flatMap(m -> isOf(m, NodeType.CUSTOMER) ? beneficiary(m) : ids(m, types()).stream())
                .toList();
        if (clause.has(Sentence.RUSH)) {
            slots.put("beneficiary", "rush");
        } else if (clause.has(Sentence.TRIALS)) {
            slots.put("beneficiary", words(Sentence.TRIALS));
        }
        Quantity share = Quantities.limit(clause, clause.amounts().getFirst(), Optional.empty());
        return Optional.of(draft(entities, clause.side().orElse(null), share, window(), null));
    }

    private static boolean isOf(Mention mention, NodeType type) {
        return mention.meanings().stream().anyMatch(m -> m.type() == type);
    }

    private Stream<String> beneficiary(Mention customer) {
        List<String> ids = ids(customer, List.of(EnumSet.of(NodeType.CUSTOMER)));
        slots.put("beneficiary", ids.getFirst());
        return ids.stream();
    }

    /** 只能自己做, 不得外协, 可以外协; to be allowed to do it in house forbids nothing. */
    private Optional<Draft> confidential() {
        boolean ban = clause.has(Sentence.BAN);
        boolean may = clause.has(Sentence.MAY);
        if (may && source.text().contains("才")) {
            // 3月后才可以外协 forbids it until then, which no rule of this kind says
            return Optional.empty();
        }
        boolean leaves = clause.has(Sentence.OUTSOURCE);
        boolean kept = clause.has(Sentence.IN_HOUSE) || clause.has(Sentence.SECRET);
        boolean said = leaves && !kept ? ban != may && !clause.has(Sentence.ONLY) : kept && !may;
        if (!said || clause.names().isEmpty()) {
            return Optional.empty();
        }
        refuseAnyWeekend();
        slots.put("outsourcing", may);
        return Optional.of(rule(null, null, window()));
    }

    /** 周末可以外协: this weekend, or all of them? */
    private void refuseAnyWeekend() {
        if (WEEKENDS.matcher(words(Sentence.TIME)).matches()) {
            throw unclearWindow();
        }
    }

    private Optional<Draft> shift() {
        boolean weekend = clause.has(Sentence.WEEKEND_SHIFT);
        if (!clause.has(Sentence.BAN) || weekend == clause.has(Sentence.NIGHT_SHIFT)) {
            return Optional.empty();
        }
        slots.put("shift", weekend ? "weekend" : "night");
        if (WEEKENDS.matcher(words(Sentence.TIME)).matches()) {
            return Optional.of(draft(entities(), null, null, new Window(asOf, null), "FREQ=WEEKLY;BYDAY=SA,SU"));
        }
        return Optional.of(rule(null, null, window()));
    }

    private Optional<Draft> shutdown() {
        boolean stops =
                clause.hasAny(Set.of(Sentence.CLOSED, Sentence.NO_DELIVERY, Sentence.HALT, Sentence.NOT_WORKED));
        boolean refrains = clause.has(Sentence.DELIVER) || clause.has(Sentence.WORKED);
        if (clause.names().isEmpty() || clause.isForbidden() == stops || (clause.isForbidden() && !refrains)) {
            return Optional.empty();
        }
        boolean recipient = clause.has(Sentence.FOR) && clause.names().size() > 1;
        if (isAboutTwo() || recipient) {
            // 昌隆不送料给华川 is not said of 华川
            return Optional.empty();
        }
        List<String> suppliers = entities();
        Optional<When> festival = festival();
        if (festival.isPresent() && withoutEmphasis(clause.times()).size() == 1) {
            if (!festival.get().yearsSeen().isEmpty()) {
                slots.put("evidenceYears", festival.get().yearsSeen());
            }
            return Optional.of(draft(
                    suppliers, null, null, null, "CN_FESTIVAL:" + festival.get().festival()));
        }
        // 断供 has come about; who says 停供 has to say when
        boolean now =
                clause.has(Sentence.NO_DELIVERY) && !words(Sentence.NO_DELIVERY).startsWith("停");
        if (clause.times().isEmpty() && days().isEmpty() && !now) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        Optional<String> again = again();
        if (again.isPresent()) {
            boolean lunar = again.get().startsWith("LUNAR");
            if (lunar && clause.times().size() > 1 && !again.get().contains("..")) {
                // 腊月二十三关门一直要到正月初八: where it ends is not the day it begins
                throw unclearWindow();
            }
            return Optional.of(draft(
                    suppliers,
                    null,
                    null,
                    !lunar ? windowAround() : isLunarStretch() ? new Window(asOf, null) : null,
                    again.get()));
        }
        Window window = lasting(stretch());
        if (days().filter(d -> d != length(window)).isPresent()) {
            throw unclearWindow();
        }
        return Optional.of(draft(suppliers, null, null, window, null));
    }

    /** 恒达春节不发货，粤联春节也不发货 says two things. */
    private boolean isAboutTwo() {
        int full = 0;
        boolean named = false;
        boolean timed = false;
        for (Token token : clause.tokens()) {
            if (token.type() == Sentence.SEP) {
                full += named && timed ? 1 : 0;
                named = false;
                timed = false;
            }
            named |= token.type() == Sentence.NAME;
            timed |= token.type() == Sentence.TIME;
        }
        return full + (named && timed ? 1 : 0) > 1;
    }

    /** What comes again: by its own words, or every year on the days that are said. */
    private Optional<String> again() {
        boolean yearly = clause.has(Sentence.YEARLY)
                || clause.times().stream().anyMatch(t -> t.everyYear() && t.recurrence() == null);
        Optional<String> again = recurrence()
                .or(() -> yearly || isLunarStretch() ? LunarTimes.everyYear(words(Sentence.TIME)) : Optional.empty());
        if (again.isEmpty() && (yearly || clause.has(Sentence.PER))) {
            throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(Sentence.TIME)));
        }
        return again;
    }

    /** 腊月二十二到正月初十 is how a supplier closes every year, unless a year is said. */
    private boolean isLunarStretch() {
        return clause.kind() == Kind.SUPPLIER_SHUTDOWN
                && clause.times().size() == 1
                && LUNAR_STRETCH.matcher(words(Sentence.TIME)).matches();
    }

    /** 8号要停到10号 names its two ends apart. */
    private Window stretch() {
        List<When> times = clause.times();
        if (times.size() == 2) {
            LocalDate from = times.getFirst().from();
            LocalDate to = times.getLast().to();
            boolean apart = from != null
                    && to != null
                    && from.equals(times.getFirst().to())
                    && times.getLast().from() == null
                    && to.isAfter(from);
            if (apart) {
                return new Window(from, to);
            }
        }
        return window();
    }

    /** 从明天起停三天 are three days, not a window for them. */
    private Window lasting(Window window) {
        return window.from() != null && window.to() == null && days().isPresent()
                ? new Window(window.from(), window.from().plusDays(days().get() - 1L))
                : window;
    }

    private Optional<When> festival() {
        return clause.times().stream().filter(t -> t.festival() != null).findFirst();
    }

    /** Days said beside a window of just as many days float nowhere. */
    private Optional<Draft> downtime() {
        boolean ends = clause.hasAny(Set.of(Sentence.HALT, Sentence.CLOSED, Sentence.NOT_WORKED, Sentence.MAINTENANCE));
        boolean used = clause.has(Sentence.WORKED) || clause.has(Sentence.USE);
        boolean said = clause.isForbidden() ? used && (!ends || isUseForbidden()) : ends;
        if (clause.has(Sentence.RESERVE) && days().isEmpty()) {
            // 腾出6天来 keeps days for it, nothing else
            return Optional.empty();
        }
        if (clause.names().isEmpty() || !said || isAboutTwo() || isDayOff()) {
            return Optional.empty();
        }
        List<String> machines = entities();
        if (clause.times().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        hours();
        Optional<String> again = recurrence();
        if (again.isPresent()) {
            return days().filter(d -> d > 1).isPresent()
                    ? Optional.empty()
                    : Optional.of(draft(machines, null, null, windowAround(), again.get()));
        }
        Window window = lasting(stretch());
        boolean stops =
                clause.isForbidden() || clause.hasAny(Set.of(Sentence.HALT, Sentence.CLOSED, Sentence.NOT_WORKED));
        if (!stops && days().isEmpty() && isWholeMonths(window)) {
            // 下月大修 says when, not for how long
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        if (days().filter(d -> length(window) >= 0 && d > length(window)).isPresent()) {
            throw unclearWindow();
        }
        days().filter(d -> d != length(window)).ifPresent(d -> slots.put("durationDays", d));
        return Optional.of(draft(machines, null, null, window, null));
    }

    /** 总装每个星期六都歇着 tells which days are worked there, not when a machine is down. */
    private boolean isDayOff() {
        if (PEOPLE_REST
                        .matcher(words(Sentence.NOT_WORKED) + words(Sentence.CLOSED))
                        .matches()
                && !clause.hasAny(Set.of(Sentence.MAINTENANCE, Sentence.TIME_OF_DAY, Sentence.HALT))
                && clause.amounts().isEmpty()) {
            return true;
        }
        String said = words(Sentence.NOT_WORKED) + words(Sentence.HALT) + words(Sentence.CLOSED);
        return DAY_OFF.matcher(said).matches()
                && !clause.hasAny(Set.of(Sentence.MAINTENANCE, Sentence.TIME_OF_DAY))
                && recurrence().isPresent();
    }

    private void hours() {
        List<List> said = clause.values(Sentence.TIME_OF_DAY, List.class);
        if (said.size() > 1 || said.stream().anyMatch(ends -> ends.size() > 2)) {
            throw new Unclear(Questions.ask(Code.UNCLEAR_WINDOW, words(Sentence.TIME_OF_DAY)));
        }
        said.stream().findFirst().ifPresent(ends -> slots.put("timeOfDay", List.copyOf(ends)));
    }

    /** 停机，这几天别派活: what is forbidden is to use it, which says no more than that it stands still. */
    private boolean isUseForbidden() {
        List<Token> tokens = clause.tokens();
        return IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).type() == Sentence.BAN)
                .allMatch(i -> i + 1 < tokens.size()
                        && (tokens.get(i + 1).type() == Sentence.WORKED
                                || tokens.get(i + 1).type() == Sentence.USE));
    }

    private static boolean isWholeMonths(Window window) {
        return window.to() == null
                || (length(window) > 14 && window.to().plusDays(1).getDayOfMonth() == 1);
    }

    private Optional<Integer> days() {
        if (clause.amounts().size() > 1) {
            throw unclearWindow();
        }
        return clause.amounts().stream()
                .map(amount -> {
                    if (amount.measure() != Amount.Measure.DURATION) {
                        throw new Unclear(Questions.ask(Code.WRONG_UNIT, amount.unit()));
                    }
                    return (int) Math.ceil(amount.value());
                })
                .findFirst();
    }

    private static long length(Window window) {
        return window.from() == null || window.to() == null
                ? -1
                : ChronoUnit.DAYS.between(window.from(), window.to()) + 1;
    }

    /** The company's own days; a supplier's or a machine's are another kind. */
    private Optional<Draft> calendar() {
        // 这周日调休，补一天班 moves a working day there
        boolean moved =
                clause.has(Sentence.WORKED) && words(Sentence.NOT_WORKED).equals("调休");
        boolean works = clause.has(Sentence.WORKED);
        // 停产 of nobody in particular is asked about: a supplier's is another kind
        boolean rests = clause.has(Sentence.NOT_WORKED) && !moved;
        boolean noOvertime = rests && clause.has(Sentence.OVERTIME) && clause.isForbidden();
        if (works == rests
                || clause.has(Sentence.OVERTIME) && !noOvertime
                || clause.has(Sentence.OUTPUT) && !works
                || clause.has(Sentence.CLOSED) && !rests
                || (clause.isForbidden() && rests && !noOvertime)
                || clause.names().stream().anyMatch(m -> !isSite(m))
                || clause.names().stream().anyMatch(m -> isMachine(m)) && rests && !isDayOff()) {
            return Optional.empty();
        }
        if (clause.times().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        refuseAnyWeekend();
        slots.put("working", works && !clause.isForbidden());
        Optional<When> festival = festival();
        if (festival.isPresent() && ONE_DAY.matcher(words(Sentence.WORKED)).find()) {
            // 国庆加一天班: which of them?
            throw unclearWindow();
        }
        if (festival.isPresent()) {
            slots.put("festival", Objects.requireNonNull(festival.get().festival()));
            return Optional.of(rule(
                    null,
                    null,
                    window(clause.times().stream()
                            .filter(t -> t.festival() == null)
                            .toList())));
        }
        Optional<String> again = again();
        return Optional.of(
                draft(entities(), null, null, again.isPresent() ? windowAround() : window(), again.orElse(null)));
    }

    private static boolean isSite(Mention mention) {
        return mention.meanings().stream().anyMatch(m -> m.type() == NodeType.SITE) || isMachine(mention);
    }

    private static boolean isMachine(Mention mention) {
        return mention.meanings().stream().anyMatch(m -> m.type() == NodeType.EQUIPMENT);
    }

    /** From whom what is bought, or not: needs a supplier, and a word of buying beside the ban. */
    private Optional<Draft> sourcing() {
        boolean only = clause.kind() == Kind.SOURCING_ALLOW_ONLY;
        boolean buys = clause.has(Sentence.BUY)
                || clause.has(Sentence.BLACKLIST)
                || clause.has(Sentence.FROM)
                || (only && (names(NodeType.MATERIAL) || names(NodeType.FAMILY)) && names(NodeType.SUPPLIER));
        List<Mention> suppliers = clause.names().stream()
                .filter(m -> m.meanings().stream().anyMatch(n -> n.type() == NodeType.SUPPLIER))
                .toList();
        if (!buys || clause.names().isEmpty() || only && !isOnly() || isBoundAfterAnother() || isSoldToAnother()) {
            return Optional.empty();
        }
        List<String> entities = entities();
        if (entities.stream().distinct().count() < entities.size()) {
            // what is named twice was said twice
            return Optional.empty();
        }
        if (suppliers.isEmpty() || (only && suppliers.size() == entities.size())) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        return Optional.of(draft(entities, null, null, window(), null));
    }

    /** 只从…, or 除了…谁家的都不准买; a ban beside 只 says something else. */
    private boolean isOnly() {
        boolean banned = clause.hasAny(Set.of(Sentence.BAN, Sentence.BLACKLIST));
        boolean nobodyElse = clause.has(Sentence.EXCEPT) && clause.has(Sentence.EACH) && banned;
        return nobodyElse || clause.has(Sentence.ONLY) && !banned && !clause.has(Sentence.EACH);
    }

    /** "SO-2231 by Friday" needs no word for delivering. */
    private boolean isOrderByDay() {
        return clause.tokens().stream().map(Token::type).allMatch(BY_DAY::contains)
                && clause.names().stream().flatMap(m -> m.meanings().stream()).allMatch(m -> m.type() == NodeType.ORDER)
                && clause.times().size() == 1
                && clause.times().getFirst().from() == null;
    }

    /** "The contract with X ran out, buy only from Y": of two suppliers with a verb each, only the second is bound. */
    private boolean isBoundAfterAnother() {
        List<Token> tokens = clause.tokens();
        List<Integer> types = tokens.stream().map(Token::type).toList();
        int broken = types.indexOf(Sentence.SEP);
        if (broken < 0) {
            return false;
        }
        List<Integer> before = types.subList(0, broken);
        List<Integer> after = types.subList(broken + 1, types.size());
        boolean pairs = Stream.of(tokens.subList(0, broken), tokens.subList(broken + 1, tokens.size()))
                .allMatch(half -> hasSupplier(half) && hasGoods(half));
        if (pairs) {
            // thread from X, fabric from Y: each belongs to its own
            return true;
        }
        return before.contains(Sentence.BUY)
                && before.stream().noneMatch(BINDING::contains)
                && after.stream().anyMatch(BINDING::contains)
                && hasSupplier(tokens.subList(0, broken))
                && hasSupplier(tokens.subList(broken + 1, tokens.size()));
    }

    /** 不许昌隆给华川供货 is about what one supplier sells to the other. */
    private boolean isSoldToAnother() {
        List<Token> tokens = clause.tokens();
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).type() == Sentence.FOR)
                .anyMatch(i -> hasSupplier(tokens.subList(0, i)) && hasSupplier(tokens.subList(i, tokens.size())));
    }

    private static boolean hasSupplier(List<Token> tokens) {
        return types(tokens).anyMatch(NodeType.SUPPLIER::equals);
    }

    private static boolean hasGoods(List<Token> tokens) {
        return types(tokens).anyMatch(t -> t == NodeType.MATERIAL || t == NodeType.FAMILY);
    }

    private static Stream<NodeType> types(List<Token> tokens) {
        return tokens.stream().flatMap(t -> t.meanings().stream()).map(NameIndex.Meaning::type);
    }

    private Optional<Draft> mustDeliver() {
        boolean said = clause.hasAny(Set.of(Sentence.DELIVER, Sentence.DELIVERY_GOAL));
        // SO-2207 1月8号发出，SO-2231可以松一点 is about one of them
        boolean oneYields = clause.has(Sentence.GIVE_WAY) && clause.names().size() > 1;
        // 轴承交期控制在8周以内 caps a lead time, which no rule of this kind says
        boolean term = clause.has(Sentence.LEAD_TIME)
                || TERM.matcher(words(Sentence.DELIVER) + words(Sentence.DELIVERY_GOAL))
                        .find();
        boolean ofBuying = term && !names(NodeType.ORDER) && !names(NodeType.CUSTOMER);
        if (!isOnlyMovedToADay()) {
            return Optional.empty();
        }
        if (clause.names().isEmpty() || oneYields || ofBuying || !(said || isOrderByDay())) {
            return Optional.empty();
        }
        List<String> entities = entities();
        Window window = window();
        if (window.to() == null) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        slots.put("deadline", window.to().toString());
        // the day itself is the last one, not the only one
        boolean oneDay = window.to().equals(window.from()) && clause.times().size() == 1;
        return Optional.of(draft(entities, null, null, oneDay ? new Window(asOf, window.to()) : window, null));
    }

    /** 改成12月22号以前交: what it is changed to is a day. */
    private boolean isOnlyMovedToADay() {
        List<Token> tokens = clause.tokens();
        return IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).type() == Sentence.TO)
                .allMatch(i -> i + 1 < tokens.size() && tokens.get(i + 1).type() == Sentence.TIME);
    }

    /** Which of two replaces which: A 用 B 代替 and A 换成 B name what is replaced first, B 代替 A last. */
    private Optional<Draft> substitution() {
        // 缺304就用316顶 allows it without 可以
        boolean may = clause.has(Sentence.MAY)
                || (!clause.has(Sentence.BAN) && (clause.has(Sentence.SHORTAGE) || clause.has(Sentence.USE)));
        // XLPE可以代替PVC，1公斤PVC用0.8公斤XLPE says what and how much apart
        boolean twoSaid = clause.names().size() == 2
                || clause.amounts().isEmpty()
                || clause.names().size() == 4;
        if (!twoSaid || may == clause.has(Sentence.BAN)) {
            return Optional.empty();
        }
        List<String> named = entities().stream().distinct().toList();
        if (named.size() != 2) {
            return Optional.empty();
        }
        if (isUsedIn()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        boolean reversed = isReplacedLast();
        slots.put("allowed", may);
        if (clause.has(Sentence.SHORTAGE)) {
            slots.put("condition", "SHORTAGE");
        }
        if (!clause.amounts().isEmpty()) {
            slots.put("ratio", ratio(reversed));
        } else if (ONE_TO_ONE.matcher(words(Sentence.RATIO)).find()) {
            slots.put("ratio", 1);
        }
        return Optional.of(draft(reversed ? named.reversed() : named, null, null, window(), null));
    }

    /** 门线用的0.64端子 is one thing, and says what it is used in. */
    private boolean isUsedIn() {
        int start = source.spans().getFirst().start();
        List<Token> things =
                clause.tokens().stream().filter(t -> t.type() == Sentence.NAME).toList();
        return things.size() == 2
                && USED_IN.matcher(source.text()
                                .substring(
                                        start + things.getFirst().end(),
                                        start + things.getLast().start()))
                        .matches();
    }

    /** How much of the one that stands in is used for one of the other: 一吨430用1.05吨304顶. */
    private Object ratio(boolean reversed) {
        List<Amount> amounts = clause.amounts();
        if (amounts.size() == 2
                && amounts.getFirst().unit().equals(amounts.getLast().unit())) {
            boolean firstStandsIn = firstAmountIsOf(reversed ? 0 : 1);
            double by = (firstStandsIn ? amounts.getFirst() : amounts.getLast()).value();
            double one = (firstStandsIn ? amounts.getLast() : amounts.getFirst()).value();
            if (by > 0 && one > 0) {
                return Quantities.number(Math.rint(1e6 * by / one) / 1e6);
            }
        }
        Amount ratio = amounts.getFirst();
        boolean perOne = amounts.size() == 1
                && ratio.measure() == Amount.Measure.COUNT
                && ratio.value() > 0
                && clause.values(Sentence.PER_UNIT, String.class).equals(List.of(ratio.unit()));
        if (perOne && (firstAmountIsOf(reversed ? 0 : 1) || isAmountLast())) {
            // 每吨高筋粉换1.1吨中筋粉
            return Quantities.number(ratio.value());
        }
        if (amounts.size() != 1
                || !clause.has(Sentence.RATIO)
                || ratio.measure() != Amount.Measure.NUMBER
                || ratio.value() <= 0) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        return Quantities.number(ratio.value());
    }

    /** PBT may replace PA66, 1.1 kg for each kg. */
    private boolean isAmountLast() {
        return clause.tokens().reversed().stream()
                .map(Token::type)
                .filter(t -> t == Sentence.NAME || t == Sentence.AMOUNT)
                .findFirst()
                .filter(t -> t == Sentence.AMOUNT)
                .isPresent();
    }

    /** Whether the first amount stands right before a name, counted from 0, or before the same name said again. */
    private boolean firstAmountIsOf(int name) {
        List<Token> tokens = clause.tokens();
        List<Token> named =
                tokens.stream().filter(t -> t.type() == Sentence.NAME).toList();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).type() == Sentence.AMOUNT) {
                Token next = tokens.get(i + 1);
                return next.type() == Sentence.NAME
                        && next.meanings().equals(named.get(name).meanings());
            }
        }
        return false;
    }

    /** Whether a word of replacing, or 换 after 用, stands before the second name: 316顶304, 用316换304. */
    private boolean isReplacedLast() {
        boolean swaps = words(Sentence.SWAP).equals("换") && usesFirst();
        if (clause.has(Sentence.SWAP) && !swaps) {
            return false;
        }
        int named = 0;
        boolean replaced = false;
        for (Token token : clause.tokens()) {
            named += token.type() == Sentence.NAME ? 1 : 0;
            if (named == 2) {
                return replaced;
            }
            replaced |= token.type() == Sentence.REPLACE
                    || token.type() == Sentence.STAND_FOR
                    || swaps && token.type() == Sentence.SWAP;
        }
        return replaced;
    }

    private boolean usesFirst() {
        for (Token token : clause.tokens()) {
            if (token.type() == Sentence.NAME || token.type() == Sentence.USE) {
                return token.type() == Sentence.USE;
            }
        }
        return false;
    }
}
