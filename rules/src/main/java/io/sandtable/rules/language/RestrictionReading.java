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
import java.util.stream.Stream;

/** What may, must or will not be done: deliveries, machines, days, sources, places, shifts, replacements. */
final class RestrictionReading extends ClauseReading {
    private static final Pattern ONE_TO_ONE = Pattern.compile("one (?:for|to) one|1:1", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_OFF =
            Pattern.compile("都?(?:歇着?|歇班|休|休息|放假|不上班|(?i:nobody works|no one works|nobody comes in|no one comes in))");
    private static final Set<Integer> BINDING = Set.of(Sentence.BAN, Sentence.ONLY, Sentence.BLACKLIST);
    private static final Set<Integer> BY_DAY =
            Set.of(Sentence.NAME, Sentence.TIME, Sentence.MUST, Sentence.FOR, Sentence.SEP, Sentence.AND);
    private static final Pattern USED_IN = Pattern.compile("[上里]?(?:面|头)?(?:所?用到?|使用)?的");

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
                .flatMap(m -> isCustomer(m) ? beneficiary(m) : ids(m, types()).stream())
                .toList();
        if (clause.has(Sentence.RUSH)) {
            slots.put("beneficiary", "rush");
        }
        Quantity share = Quantities.limit(clause, clause.amounts().getFirst(), Optional.empty());
        return Optional.of(draft(entities, clause.side().orElse(null), share, window(), null));
    }

    private static boolean isCustomer(Mention mention) {
        return mention.meanings().stream().anyMatch(m -> m.type() == NodeType.CUSTOMER);
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
        boolean leaves = clause.has(Sentence.OUTSOURCE);
        boolean kept = clause.has(Sentence.IN_HOUSE) || clause.has(Sentence.SECRET);
        boolean said = leaves && !kept ? ban != may && !clause.has(Sentence.ONLY) : kept && !may;
        if (!said || clause.names().isEmpty()) {
            return Optional.empty();
        }
        slots.put("outsourcing", may);
        return Optional.of(rule(null, null, window()));
    }

    private Optional<Draft> shift() {
        boolean weekend = clause.has(Sentence.WEEKEND_SHIFT);
        if (!clause.has(Sentence.BAN) || weekend == clause.has(Sentence.NIGHT_SHIFT)) {
            return Optional.empty();
        }
        slots.put("shift", weekend ? "weekend" : "night");
        return Optional.of(rule(null, null, window()));
    }

    private Optional<Draft> shutdown() {
        boolean stops =
                clause.hasAny(Set.of(Sentence.CLOSED, Sentence.NO_DELIVERY, Sentence.HALT, Sentence.NOT_WORKED));
        boolean refrains = clause.has(Sentence.DELIVER) || clause.has(Sentence.WORKED);
        if (clause.names().isEmpty() || clause.isForbidden() == stops || (clause.isForbidden() && !refrains)) {
            return Optional.empty();
        }
        if (isAboutTwo()) {
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
            return Optional.of(draft(suppliers, null, null, lunar ? null : windowAround(), again.get()));
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
        Optional<String> again =
                recurrence().or(() -> yearly ? LunarTimes.everyYear(words(Sentence.TIME)) : Optional.empty());
        if (again.isEmpty() && (yearly || clause.has(Sentence.PER))) {
            throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(Sentence.TIME)));
        }
        return again;
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
        boolean said = clause.isForbidden() ? used && !ends : ends;
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
        String said = words(Sentence.NOT_WORKED) + words(Sentence.HALT) + words(Sentence.CLOSED);
        return DAY_OFF.matcher(said).matches()
                && !clause.hasAny(Set.of(Sentence.MAINTENANCE, Sentence.TIME_OF_DAY))
                && recurrence().isPresent();
    }

    private void hours() {
        List<List> said = clause.values(Sentence.TIME_OF_DAY, List.class);
        if (said.size() > 1) {
            throw new Unclear(Questions.ask(Code.UNCLEAR_WINDOW, words(Sentence.TIME_OF_DAY)));
        }
        said.stream().findFirst().ifPresent(ends -> slots.put("timeOfDay", List.copyOf(ends)));
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
        boolean works = clause.has(Sentence.WORKED);
        // 停产 of nobody in particular is asked about: a supplier's is another kind
        boolean rests = clause.has(Sentence.NOT_WORKED);
        if (works == rests
                || (clause.isForbidden() && rests)
                || clause.names().stream().anyMatch(m -> !isSite(m))
                || clause.names().stream().anyMatch(m -> isMachine(m)) && rests && !isDayOff()) {
            return Optional.empty();
        }
        if (clause.times().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        slots.put("working", works && !clause.isForbidden());
        Optional<When> festival = festival();
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
        if (!buys || clause.names().isEmpty() || isBoundAfterAnother()) {
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

    private static boolean hasSupplier(List<Token> tokens) {
        return types(tokens).anyMatch(NodeType.SUPPLIER::equals);
    }

    private static boolean hasGoods(List<Token> tokens) {
        return types(tokens).anyMatch(t -> t == NodeType.MATERIAL || t == NodeType.FAMILY);
    }

    private static Stream<NodeType> types(List<Token> tokens) {
        return tokens.stream()
                .filter(t -> t.type() == Sentence.NAME)
                .flatMap(t -> t.valueAs(Mention.class).meanings().stream())
                .map(NameIndex.Meaning::type);
    }

    private Optional<Draft> mustDeliver() {
        boolean said = clause.hasAny(Set.of(Sentence.DELIVER, Sentence.DELIVERY_GOAL));
        if (clause.names().isEmpty() || !(said || isOrderByDay())) {
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

    /** Which of two replaces which: A 用 B 代替 and A 换成 B name what is replaced first, B 代替 A last. */
    private Optional<Draft> substitution() {
        // 缺304就用316顶 allows it without 可以
        boolean may = clause.has(Sentence.MAY)
                || (!clause.has(Sentence.BAN) && (clause.has(Sentence.SHORTAGE) || clause.has(Sentence.USE)));
        boolean twoSaid = clause.names().size() == 2 || clause.amounts().isEmpty();
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
        boolean reversed = !clause.has(Sentence.SWAP)
                && Math.max(last(Sentence.REPLACE), last(Sentence.STAND_FOR)) < last(Sentence.NAME);
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
        if (amounts.size() != 1
                || !clause.has(Sentence.RATIO)
                || ratio.measure() != Amount.Measure.NUMBER
                || ratio.value() <= 0) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        return Quantities.number(ratio.value());
    }

    /** Whether the first amount stands right before a name, counted from 0. */
    private boolean firstAmountIsOf(int name) {
        List<Token> tokens = clause.tokens();
        int names = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).type() == Sentence.AMOUNT) {
                return i + 1 < tokens.size() && tokens.get(i + 1).type() == Sentence.NAME && names == name;
            }
            names += tokens.get(i).type() == Sentence.NAME ? 1 : 0;
        }
        return false;
    }

    private int last(int tokenType) {
        for (int i = clause.tokens().size() - 1; i >= 0; i--) {
            if (clause.tokens().get(i).type() == tokenType) {
                return i;
            }
        }
        return -1;
    }
}
