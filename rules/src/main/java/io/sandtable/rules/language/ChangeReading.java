package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Figures that move: demand, prices, lead times, capacity, and what the state takes or gives. */
final class ChangeReading extends ClauseReading {
    private static final Map<Integer, String> SUBJECTS = Map.of(
            Sentence.TARIFF, "tariff",
            Sentence.EXPORT_REBATE, "export-rebate",
            Sentence.VAT, "vat",
            Sentence.CARBON_TAX, "carbon",
            Sentence.SUBSIDY, "subsidy");

    private static final Set<NodeType> ORDERED =
            EnumSet.of(NodeType.CUSTOMER, NodeType.ORDER, NodeType.MATERIAL, NodeType.FAMILY);

    private static final Pattern DAY_IN_CHINESE = Pattern.compile(".*[\\u4e00-\\u9fa5](?<!当天|当日|那天|这天|至|到)");

    /** Words that are verbs as well: 要货8千箱. */
    private static final Pattern LEVEL = Pattern.compile("要货|订货|提货量?|拿货量?|要货量|订货量|订单量?|需求量?");

    private static final Pattern OF_PRICES = Pattern.compile("涨|跌|贵|便宜");

    /** Words that tell of orders and never of a price. */
    private static final Pattern MORE_OR_LESS = Pattern.compile("^(?:再)?(?:多|少|加|增|减|砍)");

    private static final Pattern SOARS = Pattern.compile("^[冲飙窜蹿跳攀]到?");

    private static final Pattern MAKES_MORE = Pattern.compile("^(?:能)?[多少][产出装做干]");

    private static final Pattern ON_A_DAY = Pattern.compile("on (?!.* to )[a-z0-9, ]+", Pattern.CASE_INSENSITIVE);

    /** 1.5 times today's price. */
    private static final Pattern PRICED = Pattern.compile("price|expensive", Pattern.CASE_INSENSITIVE);

    private static final Set<String> ENERGY = Set.of("kW", "kWh", "MWh");

    private static final Set<Integer> MOVES = Set.of(Sentence.UP, Sentence.DOWN, Sentence.DEARER, Sentence.CHEAPER);

    ChangeReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    @Override
    Optional<Draft> draft() {
        if (isAboutTwo()) {
            return Optional.empty();
        }
        return switch (clause.kind()) {
            case DEMAND_CHANGE -> demand();
            case PRICE_CHANGE -> price();
            case LEAD_TIME_CHANGE -> leadTime();
            case CAPACITY_CHANGE -> capacity();
            default -> policy();
        };
    }

    /** 304涨5%，电机也要涨: what moves after the break is another thing, of which nobody said how much. */
    private boolean isAboutTwo() {
        if (isNamedAfterItsTime()) {
            return true;
        }
        boolean moved = false;
        boolean broken = false;
        boolean named = false;
        for (Token token : clause.tokens()) {
            boolean move = MOVES.contains(token.type());
            if (named && move) {
                return true;
            }
            named |= broken && token.type() == Sentence.NAME;
            broken |= moved && token.type() == Sentence.SEP;
            moved |= move;
        }
        return false;
    }

