package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A second, looser look at a sentence that did not read: its clauses with unknown words are no part of any reading, so where
 * they only tell a story (他们新开了条线, 老总住院了) they are left out. {@link Remarks} leaves out what is plainly no part of a sentence, before it is read.
 */
final class Asides {
    /** What is kept of an aside that names something, and of any. */
    private static final Set<Integer> KEPT = Set.of(
            Sentence.NAME,
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.FORECAST,
            Sentence.IF,
            Sentence.ASK,
            Sentence.YEARLY);

    private static final Set<Integer> ALWAYS_KEPT = Set.of(Sentence.IF, Sentence.ASK, Sentence.FORECAST);

    /** Words of what is spoken of: with a movement they make a statement, whatever else the clause holds. */
    private static final Set<Integer> SUBJECTS = Set.of(
            Sentence.DEMAND,
            Sentence.CAPACITY,
            Sentence.PRICE,
            Sentence.LEAD_TIME,
            Sentence.CASH,
            Sentence.BUDGET,
            Sentence.PURCHASE_BUDGET,
            Sentence.CAPEX,
            Sentence.FREIGHT,
            Sentence.OUTSOURCING_BUDGET,
            Sentence.OVERTIME_PAY,
            Sentence.OTHER_COST,
            Sentence.MARGIN,
            Sentence.ON_TIME,
            Sentence.FILL_RATE,
            Sentence.EMISSION,
            Sentence.POWER_USE,
            Sentence.OVERTIME,
            Sentence.STOCK,
            Sentence.SAFETY_STOCK,
            Sentence.SHELF_LIFE,
            Sentence.MOQ,
            Sentence.SHARE,
            Sentence.TARIFF,
            Sentence.EXPORT_REBATE,
            Sentence.VAT,
            Sentence.CARBON_TAX,
            Sentence.SUBSIDY,
            Sentence.OTHER_POLICY);

    private static final Set<Integer> MOVES = Set.of(
            Sentence.UP,
            Sentence.DOWN,
            Sentence.DEARER,
            Sentence.CHEAPER,
            Sentence.TO,
            Sentence.WANTS_MORE,
            Sentence.WANTS_LESS,
            Sentence.LATER,
            Sentence.EARLIER);

    /** A clause with one of these says something of its own. */
    private static final Set<Integer> SAYS = Set.of(
            Sentence.MULTIPLE,
            Sentence.PER,
            Sentence.WEIGHT,
            Sentence.ONLY,
            Sentence.EACH,
            Sentence.ACTION,
            Sentence.ONCE,
            Sentence.PREFER,
            Sentence.EXCEPT,
            Sentence.BLACKLIST,
            Sentence.NIGHT_SHIFT,
            Sentence.WEEKEND_SHIFT,
            Sentence.OUTSOURCE,
            Sentence.IN_HOUSE,
            Sentence.REPLACE,
            Sentence.SWAP,
            Sentence.STAND_FOR,
            Sentence.GIVE_WAY,
            Sentence.TOLERATED,
            Sentence.INTOLERABLE,
            Sentence.GE,
            Sentence.LE,
            Sentence.NOT_DOWN_TO);

    /** Words of one character mean little between unknown ones. */
    private static final Set<Integer> SAYS_IN_ONE_CHARACTER =
            Set.of(Sentence.MULTIPLE, Sentence.PER, Sentence.WEIGHT, Sentence.ONLY, Sentence.EXCEPT);

    /** People, times and papers are counted so: 走了两个, 断过一回. */
    private static final Set<String> COUNTED_IN_A_STORY = Set.of("个", "份", "回", "次", "人", "名", "位", "家", "趟", "条");

    private static final int MOST_COUNTED_IN_A_STORY = 20;
    /** Words of a question about the records. */
    private static final Set<Integer> ASKED =
            Set.of(Sentence.MOST, Sentence.LEAST, Sentence.TOP, Sentence.WHICH, Sentence.YEARLY);

    private static final Set<Integer> TIMES = Set.of(Sentence.TIME, Sentence.TIME_OF_DAY);

