package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clauses that say nothing of their own: reasons, who said it, what is unimportant. A clause with a name, an amount, a time, or a word that
 * excepts or limits is never one.
 */
final class Remarks {
    private static final Set<Integer> SAYS = Set.of(
            Sentence.NAME,
            Sentence.AMOUNT,
            Sentence.MULTIPLE,
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.PER,
            Sentence.WEIGHT,
            Sentence.ONLY,
            Sentence.ACTION,
            Sentence.EACH);
    /** Whoever rules there is no part of a sentence that is no policy. */
    private static final Set<Integer> STRANGE = Set.of(Sentence.UNKNOWN, Sentence.AUTHORITY, Sentence.LEVIED);

    /** What an unmarked remark may hold besides unknown words and words of one character. */
    private static final Set<Integer> EMPTY = Set.of(
            Sentence.UNKNOWN,
            Sentence.AUTHORITY,
            Sentence.LEVIED,
            Sentence.FORECAST,
            Sentence.MUST,
            Sentence.SEP,
            Sentence.AND,
            Sentence.OF,
            Sentence.FOR,
            Sentence.FROM,
            Sentence.QUESTION_WORD,
            Sentence.MAY);

    private static final Pattern EXCEPTS = Pattern.compile(
            "除|例外|以外|前提|才算|才行|才给|条件是|放行|放开|破例|不含|不包括|不算|另算|不在内|不限|只限|仅限|也(?!没用|没办法|不容易|挺|是没|算|就这)|(?<![不命疯])一样|照旧|不变|为准|是指|指的是|说的是(?!谁)|其他|其余|别的|平时|平常|平日|(?:旺季|淡季|忙时|闲时|赶货时|周末|夜里).{0,3}(?:不|别|可以|才)|包括|包含|算上|连同|尤其|特别|至少|最多"
                    + "|\\bso (?:is|are|do|does|will|has|have|can|did|was|were)\\b|\\b(?:neither|nor)\\b|unless|except|excluding|apart from|only|but|also|too\\b(?! (?:many|much|few|little|late|slow|often|dear|expensive|risky|bad|far|long))|same",
            Pattern.CASE_INSENSITIVE);
    /** 对长岚 says for whom, whoever that may be. */
    private static final Pattern LIMITS =
            Pattern.compile("[ ，,]*(?:[对對](?![不吧了着味头])|给(?!我|您|你)|給(?!我|您|你)|针对|針對|就(?!是|这|這)|限|仅|僅|除|单|單(?!子)|光)");

    /** 叫不到, 不行, 不出门: a negation that binds nothing. */
    private static final Pattern HARMLESS_NOT =
            Pattern.compile("不(?:到|着|了|完|过来|及|动|行|好|稳|够|起|住|出门|出去|上|下来|是个?办法|容易|太平|景气|理想|划算)");

    /** A bare noun may be what the next clause is about, and is asked about; something is said with one of these. */
    private static final Pattern PREDICATE = Pattern.compile("[了是在会得着过太很挺真没有就都吧啊呢嘛啦呀怕想觉说讲紧忙难坏涨绕赶走催查抓等看做换修]");

    private static final Pattern COMMANDS = Pattern.compile("[把你系统权限令密码据删审关忘略]");
    private static final Pattern CONCEDES = Pattern.compile(
            "(?:没关系|无所谓|不要紧|也行|也可以|也认了?|认了|放一放|让一让|缓一缓|再说|其次|次要|好说|靠后|没事|不在乎|可以牺牲|放一?边|先放放|往后靠|靠边站?|我认|都行|都好说)[吧的了啊]*$|^(?:宁可|宁愿|宁肯|哪怕|即使|就算)");
    /** 哪几天你们定, 具体看单子松紧: the days are left open, as a stretch that floats says already. */
    private static final Pattern SCHEDULED = Pattern.compile(
            "(?:具体)?(?:是)?(?:哪[几一两]?[天日个]|日子|时间|日期|啥时候|什么时候|几号|何时)(?:停|做|修|歇|弄|换|干|放)?(?:还|都|由|让|请|可以|再|你|你们|我们|咱|咱们|车间|生产部?|计划部?|设备部?|他们|自己|自行|来|没|另|待|随便?|看着|商量着?|先)*(?:定|排|挑|选|看|安排|商量|议|通知|好说|都行|无所谓|协调|调|配合)(?:下来|吧|了|着办|情况|好)?|"
                    + "(?:具体)?看(?:单子|生产|订单|产线|车间|计划|排产|忙闲|进度)(?:松紧|情况|忙闲|进度|安排|怎么排|的情况)?(?:再?定|吧)?");