    /** "X is down from 1 to 14 March and castings take longer": what is named after a time and "and" is another thing. */
    private boolean isNamedAfterItsTime() {
        List<Integer> types = clause.tokens().stream().map(Token::type).toList();
        for (int i = 1; i + 1 < types.size(); i++) {
            boolean joined = types.get(i) == Sentence.AND
                    && types.get(i - 1) == Sentence.TIME
                    && types.get(i + 1) == Sentence.NAME;
            if (joined && types.subList(0, i).contains(Sentence.NAME)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Draft> demand() {
        boolean less = clause.has(Sentence.WANTS_LESS) || clause.has(Sentence.DOWN);
        boolean more = clause.has(Sentence.UP) && !clause.has(Sentence.TO);
        boolean wants = clause.has(Sentence.WANTS)
                && (less || more)
                && !clause.has(Sentence.MULTIPLE)
                && !clause.has(Sentence.TO)
                // 铜要调高8%: 要 only tells that it will be so
                && (!words(Sentence.WANTS).equals("要") || isOrdered() || clause.has(Sentence.DEMAND));
        if (clause.has(Sentence.WANTS_LESS) && clause.has(Sentence.TO) && !more) {
            // 砍单，砍到只剩四成
            return clause.move().filter(Clause.Move::target).isPresent() ? moved() : Optional.empty();
        }
        if (Phrases.NOT_EVEN_ONE.matcher(words(Sentence.WANTS_LESS)).matches()) {
            return clause.amounts().size() == 1 && clause.amounts().getFirst().value() == 1
                    ? Optional.of(change(new Quantity(-100, "%", Quantity.Form.RELATIVE)))
                    : Optional.empty();
        }
        if (clause.has(Sentence.WANTS_MORE) || clause.has(Sentence.WANTS_LESS) || wants) {
            return clause.amounts().size() == 1 && !clause.has(Sentence.MULTIPLE) && !clause.has(Sentence.TO)
                    ? Optional.of(change(Quantities.step(clause, less ? -1 : 1)))
                    : Optional.empty();
        }
        if (isLevel()) {
            // 橡园12月要货8千箱
            Amount amount = clause.amounts().getFirst();
            return Optional.of(change(new Quantity(amount.value(), amount.unit(), Quantity.Form.SET)));
        }
        boolean asked = clause.has(Sentence.WANTS) && clause.has(Sentence.MULTIPLE);
        return clause.has(Sentence.DEMAND) || asked || isOrdered() ? moved() : Optional.empty();
    }

    private boolean isLevel() {
        return clause.has(Sentence.DEMAND)
                && clause.amounts().size() == 1
                && clause.amounts().getFirst().measure() == Amount.Measure.COUNT
                && !clause.hasAny(MOVES)
                && !clause.has(Sentence.TO)
                && !clause.has(Sentence.WANTS)
                && !clause.has(Sentence.MULTIPLE)
                && !clause.times().isEmpty()
                && !clause.names().isEmpty()
                && LEVEL.matcher(words(Sentence.DEMAND)).matches();
    }

    /** 安居再加八十台 and CZ80多四成 are about what is ordered; 涨 and 降 without a customer are about a price. */
    private boolean isOrdered() {
        if (clause.names().isEmpty() || !ORDERED.containsAll(named())) {
            return false;
        }
        boolean buyer = named().contains(NodeType.CUSTOMER) || named().contains(NodeType.ORDER);
        boolean counted = !said(OF_PRICES)
                && !clause.has(Sentence.DEARER)
                && !clause.has(Sentence.CHEAPER)
                && !clause.amounts().isEmpty()
                && clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.COUNT);
        return buyer || counted || said(MORE_OR_LESS);
    }

    private Set<NodeType> named() {
        return clause.names().stream()
                .flatMap(m -> m.meanings().stream())
                .map(NameIndex.Meaning::type)
                .collect(Collectors.toSet());
    }

    private boolean said(Pattern words) {
        return words.matcher(words(Sentence.UP) + words(Sentence.DOWN)).find();
    }

    /** Without the word price, only 涨, 跌, cheaper, a discount … speak of one. */
    private Optional<Draft> price() {
        boolean discount = clause.move()
                .flatMap(Clause.Move::multiple)
                .filter(m -> m < 0 && m > -100)
                .isPresent();
        boolean said = clause.has(Sentence.PRICE)
                || clause.has(Sentence.DEARER)
                || clause.has(Sentence.CHEAPER)
                || SOARS.matcher(words(Sentence.TO)).find()
                || PRICED.matcher(words(Sentence.MULTIPLE)).find()
                || discount;
        boolean perUnit = !clause.amounts().isEmpty()
                && clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.PRICE);
        boolean costs = clause.has(Sentence.COSTS);
        if (perUnit
                && clause.amounts().size() == 1
                && costs
                && clause.move().isEmpty()
                && !clause.names().isEmpty()) {
            Amount amount = clause.amounts().getFirst();
            return Optional.of(change(new Quantity(amount.value(), amount.unit(), Quantity.Form.SET)));
        }
        if (!(said || perUnit || costs) || clause.move().isEmpty()) {
            return Optional.empty();
        }
        if (clause.names().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        if (names(NodeType.CUSTOMER)
                && !(clause.has(Sentence.PRICE) && (names(NodeType.MATERIAL) || names(NodeType.FAMILY)))) {
            // what a customer has more of are orders, unless it is a price of something
            return Optional.empty();
        }
        return moved();
    }

    /** 多等四天 and "two weeks late" say how much longer without a word for the lead time. */
    private Optional<Draft> leadTime() {
        boolean delivery = clause.has(Sentence.DELIVER)
                && !clause.names().isEmpty()
                && clause.amounts().stream().anyMatch(a -> a.measure() == Amount.Measure.DURATION);
        boolean fits = names(NodeType.SUPPLIER) || names(NodeType.MATERIAL) || names(NodeType.FAMILY);
        boolean oneWay = clause.has(Sentence.LATER) != clause.has(Sentence.EARLIER);
        boolean faster = clause.has(Sentence.EARLIER) || clause.has(Sentence.DOWN);
        if (clause.has(Sentence.MAY) && (!faster || clause.has(Sentence.LATER) || clause.has(Sentence.UP))) {
            // 可以晚两天 is leave to be late
            return Optional.empty();
        }
        if (clause.has(Sentence.LATER) && clause.has(Sentence.DOWN)) {
            // one is down and the other takes longer
            return Optional.empty();
        }
        if ((clause.has(Sentence.LEAD_TIME) || delivery) && clause.move().isPresent()) {
            return moved();
        }
        if (fits
                && oneWay
                && clause.amounts().size() == 1
                && (clause.has(Sentence.LEAD_TIME)
                        || clause.amounts().getFirst().measure() == Amount.Measure.DURATION)) {
            return Optional.of(change(Quantities.step(clause, clause.has(Sentence.LATER) ? 1 : -1)));
        }
        // 尼龙66十五天能到, and 尼龙66交期十五天
        boolean takes = clause.has(Sentence.TAKES) || clause.has(Sentence.LEAD_TIME) || delivery;
        if (!fits || !takes || oneWay || clause.hasAny(Clause.SIDED)) {
            return Optional.empty();
        }
        return clause.move().isPresent() ? moved() : level();
    }

    /** "It takes 30 days to get sealant" says how long it is from then on. */
    private Optional<Draft> level() {
        List<Amount> amounts = clause.amounts();
        return amounts.size() == 1 && amounts.getFirst().measure() == Amount.Measure.DURATION
                ? Optional.of(change(new Quantity(
                        amounts.getFirst().value(), amounts.getFirst().unit(), Quantity.Form.SET)))
                : Optional.empty();
    }

    /** A percentage of a machine is one of its capacity; 总装线每班最多装400台 speaks of what it puts out. */
    private Optional<Draft> capacity() {
        boolean machines = !clause.names().isEmpty()
                && named().equals(EnumSet.of(NodeType.EQUIPMENT))
                && !clause.amounts().isEmpty();
        boolean percent = clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.PERCENT);
        boolean perPeriod = period().isPresent() && names(NodeType.EQUIPMENT);
        boolean energy = clause.amounts().stream().anyMatch(a -> ENERGY.contains(a.unit()));
        boolean output = clause.side().isPresent() && perPeriod && !energy;
        boolean hours = clause.amounts().stream().anyMatch(a -> a.unit().equals("h"));
        if (hours && clause.names().isEmpty()) {
            // 每周工时不超过40小时 is about people
            return Optional.empty();
        }
        if (machines && perPeriod && isOutput() && clause.limit().isEmpty() && !percent) {
            return moreOrLess();
        }
        if (!clause.has(Sentence.CAPACITY) && !(machines && percent) && !output) {
            return Optional.empty();
        }
        return clause.limit()
                .map(limit ->
                        Optional.of(rule(limit.side(), Quantities.limit(clause, limit.amount(), period()), window())))
                .orElseGet(() -> clause.hasAny(Clause.SIDED) || clause.isForbidden() ? Optional.empty() : moved());
    }

    private boolean isOutput() {
        return clause.has(Sentence.OUTPUT)
                || MAKES_MORE.matcher(words(Sentence.UP)).find();
    }

    /** 每天能多装三百套 steps what a machine puts out in a day. */
    private Optional<Draft> moreOrLess() {
        boolean one = clause.amounts().size() == 1
                && clause.amounts().getFirst().measure() == Amount.Measure.COUNT
                && clause.has(Sentence.UP) != clause.has(Sentence.DOWN)
                && !clause.has(Sentence.TO)
                && !clause.hasAny(Clause.SIDED)
                && !clause.isForbidden();
        if (!one) {
            return Optional.empty();
        }
        Quantity step = Quantities.step(clause, clause.has(Sentence.UP) ? 1 : -1);
        String unit = step.unit() + "/" + period().orElseThrow();
        return Optional.of(rule(null, new Quantity(step.value(), unit, step.form()), lastingFrom(window())));
    }

    private Optional<Draft> policy() {
        var subjects = SUBJECTS.keySet().stream()
                .filter(clause::has)
                .map(SUBJECTS::get)
                .collect(Collectors.toList());
        if (clause.has(Sentence.OTHER_POLICY)) {
            subjects.add(words(Sentence.OTHER_POLICY));
        }
        if (subjects.size() != 1) {
            return Optional.empty();
        }
        slots.put("subject", subjects.getFirst());
        if (clause.has(Sentence.ABOLISHED) && clause.amounts().stream().allMatch(a -> a.value() == 0)) {
            return Optional.of(change(new Quantity(0, "%", Quantity.Form.SET)));
        }
        boolean fromTo = clause.move().filter(Clause.Move::target).isPresent();
        if (clause.amounts().size() != 1 && !fromTo) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        return Optional.of(change(Quantities.rate(clause)));
    }

    /** What the state changes "on 1 July" holds from then on. */
    private Window since(Window window) {
        boolean day = window.from() != null && window.from().equals(window.to());
        return day && ON_A_DAY.matcher(words(Sentence.TIME)).matches() ? new Window(window.from(), null) : window;
    }

    private Optional<Draft> moved() {
        if (clause.move().isEmpty()) {
            return Optional.empty();
        }
        refuseWrongWay(clause.move().get().direction());
        return Optional.of(change(Quantities.change(clause)));
    }

    /** 从800台减少到900台 cannot be. */
    private void refuseWrongWay(int direction) {
        List<Amount> amounts = clause.amounts();
        if (amounts.size() == 2
                && clause.has(Sentence.FROM)
                && amounts.getFirst().unit().equals(amounts.getLast().unit())
                && direction * (amounts.getLast().value() - amounts.getFirst().value()) < 0) {
            throw new Unclear(Questions.ask(
                    Code.IMPOSSIBLE_NUMBER,
                    "%s → %s %s"
                            .formatted(
                                    Quantities.text(amounts.getFirst().value()),
                                    Quantities.text(amounts.getLast().value()),
                                    amounts.getLast().unit())));
        }
    }

    private Draft change(Quantity quantity) {
        return switch (clause.kind()) {
            case DEMAND_CHANGE -> rule(null, perPeriod(quantity), window());
            case POLICY -> rule(null, quantity, since(lastingFrom(window())));
            default -> rule(null, quantity, lastingFrom(window()));
        };
    }

    /** 7月1日下调一个百分点 begins on that day; only 当天 ends on it. */
    private Window lastingFrom(Window window) {
        boolean oneDay =
                window.from() != null && window.from().equals(window.to()) && clause.kind() != Kind.CAPACITY_CHANGE;
        return oneDay && DAY_IN_CHINESE.matcher(words(Sentence.TIME)).matches()
                ? new Window(window.from(), null)
                : window;
    }

    /** A level of demand may be per month; a step per month would be a trend, which no kind tells. */
    private Quantity perPeriod(Quantity quantity) {
        return period().map(p -> {
                    if (quantity.form() != Quantity.Form.SET) {
                        throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(Sentence.PER)));
                    }
                    return new Quantity(quantity.value(), quantity.unit() + "/" + p, Quantity.Form.SET);
                })
                .orElse(quantity);
    }
}
