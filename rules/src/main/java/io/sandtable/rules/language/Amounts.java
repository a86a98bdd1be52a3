package io.sandtable.rules.language;

import static io.sandtable.rules.language.Amount.Measure.COUNT;
import static io.sandtable.rules.language.Amount.Measure.DURATION;
import static io.sandtable.rules.language.Amount.Measure.MONEY;
import static io.sandtable.rules.language.Amount.Measure.NUMBER;
import static io.sandtable.rules.language.Amount.Measure.PERCENT;
import static io.sandtable.rules.language.Amount.Measure.POINTS;
import static io.sandtable.rules.language.Amount.Measure.PRICE;

import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with what they count, words that multiply, periods (每月) and times of day. */
final class Amounts {
    /** What is counted or weighed in Chinese; also what a price is for. */
    static final String COUNTERS =
            "立方米|平方米|缸|千瓦时|度电|公斤|千克|公里|立方|平方|平米|台|件|套|个(?![小钟月星礼])|只|箱|辆|片|张|支|条|根|桶|瓶|卷|袋|块|把|双|对|副|扇|盏|包|捆|筒|罐|盘|组|部|架|盒|板|车|柜|托|枚|颗|粒|节|吨|度|方|米|升|斤|kg|t(?![a-z0-9])";

    private static final String WEIGHT = "吨|公斤|千克|公里|kg|tonnes?|tons?|t";
    /** What is counted, measured or packed in English. */
    static final String PACKED =
            "kilos?|kilograms?|metres?|meters?|square met(?:re|er)s?|cubic met(?:re|er)s?|sqm|m2|litres?|liters?|rolls?|cases|box(?:es)?|cartons?|pallets?|bags?|drums?|bottles?|reels?|spools?|sheets?|pairs?|yards?|sacks?|coils?|barrels?|crates?|bundles?|containers?|truckloads?";

    private static final String COUNTED =
            "(?:" + COUNTERS + "|千瓦|个?小时|个?钟头|个钟|吨)|(?:pcs|pieces?|units?|sets?|kwh|mwh|kw|m3|hours?|h|" + WEIGHT + "|"
                    + PACKED + ")(?![a-z0-9])";
    private static final Pattern PERCENT_AFTER =
            Pattern.compile("\\s?(?:%|percent|per cent|个?百分比)(?!\\s?(?:age )?points?)");
    private static final Pattern HALF_POINT = Pattern.compile("半个(?:百分)?点|half a (?:percentage |percent )?point");
    private static final Pattern POINTS_AFTER =
            Pattern.compile("\\s?(?:个百分点|百分点|个点|%\\s?points?|percentage points?|percent points?|points?)");
    private static final Pattern HALF_TENTH = Pattern.compile("半成(?![本品功])");
    private static final Pattern TENTHS_AFTER = Pattern.compile("成([半一二三四五六七八九])?(?![本品功])");
    private static final Pattern TIMES_AFTER = Pattern.compile("倍");
    /** Hit 1.5 times today's price. */
    private static final Pattern TIMES_ITSELF = Pattern.compile(
            " times (?:as (?:long|much|high|many|expensive|big)|(?:today's|the current|the present|its current|the usual|its usual|the normal|the old|last year's) (?:price|level|volume|figure|demand|lead time|rate))(?![a-z])");

    private static final String CURRENCY = "元|块钱|块|人民币|yuan|rmb|cny" + Currencies.AFTER;
    private static final Pattern MONEY_AFTER = Pattern.compile("\\s?(" + CURRENCY + ")");
    private static final String A_THING =
            "\\s?(" + COUNTERS + "|kg|tonne|ton|t|kwh|m3|pcs|piece|unit|set|m|l|" + PACKED + ")(?![a-z])";
    private static final Pattern PRICE_AFTER =
            Pattern.compile("\\s?(?:(" + CURRENCY + ")?\\s?(?:/|per |a )|(" + CURRENCY + ")每)" + A_THING);
    private static final Pattern PER_THING_AFTER = Pattern.compile("\\s?(?:/|per |a |每)" + A_THING);
    private static final Pattern DURATION_AFTER = Pattern.compile(
            "[\\s-]?(?:个(半)?月|(天|周|个星期|星期|个礼拜|礼拜|年|days?|weeks?|months?|years?)(半)?)(?![a-z])(?!末|份|底|初|中|内)");
    /** Four more days: what says which way stands between the number and its unit. */
    private static final Pattern BETWEEN_UNIT = Pattern.compile(
            " (?:more|extra|additional|further|fewer|less)(?= (?:days?|weeks?|months?|pcs|pieces|units|sets|tonnes?|tons?|kg|hours?)(?![a-z]))");