    private static final Pattern EXCEPTS = Pattern.compile(
            "除|例外|以外|或者|或是|要么|有一[家个台条]|其中|不含|不包括|不算|另算|不在内|限(?!电)|仅|也(?!没|不|挺|是|算|就)|一样|照旧|不变|为准|其他|其余|别的|包括|包含|算上|连同|至少|最多|如果|要是|万一|假如|[前近几两三四五六七八九十]年|年年|每年|如此|这样"
                    + "|unless|except|excluding|apart from|only|but|also|too\\b|same|\\bif\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS =
            Pattern.compile("[ ，,]*(?:[对對](?![不吧了着味头])|给(?!我|您|你)|给(?!我|您|你)|针对|針對|就(?!是|这|這)|但|不过|可是|只|光)");
    private static final Pattern SEVERAL = Pattern.compile("都|均|各|分别|一起|一块儿?|两家|两边|全部");
    /** What takes back or leaves open what was said before it. */
    private static final Pattern CANCELS =
            Pattern.compile("算了|不用|取消|作废|别管|不算|当我没说|再说|先别|暂不|不一定|不确定|未必|没定|待定|另说|不是|拿不准|说不准|也许不|可能不");
    /** What asks what comes of it; who shall choose the day (哪几天你们定) asks nothing. */
    private static final Pattern QUESTION = Pattern.compile(
            "^(?!.*(?:你们?定|你们?排|看着)).*(?:[吗么？?]$|怎么|怎样|如何|咋|多少|多大|哪|什么|啥|(?<![这那])几|(.)不\\1|有没有|得.{1,2}不$)");

    private static final String WHAT_COMES_OF_IT = "会怎样";
    /** 运费吃不消: a figure nobody can bear is a complaint, not a limit. */
    private static final Pattern COMPLAINS = Pattern.compile("吃不消|受不了|扛不住|顶不住|承受不|伤不起|划不来|不划算|太[高贵长短慢低差紧多少大]|要命|吓人|离谱");
    /** What a strange word beside it may belong to. */
    private static final Set<Integer> FIRM = Set.of(
            Sentence.NAME,
            Sentence.AMOUNT,
            Sentence.MULTIPLE,
            Sentence.BAN,
            Sentence.ONLY,
            Sentence.EXCEPT,
            Sentence.EACH);

    private static final Set<Integer> LEADING_TO_A_NAME = Set.of(
            Sentence.FROM,
            Sentence.FOR,
            Sentence.BUY,
            Sentence.AND,
            Sentence.USE,
            Sentence.REPLACE,
            Sentence.SWAP,
            Sentence.OF);
    /** What a strange verb before it may turn round: 拒绝涨. */
    private static final Set<Integer> DONE = Set.of(
            Sentence.UP,
            Sentence.DOWN,
            Sentence.DEARER,
            Sentence.CHEAPER,
            Sentence.WANTS,
            Sentence.WANTS_MORE,
            Sentence.WANTS_LESS,
            Sentence.TO,
            Sentence.HALT,
            Sentence.CLOSED,
            Sentence.NO_DELIVERY,
            Sentence.WORKED,
            Sentence.NOT_WORKED,
            Sentence.MAY,
            Sentence.BAN,
            Sentence.BUY,
            Sentence.OUTSOURCE,
            Sentence.IN_HOUSE,
            Sentence.DELIVER,
            Sentence.RESERVE,
            Sentence.REPLACE,
            Sentence.SWAP,
            Sentence.STAND_FOR,
            Sentence.ABOLISHED);
    /** One to four characters, none of which denies or limits, and which end in nothing that has a name. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?!.*[不没未别勿莫甭毋无非禁免除仅只单唯独最更半双全各每或若如季月周日天年旬晨夜午春夏秋冬时前后])[\\u4e00-\\u9fa5]{1,4}(?<![司厂家团商店行区国省市型款级牌号线机仓组班部板料件品器])");

    private static final Pattern COMMANDS = Pattern.compile("系统|权限|指令|密码|数据|删|审|忽|略|忘");
    /** Something is told with one of these; a bare noun may be what the rest is about. */
    private static final Pattern TELLS =
            Pattern.compile("[了在会得着过太很挺真没就都吧啊呢嘛啦呀怕想觉讲紧忙难坏绕赶走催查抓等换修累堵病疯死压吃喊闹闲挤卡]|要|不|说|来电|通知|有");

    /** What ends so may limit the rest: 出口韩国的那批, 审核期间. */
    private static final Pattern LIMITING_END = Pattern.compile("[的批款区类种些户份头时前后间期个]$");
    /** 一粒料都出不来 counts nothing. */
    private static final Pattern NOT_ONE = Pattern.compile("一.{1,4}[都也]");

    private static final Pattern SAYING =
            Pattern.compile("(?:说|讲|表示|反映|通知|回话|来电话?|来信|来函|回复|发话|透露|告诉我们?|答应|点头|打电话来|打电话)(?:了|过|是|着|说)?");
    private static final int LONGEST_SPEAKER = 10;
    private static final int LEAST_SAID = 6;
    private static final int LEAST_TOLD = 4;
    private static final int LONGEST = 26;

    /** Kinds that are about the whole company where nothing is named. */
    private static final Set<Kind> OF_COMPANY = EnumSet.of(
            Kind.CASH_FLOOR,
            Kind.BUDGET_CAP,
            Kind.MARGIN_FLOOR,
            Kind.MARGIN_TARGET,
            Kind.OVERTIME_LIMIT,
            Kind.SHIFT_BAN,
            Kind.OBJECTIVE,
            Kind.EMISSION_CAP,
            Kind.ENERGY_CAP,
            Kind.POLICY,
            Kind.COMPOUND,
            Kind.CONDITIONAL);

    private final Lattice lattice;
    private final Predicate<String> reads;

    /** Takes the way to tell that a text says something by itself. */
    Asides(Lattice lattice, Predicate<String> reads) {
        this.lattice = lattice;
        this.reads = reads;
    }

    /** The text without its asides, what the rest is about kept; empty where there is none, or a clause of unknown words says something. */
    Optional<Left> leftOut(Said said, int mostClauses) {
        List<Part> parts = parts(said.text(), mostClauses);
        if (parts.size() < 2
                || parts.stream().allMatch(Part::isUnread)
                || parts.stream().noneMatch(Part::isUnread)) {
            return Optional.empty();
        }
        boolean timed = parts.stream().filter(p -> !p.isUnread()).anyMatch(p -> p.has(TIMES));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isUnread() && !isAside(said.text(), parts, i, timed)) {
                return Optional.empty();
            }
        }
        return isOfSeveral(said.text(), parts)
                ? Optional.empty()
                : Optional.of(new Left(without(said, parts), parts.getFirst().isUnread()));
    }

    /**
     * What is left.
     *
     * @param led whether an aside led to it, which what is left might have been about
     */
    record Left(Said said, boolean led) {
        /** Whether what was read of it is about something it names, or about the company as a whole. */
        boolean isPlain(List<Statement> statements) {
            return statements.stream()
                    .allMatch(s -> s.kind() != Kind.QUERY
                            && (!led || !s.entities().isEmpty() || OF_COMPANY.contains(s.kind())));
        }
    }

    /**
     * The text without the only word nobody knows, where it stands apart from names and figures and is no name itself: 偏偏, 天数.
     * What it narrows is then not said; so the rest must be about something.
     */
    Optional<Left> withoutStrangeWord(Said said) {
        List<Token> tokens = lattice.paths(NormalText.of(said.text())).getFirst();
        List<Token> strange =
                tokens.stream().filter(t -> t.type() == Sentence.UNKNOWN).toList();
        if (strange.isEmpty()) {
            return Optional.empty();
        }
        var word = new Span(strange.getFirst().start(), strange.getLast().end());
        boolean one = tokens.stream()
                .filter(t -> t.start() >= word.start() && t.end() <= word.end())
                .allMatch(t -> t.type() == Sentence.UNKNOWN || t.end() - t.start() == 1);
        boolean apart = tokens.stream()
                .noneMatch(t -> FIRM.contains(t.type()) && touches(t, word)
                        || LEADING_TO_A_NAME.contains(t.type()) && t.end() == word.start()
                        || DONE.contains(t.type()) && t.start() == word.end());
        String words = said.text().substring(word.start(), word.end());
        return one && apart && HARMLESS.matcher(words).matches()
                ? Optional.of(new Left(said.without(word), true))
                : Optional.empty();
    }

    /** Beside it, or after it with one character between: 能 of 储能电池壳. */
    private static boolean touches(Token token, Span word) {
        return token.end() == word.start() || token.start() >= word.end() && token.start() - word.end() <= 1;
    }

    /** 海陵在扩建，西山也在扩，订单都加两成 is about both. */
    private static boolean isOfSeveral(String text, List<Part> parts) {
        Set<NodeType> named = named(parts);
        return SEVERAL.matcher(text).find()
                && parts.stream()
                        .filter(Part::isUnread)
                        .flatMap(p -> p.types().stream())
                        .anyMatch(named::contains);
    }

    private static Set<NodeType> named(List<Part> parts) {
        return parts.stream()
                .filter(p -> !p.isUnread())
                .flatMap(p -> p.types().stream())
                .collect(Collectors.toSet());
    }

    /** Whether a clause asks what comes of what is supposed. */
    static boolean asks(String clause) {
        return QUESTION.matcher(clause).find();
    }

    private boolean isAside(String text, List<Part> parts, int at, boolean timed) {
        Part part = parts.get(at);
        boolean qualified = at + 1 < parts.size()
                && text.substring(parts.get(at + 1).span().start()).matches("(?s)(?:但|不过|可是|只是).*");
        boolean listed = text.substring(
                        at == 0 ? 0 : parts.get(at - 1).span().end(),
                        at + 1 == parts.size()
                                ? text.length()
                                : parts.get(at + 1).span().start())
                .contains("、");
        return !qualified && !listed && part.isAside(at == 0, timed);
    }

    /**
     * What an aside names is what the rest is about, as long as that names nothing of the sort itself: 金锚的老总住院了，轴承晚一周 is
     * about both, 金锚的老总住院了，恒力晚一周 is not; and what comes after is about nothing any more.
     */
    private static Said without(Said said, List<Part> parts) {
        Set<NodeType> named = named(parts);
        int firstRead = IntStream.range(0, parts.size())
                .filter(i -> !parts.get(i).isUnread())
                .findFirst()
                .orElse(parts.size());
        Said left = said;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).isUnread()) {
                boolean leads = i < firstRead || named.isEmpty();
                if (i > firstRead && parts.get(i).asks()) {
                    left = left.replaced(parts.get(i).span(), WHAT_COMES_OF_IT);
                    continue;
                }
                int end = i + 1 < parts.size()
                        ? parts.get(i + 1).span().start()
                        : parts.get(i).span().end();
                left = without(left, parts.get(i).span().start(), parts.get(i).kept(leads, named), end);
            }
        }
        return left;
    }

    private static Said without(Said said, int start, List<Span> kept, int end) {
        Said left = said;
        int until = end;
        for (int k = kept.size() - 1; k >= 0; k--) {
            int from = kept.get(k).end();
            left = from < until ? left.replaced(new Span(from, until), "，") : left;
            until = kept.get(k).start();
        }
        return left.without(new Span(start, until));
    }

    /** The clauses, and apart from each who is said to say it. */
    private List<Part> parts(String text, int mostClauses) {
        var parts = new ArrayList<Part>();
        for (Span clause : Clauses.fine(text, mostClauses)) {
            int start = clause.start();
            Optional<Integer> said = endOfSaying(text, clause);
            if (said.isPresent()) {
                parts.add(part(text, new Span(start, said.get()), false));
                start = said.get();
            }
            parts.add(part(text, new Span(start, clause.end()), !parts.isEmpty()));
        }
        return parts;
    }

    private static Optional<Integer> endOfSaying(String text, Span clause) {
        Matcher saying = SAYING.matcher(text).region(clause.start(), clause.end());
        return saying.find()
                        && saying.start() - clause.start() <= LONGEST_SPEAKER
                        && clause.end() - saying.end() >= LEAST_SAID
                ? Optional.of(saying.end())
                : Optional.empty();
    }

    private Part part(String text, Span span, boolean follows) {
        String words = text.substring(span.start(), span.end());
        var part = new Part(span, words, lattice.paths(NormalText.of(words)).getFirst(), false);
        return follows && part.mayBeIdle() && !reads.test(words) ? new Part(span, words, part.tokens(), true) : part;
    }

    /**
     * A clause as it is best cut.
     *
     * @param idle whether it follows others and says nothing, though all its words are known: 你先排进去看看
     */
    private record Part(Span span, String words, List<Token> tokens, boolean idle) {
        /** Whether it is no part of any reading. */
        boolean isUnread() {
            return strange() || idle;
        }

        boolean strange() {
            return tokens.stream().anyMatch(t -> t.type() == Sentence.UNKNOWN);
        }

        /** How certain it is and, where it leads to what is said and names something new, what it is about and when. */
        List<Span> kept(boolean leads, Set<NodeType> named) {
            boolean tells = leads && !named.containsAll(types());
            Set<Integer> wanted = tells ? KEPT : ALWAYS_KEPT;
            return IntStream.range(0, tokens.size())
                    .filter(i -> wanted.contains(tokens.get(i).type()) && !isInsideWord(i))
                    .filter(i -> tokens.get(i).type() != Sentence.NAME || !named.containsAll(types(tokens.get(i))))
                    .mapToObj(tokens::get)
                    .map(t -> new Span(span.start() + t.start(), span.start() + t.end()))
                    .toList();
        }

        /** 电 of 供电局 is no name. */
        private boolean isInsideWord(int at) {
            Token token = tokens.get(at);
            boolean afterUnknown = at > 0
                    && tokens.get(at - 1).type() == Sentence.UNKNOWN
                    && tokens.get(at - 1).end() == token.start();
            boolean beforeUnknown = at + 1 < tokens.size()
                    && tokens.get(at + 1).type() == Sentence.UNKNOWN
                    && tokens.get(at + 1).start() == token.end();
            return token.end() - token.start() == 1 && (afterUnknown || beforeUnknown);
        }

        boolean has(Set<Integer> types) {
            return tokens.stream().anyMatch(t -> types.contains(t.type()));
        }

        Set<NodeType> types() {
            return IntStream.range(0, tokens.size())
                    .filter(i -> !isInsideWord(i))
                    .mapToObj(tokens::get)
                    .filter(t -> t.type() == Sentence.NAME)
                    .flatMap(t -> types(t).stream())
                    .collect(Collectors.toSet());
        }

        private static Set<NodeType> types(Token name) {
            return name.valueAs(NameIndex.Mention.class).meanings().stream()
                    .map(NameIndex.Meaning::type)
                    .collect(Collectors.toSet());
        }

        boolean asks() {
            return Asides.asks(words);
        }

        /** Known words without a name, a figure, a time, or what is spoken of. */
        boolean mayBeIdle() {
            return !strange()
                    && types().isEmpty()
                    && !has(TIMES)
                    && !has(ASKED)
                    && tokens.stream()
                            .noneMatch(t -> says(t) && !COMPLAINS.matcher(words).find())
                    && (!has(SUBJECTS) || COMPLAINS.matcher(words).find())
                    && !CANCELS.matcher(words).find();
        }

        /**
         * Whether nothing is lost without it.
         *
         * @param first whether it leads, where a bare noun may be what the rest is about
         * @param timed whether the rest tells when
         */
        boolean isAside(boolean first, boolean timed) {
            boolean english = NormalText.isLatin(words.charAt(0));
            boolean tells = TELLS.matcher(words).find()
                    || words.length() >= (first ? LEAST_TOLD + 1 : LEAST_TOLD)
                            && !LIMITING_END.matcher(words).find();
            return !english
                    && tells
                    && words.length() <= LONGEST
                    && !EXCEPTS.matcher(words).find()
                    && !LIMITS.matcher(words).lookingAt()
                    && !COMMANDS.matcher(words).find()
                    && !(CANCELS.matcher(words).find() && !first)
                    && (idle || tokens.stream().noneMatch(this::says))
                    && !(has(SUBJECTS) && (has(MOVES) || first && !types().isEmpty()))
                    && !(types().isEmpty() && has(TIMES) && !timed);
        }

        private static boolean isCountedInAStory(Amount amount) {
            return amount.measure() == Amount.Measure.NUMBER
                    || amount.measure() == Amount.Measure.COUNT
                            && COUNTED_IN_A_STORY.contains(amount.unit())
                            && amount.value() <= MOST_COUNTED_IN_A_STORY;
        }

        private boolean says(Token token) {
            int type = token.type();
            if (type == Sentence.AMOUNT && !NOT_ONE.matcher(words).find()) {
                return !isCountedInAStory(token.valueAs(Amount.class));
            }
            return (token.end() - token.start() > 1 ? SAYS : SAYS_IN_ONE_CHARACTER).contains(type);
        }
    }
}