    private static final Pattern ASKS = Pattern.compile("[吗么嘛？?]$|(?:能不能|会不会|是不是|够不够|行不行|多少|多大|怎么|如何|咋)");
    private static final Pattern SUPPOSES =
            Pattern.compile("如果|要是|假如|假设|假定|假使|万一|倘|若|的话|what if|\\bif\\b|suppose", Pattern.CASE_INSENSITIVE);
    /** 少一天都不行, 一分都不能多, 晚一天罚三千, 别再拖: they stress what was said before them. */
    private static final Pattern STRESSES = Pattern.compile(
            "(?:再)?(?:少|多|差|晚|迟|超|低|高|短|缺|慢)(?:一|半|1|任何)[\\u4e00-\\u9fa5]{1,3}?(?:都|也)(?:不|没|免|别|甭)[^，。]{0,5}"
                    + "|(?:哪怕)?(?:一|半)[\\u4e00-\\u9fa5]{1,2}(?:都|也)?(?:不许|不准|不能|不得|别)(?:剩|留|欠|落|拉)(?:下)?了?"
                    + "|(?:哪怕)?(?:一|半)[\\u4e00-\\u9fa5]{1,2}(?:都|也)(?:不能|不许|不准|不得|别|不可|不要|甭想|休想|不会)(?:再)?(?:少|多|差|超|动|晚|拖|误|迟|低|高|破|短|让|松)[了的]?"
                    + "|(?:晚|迟|拖|误|超|差|少)(?:了|一|每|1|期)?[\\u4e00-\\u9fa5]{0,2}(?:就|要|得|都|会|是要)?(?:罚|扣|赔)[^，。]{0,9}"
                    + "|(?:可|千万|绝对)?(?:别|不许|不准|不能|不得|不要|不可)(?:再|给我|又|老)*(?:拖|误|耽误|延误|晚|迟|掉链子|出岔子|出错|搞砸|含糊|马虎|忘|打马虎眼|找借口|讲条件|讨价还价|商量|磨蹭|失信|食言|丢人)(?:期|了|啦|咯|了事|我的事|事)*"
                    + "|[^，。一二三四五六七八九十百千万\\d]{0,8}(?:指定|点名|要求|认可|认证|规定|批准|选定|定)(?:过|死|好)?(?:的|了|的料|的厂|的牌子|这么干的|这么做的)");

    private static final Pattern THAN_THAT = Pattern.compile(
            "(?:绝对?|可)?(?:别|不许|不准|不能|不得|不要|不可)(?:再)?比(?:它|这|这个|这个数)(?:再|还|更)?(?:低|高|少|多|差|大|小)了?"
                    + "|(?:and )?not (?:a|an|one)(?: single)? (?:minute|hour|day|week|cent|penny|yuan|piece|kilo|gram|second|point|percent|unit) (?:more|less|later|longer|over|higher|lower|fewer)",
            Pattern.CASE_INSENSITIVE);
    /** 谁来都一样; 一， and 二， number what follows. */
    private static final Pattern EMPTY_WORDS =
            Pattern.compile("谁.*都(?:一样|不行|没用)[吧的了啊]*|(?:其|第)?[一二三四五六七八九1-9①-⑨][)）是]?");

    private static final int LONGEST_UNMARKED = 16;
    private static final int LONGEST_IN_ENGLISH = 60;

    private static final Pattern SO = Pattern.compile(",? so (?!far |that |long )", Pattern.CASE_INSENSITIVE);
    /** How a sentence begins that has a subject, and the verbs that tell it from a heading. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(?:the|our|their|his|her|my|an?|this|that|these|those|we|they|he|she|it|two|three|four|five|some|many|most) ",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FINITE = Pattern.compile(
            "\\b(?:is|are|was|were|has|have|had|audits?|insists?|complains?|complained|said|says|asked|told|called|heard|wrote|announced|reported|confirmed)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that may make an English aside a wish of its own. */
    private static final Set<Integer> BINDING = Set.of(
            Sentence.MUST,
            Sentence.PREFER,
            Sentence.IF,
            Sentence.ONCE,
            Sentence.PRICE,
            Sentence.LEAD_TIME,
            Sentence.CASH,
            Sentence.MARGIN,
            Sentence.STOCK,
            Sentence.SAFETY_STOCK,
            Sentence.ON_TIME,
            Sentence.FILL_RATE,
            Sentence.OUTSOURCE,
            Sentence.NIGHT_SHIFT,
            Sentence.WEEKEND_SHIFT,
            Sentence.OVERTIME,
            Sentence.FIRST);

