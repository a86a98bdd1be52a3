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
    private static final Pattern ONE_PERIOD = Pattern.compile("一个?(天|日|周|星期|礼拜|月|季度|年)(?!半|内|以|之|后|前|起|份|度)");
    private static final Map<String, String> PERIODS = Map.of(
            "天", "day",
            "日", "day",
            "周", "week",
            "星期", "week",
            "礼拜", "week",
            "月", "month",
            "季度", "quarter",
            "年", "year");

    /** 每吨 and 一台 beside a price that is said apart from them. */
    private static final Pattern ONE_THING = Pattern.compile("(?:[一每]|1 ?)(" + Amounts.COUNTERS + ")(?![\\d%])");

    /** 别家的一律不要: what says that only those who were named remain. */
    private static final Pattern NOBODY_ELSE = Pattern.compile(
            "(?:别|其他|其它|其余|旁|谁|哪)的?(?:家|人家|人|供应商|厂家|厂商|厂|渠道|地方)?的?货?(?:都|也|就)?(?:一律|一概|统统|通通|全都|全部)?(?:都|就|也)?(?:不要|不认|不采|不报价|不用报价|不用|不买|不进|不考虑|不行|免谈|不找|不许|不得|不能)了?(?=$|[,。;!，；！ ])|(?:不|别|不要|不许|不能|不得)(?:再)?(?:找|用|要|买|从)(?:别|其他|其它|旁)的?(?:家|人家|人|供应商|厂家|厂)?的?(?:货|买|进)?(?=$|[,。;!，；！ ])");

    /** 不能掉到…以下 is a floor. */
    private static final Pattern NOT_DOWN_TO = Pattern.compile(
            "(?:绝|决|可|千万)?(?:不能|不得|不许|不可|不准|不要|不可以|不会|别|不)(?:再)?(?:让它|让他)?(?:掉|跌|降|落|滑|低|少|减|缩)(?:落|低)?(?:到|至)");

    private static final Pattern AT_HOME = Pattern.compile(
            "(?:放|留)?在?(?:咱们?|我们)?(?:自己|自家|本)?的?(?:厂|车间|家)(?:子)?(?:里|内|里头)(?:自己)?(?:来)?(?:做|干|弄|加工|完成|生产|搞)");

    /** 换镜片, 清一次槽, 修导轨: what is done to a machine that stands still. */
    private static final Pattern SERVICE = Pattern.compile(
            "(?:更换|换|加装|安装|装|拆|刷|铺|清洗|清|擦|修理|修|补|校|调)(?:一次|一下|个)?[\\u4e00-\\u9fa5&&[^零一二两三四五六七八九十百千万半不没要成用了的到]]{1,4}(?<!停|停机|停产|停工|停用)(?=$|[,。;!，；！])");

    /** What is done to a machine, and why a works is shut: for an environmental inspection, gets its dross cleaned, goes to the toolmaker. */
    private static final Pattern SERVICE_IN_ENGLISH = Pattern.compile(
            "(?:for|due to|because of|owing to) (?:(?:an?|the|its|their|our|some|yet another|another) )?(?:[a-z-]+ ){0,2}?(?:inspections?|audits?|maintenance|checks?|check-up|survey|stocktak(?:e|ing)|stock count|inventory count|retrofit|retrofitting|visits?|tour|demo|demonstration|photo shoot|event|open day|anniversary|party|ceremony|relocation|move|upgrade|upgrades|renovations?|refurbishment|repairs?|overhaul|cleaning|clean|fumigation|training|drill|trade fair|power cuts?|outage|trials?|test run|commissioning|installation|certification|re-?certification|re-?lining|rebuild|conversion|works|replacement|service|servicing|calibration|rectification)(?![a-z-])"
                    + "|(?:gets?|has|needs|is getting|are getting|is having|are having|will have|will get|must have) (?:(?:its|their|the|an?|new|all) )*(?:[a-z-]+ ){1,3}?(?:cleaned|replaced|changed|swapped|repaired|fixed|checked|serviced|calibrated|rebuilt|relined|re-lined|inspected|greased|fitted|emptied|refilled|flushed|aligned|balanced|sharpened|reground|overhauled|renewed|adjusted|tightened|welded|drained|polished|descaled|rewired|recoated)(?: out)?(?![a-z-])"
                    + "|(?:(?:go|goes|going|has to go|have to go|went|is|are|be|is sent|gets sent|is being sent|stays?|off|away) )+(?:away |off |out |in |back )*(?:to|at|with) (?:the|our|an?|an outside) (?:toolmaker|tool maker|tool shop|tool room|toolroom|mould maker|mold maker|repair shop|repairer|service cent(?:re|er)|service partner|manufacturer)(?:'s)?(?: for [a-z-]+(?: [a-z-]+)?(?=$|[,.;]))?(?![a-z-])");

    /** Travel costs, the canteen bill: money that is spent on what the words say. */
    private static final Pattern COST = Pattern.compile(
            "(?:(?:travel|entertainment|hospitality|marketing|advertising|advert|promotion|promotional|trade[ -]show|exhibition|training|recruitment|recruiting|hiring|it|software|licen[cs]e|legal|consulting|consultancy|insurance|rent|rental|lease|leasing|cleaning|catering|canteen|security|office|stationery|packaging|sampling|samples?|prototyp(?:e|ing)|testing|lab|certification|patent|warranty|repairs?|maintenance|spare[ -]parts?|spares|mould|mold|fixture|consumables?|r&d|research|development|design|customs|demurrage|storage|warehouse|warehousing|electricity|water|fuel|utility|utilities|wages?|payroll|salary|bonus|temp|temporary labou?r|agency|welfare|event|events|gift|phone|vehicle|fleet|subscription)(?: and )?)+ (?:costs?|spend|spending|budget|expenses?|bills?|outlays?|expenditures?|fees?|charges|allowances?)(?![a-z-])");

    /** Yuan more per kg: what the price is for, said apart from it. */
    private static final Pattern PER_THING =
            Pattern.compile("(?:per |/ ?)(kg|tonne|ton|t|m3|piece|unit|set|m|l|" + Amounts.PACKED + ")(?![a-z])");
    /** Word from the docks is that …: hearsay. */
    private static final Pattern HEARSAY = Pattern.compile(
            "(?:the )?(?:word|rumou?r|talk|gossip|news)(?: (?:from|at|on|in|around) (?:[a-z]+ ?){1,3}?)? (?:is|has it)(?: that)?(?![a-z])");
    /** Up from 12 %: what was before. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?:up|down) from (?:the (?:usual|current|present|old) )?[\\d.,]*\\d ?(?:%|percent|days?|weeks?|kg|t|pcs|units|yuan)?(?: (?:today|now|before|so far|until now))?(?! ?(?:to|until|[a-z0-9%])\\b)");

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
        matched(NOBODY_ELSE, sentence, start).ifPresent(m -> found.add(new Token(Sentence.ONLY, start, m.end(), null)));
        matched(NOT_DOWN_TO, sentence, start)
                .ifPresent(m -> found.add(new Token(Sentence.NOT_DOWN_TO, start, m.end(), null)));
        matched(AT_HOME, sentence, start).ifPresent(m -> found.add(new Token(Sentence.IN_HOUSE, start, m.end(), null)));
        matched(SERVICE, sentence, start)
                .ifPresent(m -> found.add(new Token(Sentence.MAINTENANCE, start, m.end(), null)));
        if (sentence.isBoundary(start)) {
            matched(SERVICE_IN_ENGLISH, sentence, start)
                    .ifPresent(m -> found.add(new Token(Sentence.MAINTENANCE, start, m.end(), null)));
            matched(PER_THING, sentence, start)
                    .ifPresent(m -> found.add(new Token(Sentence.PER_UNIT, start, m.end(), Amounts.unit(m.group(1)))));
            matched(HEARSAY, sentence, start)
                    .ifPresent(m -> found.add(new Token(Sentence.FORECAST, start, m.end(), null)));
            matched(BEFORE, sentence, start)
                    .ifPresent(m -> found.add(new Token(Sentence.FILLER, start, m.end(), null)));
            matched(COST, sentence, start)
                    .ifPresent(m -> found.add(new Token(Sentence.OTHER_COST, start, m.end(), null)));
        }
        return found;
    }

    private static Optional<Matcher> matched(Pattern pattern, NormalText sentence, int start) {
        Matcher matcher = pattern.matcher(sentence.text()).region(start, sentence.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