    private static final Pattern HALF_DURATION =
            Pattern.compile("半个?(天|月|年)(?![a-z])(?!末|份|底|初|中|内)|half a (day|month|year)");
    private static final Map<String, Double> HALVES =
            Map.of("天", 0.5, "day", 0.5, "月", 15.0, "month", 15.0, "年", 182.5, "year", 182.5);
    private static final Pattern ONE_ENGLISH = Pattern.compile("an? (day|week|fortnight|month|year)(?![a-z])");
    private static final Map<String, Double> ONES =
            Map.of("day", 1.0, "week", 7.0, "fortnight", 14.0, "month", 30.0, "year", 365.0);
    /** 采购不能过半. */
    private static final Pattern HALF_ALONE = Pattern.compile("(?<=[过超])半(?![年月天个成点小数])");

    private static final Pattern HALF_HOUR = Pattern.compile("半个?(?:小时|钟头)|half an hour");
    private static final Pattern MINUTES_AFTER = Pattern.compile("\\s?(?:分钟|minutes?(?![a-z]))");
    private static final Pattern QUARTERS_AFTER = Pattern.compile("刻钟");
    /** 8天又20小时: days of each part of a duration. */
    private static final Map<String, Double> PARTS =
            Map.of("年", 365.0, "个月", 30.0, "周", 7.0, "个星期", 7.0, "星期", 7.0, "天", 1.0, "个小时", 1 / 24.0, "小时", 1 / 24.0);

    private static final Pattern PART_AFTER = Pattern.compile("(年|个月|周|个星期|星期|天|个小时|小时)(?:又|零)?");
    private static final Pattern JIAO_AFTER =
            Pattern.compile("(?:毛|角)(?:([一二三四五六七八九]|\\d(?![\\d.]))(?![零十百千万亿台件个只吨公千度套])分?)?钱?");
    private static final Pattern FEN_AFTER = Pattern.compile("分钱?(?![钟之])|厘钱?");
    private static final Pattern YUAN_AND_AFTER =
            Pattern.compile("(?:块|元)([一二三四五六七八九]|\\d(?![\\d.]))(?![零十百千万亿台件个只吨公千度套])(?:毛|角)?");
    private static final Pattern A_PIECE_AFTER = Pattern.compile("(?:一|每|/|1)(" + COUNTERS + ")");
    private static final Pattern COINS_AFTER = Pattern.compile("\\s?(?:元|块|毛|角|分钱)");
    /** Yuan from which a bare number before 一吨 is a price. */
    private static final double LEAST_BARE_PRICE = 1000;

    private static final Pattern COUNT_AFTER =
            Pattern.compile("\\s?(?:(" + COUNTED + ")(?:二氧化碳|\\s?(?:of )?co2)?)(?!%)");

    private static final Pattern PRICE_BEFORE = Pattern.compile("[每一](" + COUNTERS + ")(?=[\\d零一二两三四五六七八九十百千])");
    private static final Pattern MONEY_BEFORE =
            Pattern.compile("(¥|￥|(?:cny|rmb)\\s?|" + Currencies.BEFORE + ")(?=\\d)");
    private static final Pattern AND_FRACTION = Pattern.compile("又");
    private static final Pattern FRACTION_ZH =
            Pattern.compile("(负)?([零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟]+|\\d+)分之(百(?![\\d分零一二三四五六七八九十]))?");
    private static final Pattern FRACTION_WORD = Pattern.compile(
            "一半|半数|(?:a |one )?half|(?:(?:a|an|one) |(two|three|four|five|seven|nine)[ -])(third|quarter|fourth|fifth|sixth|eighth|tenth)s?(?![a-z])");
    /** Change in percent → words. */
    private static final Map<Double, Pattern> MULTIPLES = Map.of(
            100.0,
            Pattern.compile(
                    "翻了?一番|翻番|翻了?一倍|翻了?倍|doubles|doubled|doubling|double(?![a-z])|twice as (?:much|high|long|many|expensive|big)|twice the"),
            300.0,
            Pattern.compile("翻了?[两二]番|quadrupled?s?(?![a-z])"),
            700.0,
            Pattern.compile("翻了?三番"),
            -50.0,
            Pattern.compile(
                    "拦腰砍断?|腰斩|减半|砍半|对半砍|折半|对折|缩一半|砍一半|halve[sd]?(?![a-z])|halving|half as (?:much|high|long|many|expensive|big)"),
            -100.0,
            Pattern.compile(
                    "一(?:台|件|套|个|只|单|吨|张|箱|米|块|条|支|颗|批)(?:货)?(?:都|也)?(?:不再?|没再?)(?:要|订|下|买|拿|进|提|采|收|做)了?|全(?:部|都)?(?:取消|砍掉|砍光|不要)了?|归零|清零|砍光|cancel(?:s|led|ling)? (?:everything|all (?:of )?(?:its|their) orders|all orders)(?! (?:else|but|except|over|above|after|before))"),
            200.0,
            Pattern.compile("triple[sd]?(?![a-z])|tripling|three times as (?:much|high|long|many)"));