    /** Used to be 8 days: what is over. */
    private static final Pattern FORMER = Pattern.compile(
            "(?:it |they |that |which )?(?:used to be|was|were|previously|formerly|up from|down from|before it was|instead of|compared (?:to|with)|as against|against|not) (?:the )?(?:usual |normal |current |previous )?[\\d.,]+ ?(?:%|[a-z]+)?(?: per [a-z]+)?(?: (?:before|so far|until now|today|now|last year|last month|last quarter|as before|any more))?",
            Pattern.CASE_INSENSITIVE);

    private final Lattice lattice;

    Remarks(Lattice lattice) {
        this.lattice = lattice;
    }

    /** The text without them; the text itself where nothing else would be left. */
    Said leftOut(Said said, int mostClauses) {
        List<Span> clauses = Clauses.fine(said.text(), mostClauses);
        if (clauses.size() < 2) {
            return said;
        }
        List<Clause> read = clauses.stream().map(c -> clause(said.text(), c)).toList();
        boolean favours = read.stream().anyMatch(c -> c.has(Sentence.FIRST));
        boolean supposes = SUPPOSES.matcher(said.text()).find();
        var parts = new ArrayList<Optional<Span>>();
        boolean led = false;
        for (int i = 0; i < clauses.size(); i++) {
            boolean listed = isListed(said.text(), clauses, i);
            boolean qualified = i + 1 < clauses.size()
                    && said.text().substring(clauses.get(i + 1).start()).matches("(?s)(?:但|不过|可是|只是).*");
            boolean reason = i + 1 < clauses.size() && read.get(i).isReasonInEnglish(said.text(), clauses.get(i + 1));
            boolean remark = !listed && !qualified && (reason || isRemark(read.get(i), favours, supposes, led));
            led |= !remark;
            parts.add(
                    remark ? Optional.empty() : Optional.of(read.get(i).asked().orElse(clauses.get(i))));
        }
        return parts.stream().allMatch(Optional::isEmpty) ? said : kept(said, clauses, parts);
    }

    /** From the last to the first, each with the comma that follows it, so that what stood around it does not become one clause. */
    private static Said kept(Said said, List<Span> clauses, List<Optional<Span>> parts) {
        Said left = said;
        for (int i = clauses.size() - 1; i >= 0; i--) {
            Span clause = clauses.get(i);
            if (parts.get(i).isEmpty()) {
                int end = i + 1 < clauses.size() ? clauses.get(i + 1).start() : clause.end();
                left = left.without(new Span(clause.start(), end));
            } else {
                Span part = parts.get(i).get();
                left = left.without(new Span(part.end(), clause.end()));
                left = left.without(new Span(clause.start(), part.start()));
            }
        }
        return left;
    }

    /** 钛合金、304 is a list, whatever its parts are. */
    private static boolean isListed(String text, List<Span> clauses, int at) {
        String before = at == 0
                ? ""
                : text.substring(clauses.get(at - 1).end(), clauses.get(at).start());
        String after = at + 1 == clauses.size()
                ? ""
                : text.substring(clauses.get(at).end(), clauses.get(at + 1).start());
        return (before + after).contains("、");
    }

    private Clause clause(String text, Span span) {
        String words = text.substring(span.start(), span.end());
        NormalText normal = NormalText.of(words);
        return new Clause(span, words, lattice.paths(normal), lattice.isMarked(normal));
    }

    private boolean isRemark(Clause clause, boolean favours, boolean supposes, boolean led) {
        if (StoryClause.denies(clause.words()) || led && StoryClause.contrasts(clause.words())) {
            return false;
        }
        boolean stresses = led
                && STRESSES.matcher(clause.words()).matches()
                && !clause.hasAny(Set.of(Sentence.NAME, Sentence.TIME, Sentence.ACTION));
        if (stresses
                || led
                        && (clause.isRelative()
                                || FORMER.matcher(clause.words()).matches()
                                || THAN_THAT.matcher(clause.words()).matches())
                || EMPTY_WORDS.matcher(clause.words()).matches()
                || SCHEDULED.matcher(clause.words()).matches()) {
            return true;
        }
        if (clause.says()
                || LIMITS.matcher(clause.words()).lookingAt()
                || EXCEPTS.matcher(clause.words()).find()
                || clause.has(Sentence.ASK)) {
            return false;
        }
        return clause.isEmpty()
                || clause.marked()
                || (favours && CONCEDES.matcher(clause.words()).find())
                || (supposes && ASKS.matcher(clause.words()).find())
                || clause.isUnknown(led) && !lattice.mayBeNamed(NormalText.of(clause.words()));
    }

    /** A clause with the ways to cut it. */
    private record Clause(Span span, String words, List<List<Token>> paths, boolean marked) {
        boolean hasAny(Set<Integer> tokenTypes) {
            return paths.stream().anyMatch(path -> path.stream().anyMatch(t -> tokenTypes.contains(t.type())));
        }

        boolean has(int tokenType) {
            return paths.stream().anyMatch(path -> path.stream().anyMatch(t -> t.type() == tokenType));
        }

        boolean isEmpty() {
            return paths.stream().anyMatch(List::isEmpty);
        }

        boolean says() {
            return paths.stream().allMatch(path -> path.stream().anyMatch(this::says));
        }

        private boolean says(Token token) {
            return token.type() == Sentence.BAN
                    ? (!marked || bindsInEnglish())
                            && !HARMLESS_NOT.matcher(words).find()
                    : SAYS.contains(token.type());
        }

        /** "The boss says no night shifts" binds, whoever says it. */
        private boolean bindsInEnglish() {
            return NormalText.isLatin(words.charAt(0))
                    && paths.stream().anyMatch(path -> path.stream().anyMatch(t -> BINDING.contains(t.type())));
        }

        /** Words that nobody here knows, and none of the business; the first clause only where it says something. */
        boolean isUnknown(boolean led) {
            if (NormalText.isLatin(words.charAt(0))) {
                return led && isAsideInEnglish();
            }
            return words.length() <= LONGEST_UNMARKED
                    && !StoryClause.asks(words)
                    && !StoryClause.saysWhoWorks(words)
                    && !COMMANDS.matcher(words).find()
                    && (led || PREDICATE.matcher(words).find())
                    && paths.stream().allMatch(path -> path.stream().anyMatch(t -> STRANGE.contains(t.type())))
                    && paths.stream()
                            .anyMatch(path -> path.stream().anyMatch(t -> STRANGE.contains(t.type()))
                                    && path.stream()
                                            .noneMatch(t ->
                                                    says(t) || t.end() - t.start() > 1 && !EMPTY.contains(t.type())));
        }

        /** "The fixtures wear out, so cap …", "the customer audits us: at most …": a sentence of unknown words before what follows from it. */
        boolean isReasonInEnglish(String text, Span next) {
            boolean follows = SO.matcher(text).region(span.end(), text.length()).lookingAt();
            boolean colon = text.startsWith(":", span.end());
            return (follows || colon && FINITE.matcher(words).find())
                    && SUBJECT.matcher(words).lookingAt()
                    && next.start() > span.end()
                    && words.length() <= LONGEST_IN_ENGLISH
                    && !EXCEPTS.matcher(words).find()
                    && paths.stream()
                            .anyMatch(path -> path.stream().anyMatch(t -> t.type() == Sentence.UNKNOWN)
                                    && path.stream()
                                            .noneMatch(t -> says(t) && !(follows && isBareNumber(t))
                                                    || BINDING.contains(t.type())));
        }

        private static boolean isBareNumber(Token token) {
            return token.type() == Sentence.AMOUNT
                    && token.valueAs(Amount.class).measure() == Amount.Measure.NUMBER;
        }

        /** Yongtai, which nobody saw coming, is closed. */
        private boolean isRelative() {
            return words.matches("(?i)(?:which|who|whose) .*")
                    && !EXCEPTS.matcher(words).find()
                    && paths.stream()
                            .noneMatch(path ->
                                    path.stream().anyMatch(t -> SAYS.contains(t.type()) || t.type() == Sentence.ASK));
        }

        /** "Their certificate has lapsed": unknown words that follow what was said, none of which binds or measures. */
        private boolean isAsideInEnglish() {
            return words.length() <= LONGEST_IN_ENGLISH
                    && EnglishAsides.isTold(words)
                    && paths.stream()
                            .anyMatch(path -> path.stream().anyMatch(t -> t.type() == Sentence.UNKNOWN)
                                    && path.stream().noneMatch(t -> says(t) || BINDING.contains(t.type())));
        }

        /** 利润会怎样: of a question about what comes of it, only the question. */
        Optional<Span> asked() {
            return says()
                    ? Optional.empty()
                    : paths.stream()
                            .flatMap(List::stream)
                            .filter(t -> t.type() == Sentence.ASK)
                            .findFirst()
                            .map(t -> new Span(span.start() + t.start(), span.start() + t.end()));
        }
    }
}