    private static final Map<String, Integer> PARTS_OF_ONE =
            Map.of("third", 3, "quarter", 4, "fourth", 4, "fifth", 5, "sixth", 6, "eighth", 8, "tenth", 10);

    private static final Map<String, String> PERIODS = Map.ofEntries(
            Map.entry("天", "day"),
            Map.entry("日", "day"),
            Map.entry("day", "day"),
            Map.entry("daily", "day"),
            Map.entry("周", "week"),
            Map.entry("星期", "week"),
            Map.entry("礼拜", "week"),
            Map.entry("week", "week"),
            Map.entry("weekly", "week"),
            Map.entry("月", "month"),
            Map.entry("month", "month"),
            Map.entry("monthly", "month"),
            Map.entry("季度", "quarter"),
            Map.entry("季", "quarter"),
            Map.entry("quarter", "quarter"),
            Map.entry("quarterly", "quarter"),
            Map.entry("年", "year"),
            Map.entry("year", "year"),
            Map.entry("yearly", "year"),
            Map.entry("班", "shift"),
            Map.entry("shift", "shift"));

    private static final Pattern DISCOUNT = Pattern.compile(
            "(?:打[个了到]?|按照?|照)?(对|半|[一二三四五六七八九两贰叁肆伍陆柒捌玖](?:点?[一二三四五六七八九贰叁肆伍陆柒捌玖])?|\\d(?:\\.\\d)?|\\d\\d)折(?![扣弯旧])");
    private static final Pattern OF_ITSELF_ZH = Pattern.compile("(?:变为|变成|达到|到|为|是)?原来的(?=[\\d一二两三四五六七八九十])");
    private static final Pattern PERIOD = Pattern.compile(
            "每个?(天|日|周|星期|月|季度|季|年|班)|(?<![\\d零一二三四五六七八九十每])(日|周|月|班)(?=产(?![品线业地]))|(?:/|\\s?per |\\s?each |\\s?a )(day|week|month|quarter|year|shift)(?![a-z])|/(天|日|周|月|季度|年|班)|(daily|weekly|monthly|quarterly|yearly)(?![a-z])");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("吨", "t"),
            Map.entry("tonne", "t"),
            Map.entry("tonnes", "t"),
            Map.entry("ton", "t"),
            Map.entry("tons", "t"),
            Map.entry("公斤", "kg"),
            Map.entry("千克", "kg"),
            Map.entry("度", "kWh"),
            Map.entry("度电", "kWh"),
            Map.entry("千瓦时", "kWh"),
            Map.entry("kwh", "kWh"),
            Map.entry("mwh", "MWh"),
            Map.entry("立方米", "m3"),
            Map.entry("立方", "m3"),
            Map.entry("方", "m3"),
            Map.entry("米", "m"),
            Map.entry("平方米", "m2"),
            Map.entry("千瓦", "kW"),
            Map.entry("kw", "kW"),
            Map.entry("小时", "h"),
            Map.entry("个小时", "h"),
            Map.entry("钟头", "h"),
            Map.entry("个钟", "h"),
            Map.entry("个钟头", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("kilo", "kg"),
            Map.entry("kilos", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("kilograms", "kg"),
            Map.entry("metre", "m"),
            Map.entry("metres", "m"),
            Map.entry("meter", "m"),
            Map.entry("meters", "m"),
            Map.entry("square metre", "m2"),
            Map.entry("square metres", "m2"),
            Map.entry("square meter", "m2"),
            Map.entry("square meters", "m2"),
            Map.entry("sqm", "m2"),
            Map.entry("cubic metre", "m3"),
            Map.entry("cubic metres", "m3"),
            Map.entry("cubic meter", "m3"),
            Map.entry("cubic meters", "m3"),
            Map.entry("piece", "pcs"),
            Map.entry("pieces", "pcs"));

    private Amounts() {}

    static List<Token> at(NormalText sentence, int start) {
        // an amount may follow a Latin word only after a space, but a period follows its unit directly: 500kwh/month
        return sentence.isBoundary(start)
                ? sentence.tokens(start, Amounts::of)
                : period(sentence.text(), start).stream().toList();
    }

    private static List<Token> of(String text, int start) {
        var found = new ArrayList<Token>();
        wordFraction(text, start).ifPresent(found::add);
        chineseFraction(text, start).ifPresent(found::add);
        multiple(text, start).ifPresent(found::add);
        period(text, start).ifPresent(found::add);
        Hours.at(text, start).ifPresent(found::add);
        prefixed(text, start).ifPresent(found::add);
        mixedFraction(text, start).ifPresent(found::add);
        after(ONE_ENGLISH, text, start)
                .map(m -> amount(start, m.end(), ONES.getOrDefault(m.group(1), 1.0), DURATION, "days"))
                .ifPresent(found::add);
        halved(text, start).ifPresent(found::add);
        after(HALF_ALONE, text, start).ifPresent(m -> found.add(amount(start, m.end(), 50, PERCENT, "%")));
        summed(text, start).ifPresent(found::add);
        boolean insideNumber = start > 0
                && ".,".indexOf(text.charAt(start - 1)) >= 0
                && start > 1
                && Character.isDigit(text.charAt(start - 2));
        if (!insideNumber) {
            Numbers.all(text, start).forEach(number -> found.addAll(suffixed(text, start, number)));
        }
        return found;
    }

    /** 半个点, 半成, 半年, 半小时. */
    private static Optional<Token> halved(String text, int start) {
        return after(HALF_POINT, text, start)
                .map(m -> amount(start, m.end(), 0.5, POINTS, "pp"))
                .or(() -> after(HALF_TENTH, text, start).map(m -> amount(start, m.end(), 5, PERCENT, "%")))
                .or(() -> after(HALF_HOUR, text, start).map(m -> amount(start, m.end(), 0.5, COUNT, "h")))
                .or(() -> after(HALF_DURATION, text, start)
                        .map(m -> amount(
                                start,
                                m.end(),
                                HALVES.getOrDefault(m.group(1) == null ? m.group(2) : m.group(1), 0.0),
                                DURATION,
                                "days")));
    }

    /** 一年又一个月21天: a duration of at least two parts. */
    private static Optional<Token> summed(String text, int start) {
        double days = 0;
        double smallest = Double.MAX_VALUE;
        int parts = 0;
        int end = start;
        int next = start;
        while (true) {
            Optional<Numbers.Found> number = Numbers.at(text, next);
            Optional<Matcher> unit = number.flatMap(n -> after(PART_AFTER, text, n.end()));
            double size = unit.map(m -> PARTS.getOrDefault(m.group(1), 0.0)).orElse(0.0);
            boolean joined = next > end;
            if (unit.isEmpty()
                    || number.get().value() >= 100
                    || number.get().value() < 0
                    || (!joined && size >= smallest)) {
                return parts < 2 ? Optional.empty() : Optional.of(amount(start, end, days, DURATION, "days"));
            }
            days += number.get().value() * size;
            smallest = Math.min(smallest, size);
            end = unit.get().end(1);
            next = unit.get().end();
            parts++;
        }
    }

    /** The number alone and the number with each suffix that fits. */
    private static List<Token> suffixed(String text, int start, Numbers.Found number) {
        var found = new ArrayList<Token>();
        int at = number.end();
        double value = number.value();
        found.add(amount(start, at, value, NUMBER, ""));
        after(PERCENT_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value, PERCENT, "%")));
        after(POINTS_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value, POINTS, "pp")));
        after(TENTHS_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), tenths(value, m), PERCENT, "%")));
        after(TIMES_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value * 100, PERCENT, "%")));
        after(MONEY_AFTER, text, at)
                .ifPresent(m -> money(text, start, m.end(), value, Currencies.of(m.group(1)), found));
        after(JIAO_AFTER, text, at)
                .ifPresent(m -> money(text, start, m.end(), value / 10 + coins(m.group(1)) / 100, "CNY", found));
        after(YUAN_AND_AFTER, text, at)
                .ifPresent(m -> money(text, start, m.end(), value + coins(m.group(1)) / 10, "CNY", found));
        after(PRICE_AFTER, text, at)
                .ifPresent(m -> found.add(amount(
                        start,
                        m.end(),
                        value,
                        PRICE,
                        Currencies.of(m.group(1) == null ? m.group(2) : m.group(1)) + "/" + unit(m.group(3)))));
        // 七万二一吨 is a price, for nobody says so many and then one
        after(A_PIECE_AFTER, text, at)
                .filter(m -> value >= LEAST_BARE_PRICE && m.group().startsWith("一"))
                .ifPresent(m -> found.add(amount(start, m.end(), value, PRICE, "CNY/" + unit(m.group(1)))));
        after(FEN_AFTER, text, at)
                .ifPresent(m ->
                        money(text, start, m.end(), value / (m.group().startsWith("厘") ? 1000 : 100), "CNY", found));
        after(MINUTES_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value / 60, COUNT, "h")));
        after(QUARTERS_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value / 4, COUNT, "h")));
        after(DURATION_AFTER, text, at)
                .filter(m -> !"年".equals(m.group(2)) || value < 100) // 2027年 is a year, not a duration
                .ifPresent(m -> found.add(amount(start, m.end(), days(value, m), DURATION, "days")));
        after(BETWEEN_UNIT, text, at).ifPresent(m -> {
            after(DURATION_AFTER, text, m.end())
                    .ifPresent(unit -> found.add(amount(start, at, days(value, unit), DURATION, "days")));
            after(COUNT_AFTER, text, m.end())
                    .ifPresent(unit -> found.add(amount(start, at, value, COUNT, unit(unit.group(1)))));
        });
        after(COUNT_AFTER, text, at).ifPresent(m -> found.add(amount(start, m.end(), value, COUNT, unit(m.group(1)))));
        after(TIMES_ITSELF, text, at)
                .ifPresent(m -> found.add(new Token(Sentence.MULTIPLE, start, m.end(), (value - 1) * 100)));
        return found;
    }

    /** An amount of money, and as a price where 一个 or 每吨 follows. */
    private static void money(String text, int start, int end, double major, String currency, List<Token> found) {
        double value = cents(major);
        found.add(amount(start, end, value, MONEY, currency));
        after(A_PIECE_AFTER, text, end)
                .ifPresent(m -> found.add(amount(start, m.end(), value, PRICE, currency + "/" + unit(m.group(1)))));
    }

    private static double coins(@Nullable String digit) {
        return digit == null ? 0 : Numbers.chinese(digit);
    }

    /** 每吨5200, ¥800, 原来的2倍. */
    private static Optional<Token> prefixed(String text, int start) {
        Optional<Matcher> price = after(PRICE_BEFORE, text, start);
        if (price.isPresent()) {
            String thing = unit(price.get().group(1));
            boolean each = text.charAt(start) == '每';
            return Numbers.at(text, price.get().end())
                    // 一公斤82元 is a price, 一公斤82 is not
                    .filter(number ->
                            each || after(COINS_AFTER, text, number.end()).isPresent())
                    .map(number -> priced(text, start, number, thing));
        }
        Optional<Matcher> money = after(MONEY_BEFORE, text, start);
        if (money.isPresent()) {
            String currency = Currencies.of(money.get().group(1));
            return Numbers.at(text, money.get().end())
                    .map(number -> after(PER_THING_AFTER, text, number.end())
                            .map(m -> amount(start, m.end(), number.value(), PRICE, currency + "/" + unit(m.group(1))))
                            .orElseGet(() -> amount(start, number.end(), number.value(), MONEY, currency)));
        }
        return after(OF_ITSELF_ZH, text, start)
                .flatMap(m -> Numbers.at(text, m.end())
                        .flatMap(number -> after(TIMES_AFTER, text, number.end())
                                .map(times ->
                                        new Token(Sentence.MULTIPLE, start, times.end(), (number.value() - 1) * 100))));
    }

    /** 每块18块5, 每个一毛五, 每吨5200, 每个0.92欧元. */
    private static Token priced(String text, int start, Numbers.Found number, String thing) {
        double value = number.value();
        String yuan = "CNY/" + thing;
        return after(YUAN_AND_AFTER, text, number.end())
                .map(m -> amount(start, m.end(), cents(value + coins(m.group(1)) / 10), PRICE, yuan))
                .or(() -> after(JIAO_AFTER, text, number.end())
                        .map(m -> amount(start, m.end(), cents(value / 10 + coins(m.group(1)) / 100), PRICE, yuan)))
                .or(() -> after(FEN_AFTER, text, number.end())
                        .map(m -> amount(
                                start, m.end(), cents(value / (m.group().startsWith("厘") ? 1000 : 100)), PRICE, yuan)))
                .or(() -> after(MONEY_AFTER, text, number.end())
                        .map(m -> amount(start, m.end(), value, PRICE, Currencies.of(m.group(1)) + "/" + thing)))
                .orElseGet(() -> amount(start, number.end(), value, PRICE, yuan));
    }

    /** Without what a binary fraction leaves behind. */
    private static double cents(double yuan) {
        return Math.rint(yuan * 1e6) / 1e6;
    }

    private static Optional<Token> chineseFraction(String text, int start) {
        return after(FRACTION_ZH, text, start).flatMap(m -> {
            double whole = Numbers.chinese(m.group(2)) * (m.group(1) == null ? 1 : -1);
            if (m.group(3) != null) {
                return Optional.of(amount(start, m.end(), 100 * 100 / whole, PERCENT, "%"));
            }
            return Numbers.at(text, m.end())
                    .map(part -> amount(start, part.end(), 100 * part.value() / whole, PERCENT, "%"));
        });
    }

    /** 三又二分之一 is the number 3.5. */
    private static Optional<Token> mixedFraction(String text, int start) {
        return Numbers.at(text, start)
                .flatMap(whole -> after(AND_FRACTION, text, whole.end())
                        .flatMap(m -> chineseFraction(text, m.end())
                                .map(fraction -> amount(
                                        start,
                                        fraction.end(),
                                        whole.value()
                                                + Math.signum(whole.value())
                                                        * fraction.valueAs(Amount.class)
                                                                .value()
                                                        / 100,
                                        NUMBER,
                                        ""))));
    }

    private static Optional<Token> wordFraction(String text, int start) {
        return after(FRACTION_WORD, text, start).map(m -> {
            int parts = m.group(2) == null ? 2 : PARTS_OF_ONE.getOrDefault(m.group(2), 2);
            double taken = m.group(1) == null
                    ? 1
                    : Numbers.at(m.group(1), 0).orElseThrow().value();
            return amount(start, m.end(), 100 * taken / parts, PERCENT, "%");
        });
    }

    private static Optional<Token> multiple(String text, int start) {
        return after(DISCOUNT, text, start)
                .map(m -> new Token(Sentence.MULTIPLE, start, m.end(), discount(m.group(1)) - 100))
                .or(() -> MULTIPLES.entrySet().stream()
                        .flatMap(e -> after(e.getValue(), text, start)
                                .map(m -> new Token(Sentence.MULTIPLE, start, m.end(), e.getKey()))
                                .stream())
                        .findFirst());
    }

    /** 七五折 leaves 75 %, 8折 80 %, 对折 half. */
    private static double discount(String word) {
        if (word.equals("对") || word.equals("半")) {
            return 50;
        }
        double value = Character.isDigit(word.charAt(0)) ? Double.parseDouble(word) : Numbers.chinese(word);
        return value < 10 ? value * 10 : value;
    }

    private static Optional<Token> period(String text, int start) {
        return after(PERIOD, text, start)
                .flatMap(m -> PERIODS.entrySet().stream()
                        .filter(e -> m.group().endsWith(e.getKey()))
                        .max(Comparator.comparingInt(e -> e.getKey().length()))
                        .map(e -> new Token(Sentence.PER, start, m.end(), e.getValue())));
    }

    private static double tenths(double value, Matcher m) {
        String rest = m.group(1);
        return value * 10 + (rest == null ? 0 : rest.equals("半") ? 5 : Numbers.chinese(rest));
    }

    private static double days(double value, Matcher m) {
        String unit = m.group(2) == null ? "month" : m.group(2);
        double count = m.group(1) == null && m.group(3) == null ? value : value + 0.5;
        if (unit.matches("周|.*(星期|礼拜)|weeks?")) {
            return count * 7;
        }
        if (unit.startsWith("month")) {
            return count * 30;
        }
        return unit.matches("年|years?") ? count * 365 : count;
    }

    static String unit(String word) {
        return UNITS.getOrDefault(word, word);
    }

    private static Token amount(int start, int end, double value, Amount.Measure measure, String unit) {
        return new Token(Sentence.AMOUNT, start, end, new Amount(value, measure, unit));
    }

    private static Optional<Matcher> after(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
