package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A clause as it is best cut, and whether it only tells a story.
 *
 * @param idle whether it follows others and says nothing, though all its words are known: 你先排进去看看
 */
record StoryClause(Span span, String words, List<Token> tokens, boolean idle) {
    static final Set<Integer> TIMES = Set.of(Sentence.TIME, Sentence.TIME_OF_DAY);

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

    private static final Set<Integer> PASSES = Set.of(Sentence.GT, Sentence.LT);

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
    private static final Set<String> COUNTED_IN_A_STORY = Set.of("个", "份", "批", "回", "次", "人", "名", "位", "家", "趟", "条");

    private static final int MOST_COUNTED_IN_A_STORY = 20;

    /** How many hands or machines came or went tells why, not how much. */
    private static final Pattern STAFF =
            Pattern.compile("师傅|工人|员工|新人|学徒|熟手|技工|机长|焊工|人手|[个名位]人|的人|女工|组长|骨干|[添装买借卖拆](?:走|掉|出去)?了");

    private static final int MOST_STAFF = 60;
    /** 高过四百万 is no number of a story. */
    private static final int MOST_NUMBERED = 100;

    /** Words of a question about the records, or of who benefits: small, but never idle. */
    private static final Set<Integer> TELLING = Set.of(
            Sentence.MOST, Sentence.LEAST, Sentence.TOP, Sentence.WHICH, Sentence.YEARLY, Sentence.RUSH, Sentence.FREE);

    /** Tokens of known words that may be of consequence, however they are told. */
    private static final Set<Integer> MATTERS = Set.of(
            Sentence.AMOUNT,
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.BAN,
            Sentence.MUST,
            Sentence.UP,
            Sentence.DOWN,
            Sentence.DEARER,
            Sentence.CHEAPER,
            Sentence.WANTS_MORE,
            Sentence.WANTS_LESS,
            Sentence.LATER,
            Sentence.EARLIER,
            Sentence.NO_DELIVERY,
            Sentence.HALT,
            Sentence.NOT_WORKED,
            Sentence.WORKED,
            Sentence.OVERTIME,
            Sentence.FIRST,
            Sentence.IF,
            Sentence.ASK,
            Sentence.WHICH,
            Sentence.SHOW);

    private static final Set<Integer> FIGURES =
            Set.of(Sentence.AMOUNT, Sentence.MULTIPLE, Sentence.PER, Sentence.TIME, Sentence.TIME_OF_DAY);

    /** With a name and a time these make a statement, though not one that is read. */
    private static final Set<Integer> ACTS = Set.of(
            Sentence.DELIVER,
            Sentence.HALT,
            Sentence.CLOSED,
            Sentence.NO_DELIVERY,
            Sentence.MAINTENANCE,
            Sentence.BAN,
            Sentence.MUST,
            Sentence.WORKED,
            Sentence.NOT_WORKED,
            Sentence.RESERVE);

    private static final Set<Integer> WORK = Set.of(Sentence.WORKED, Sentence.NOT_WORKED);
    private static final Set<Integer> STOPS = Set.of(Sentence.CLOSED, Sentence.HALT, Sentence.NO_DELIVERY);
    /** Whoever goes home does not work. */
    private static final Pattern REST = Pattern.compile("回家|回老家|回去|回乡|返乡|走亲|值班|留守|不来|不干|不做|不开|轮流|倒休");

    private static final Set<Integer> BINDS =
            Set.of(Sentence.GE, Sentence.LE, Sentence.NOT_DOWN_TO, Sentence.ONLY, Sentence.ACTION);

    private static final Pattern EXCEPTS = Pattern.compile(
            "除|例外|以外|前提|才算|才行|才能|才可|才给|条件是|只要|就不|放行|放开|随便|另找|另说|另谈|破例|逃过|或者|或是|要么|有一[家个台条]|其中|不含|不包括|不算|另算|不在内|限(?!电)|仅|也(?!没|不|挺|是|算|就)|(?<![不命疯])一样|照旧|不变|为准|是指|指的是|说的是(?!谁)|其他|其余|别的|平时|平常|平日|(?:旺季|淡季|忙时|闲时|赶货时|周末|夜里).{0,3}(?:不|别|可以|才)|包括|包含|算上|连同|至少|最多|[前近几两三四五六七八九十]年|年年|每年|如此|这样"
                    + "|unless|except|excluding|apart from|only|but|also|too\\b|same|\\bif\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMITS =
            Pattern.compile("[ ，,]*(?:[对對](?![不吧了着味头])|给(?!我|您|你)|給(?!我|您|你)|针对|針對|就(?!是|这|這)|但|不过|可是|只|光)");

    /** What takes back or leaves open what was said before it. */
    private static final Pattern CANCELS = Pattern.compile(
            "算了|不用|取消|作废|别管|不算|当我没说|再说|先别|暂不|不一定|不确定|未必|没定|待定|还在谈|在谈|没谈|还没说好|没说好|另说|不是|拿不准|说不准|也许不|可能不");

    /** 老客户不涨, 小件可以放出去, 铸件照买: what is otherwise for some. */
    private static final Pattern CONTRASTS = Pattern.compile(
            "[^，。]{0,8}(?:锁价|价不动|(?:按|照)?(?:老|旧|原)价|正常|另议|再议|不管|不计|不论|不限|时候?再说|(?<![刚人])才[涨跌降停算行能给用做交发])(?:的|了)?$|[^我咱]{1,6}(?:不(?:涨|跌|降|停|变|加价|减|限|含|扣|受)|(?<!不)(?:可以|允许)(?!的$)|照(?:买|用|做|发|开|供|停|涨)|随便|放开|例外|(?:不能|不许|不准|不得|不可|别)(?:再)?[开用做停买发要进])[^，。]{0,4}$");

    private static final Pattern CONTRASTS_IN_ENGLISH = Pattern.compile(
            "\\b(?:free to|keeps? running|(?:is|are) (?:fine|ok|okay|exempt|excluded)|(?:do|does)(?:n't| not) count|not counted|(?:may|can) still|still runs?|old price|as before|partial)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIES = Pattern.compile(
            "假消息|假的|吹牛|(?:我|都|可|谁)不信|别当真|当不得真|不可信|信不得|瞎传|谣言|谣传|传闻$|辟谣|不属实|不实|没这回事|没有的事|不是真的|(?<!可能|不是|并非)不可能|不会的|瞎说|胡说|胡扯|扯淡|开玩笑的|逗你|骗|谎|吓唬|误传|误会|虚惊|澄清|否认|不承认|子虚|老黄历|不作数|不算数|作不得数"
                    + "|搁浅|泡汤|黄了|没戏|没影|没谱|没一撇|变卦|反悔|改主意|推翻|撤回|撤了|撤销|作罢|听他吹|早就复工|又开了|又恢复|已经恢复|没(?:有)?(?:点头|答应|同意|批|打算|这个打算)|不(?:同意|答应)"
                    + "|拒了|拒绝|顶回去|谈掉|谈下来不|不[涨停降]了|合同还没签|先挂着|推迟了|原本打算|本来要|(?:推迟|暂缓|延后|取消|放弃|搁置)(?:涨价|上涨|提价|涨|降价|降|停产|停机)"
                    + "|not true|to be confirmed|\\btbc\\b|unconfirmed|not (?:yet )?confirmed|still negotiating|not (?:yet )?(?:sure|certain)|false alarm|just kidding|nonsense|called (?:it|that) off|changed (?:their|his|her) minds?|den(?:y|ied|ies)\\b|reopened|withdr[ae]wn?|disagree|turned out wrong|made (?:that|it) up|\\brumou?rs?\\b(?! (?:has|is))|\\bli(?:e|ed)\\b|got it wrong|not what they|got back on",
            Pattern.CASE_INSENSITIVE);

    /** What asks what comes of it; who shall choose the day (哪几天你们定) asks nothing. */
    private static final Pattern QUESTION = Pattern.compile(
            "^(?!.*(?:你们?定|你们?排|看着)).*(?:[吗么？?]$|怎么|怎样|如何|咋|多少|多大|哪|什么|啥|(?<![这那])几|(.)不\\1|有没有|得.{1,2}不$)");

    /** 运费吃不消, 欧元账期太短, 库存压得厉害: how things are, which binds nobody. */
    private static final Pattern COMPLAINS = Pattern.compile(
            "[^，。]{0,10}?(?:[单活货人料](?:太|很|挺)?多|(?:太|实在|老是?|总是?|一直|根本|真|都|有点|越来越|特别|非常|很|挺)(?:短|长|贵|高|差|慢|乱|紧|忙|难|多|烂|狠|大|小|少|低|满|老|旧|薄|旺|淡|重|累|挤|潮|脏|弱|软|杂|碎|远|险|冷|热|散)"
                    + "|离谱|吓人|要命|头疼|吃不消|受不了|扛不住|顶不住|撑不住|承受不了|跟不上|不稳定?|不靠谱|靠不住|不行|掉链子|有问题|出问题|出过事|出过问题|划不来|不划算|不合算|亏大了"
                    + "|说不过去|伤不起|赔不起|耗不起|等不起|拖不起|罚不起|一大?堆|不松口|盯着|急得很|闹得凶|高位|新高|吃紧|紧俏|紧张|不够用|不够分|不够|没到位|没着落|怕断|怕出事"
                    + "|得(?:太?厉害|不行|慌|很|够呛|不得了|紧)|[满爆疯]了|[又还]没[到来]|没到货|没来|(?<![没不未有])(?:点头|松口|答应)"
                    + "|不(?:能|可|许)(?:断|乱|散|垮|黄|出事|出错|出问题|掉链子|砸|塌|崩|冒险|赌))(?:了|的|啊|呢|呀|得很|死了|不得了)*");
    /** 过年要发奖金: what money is for, at a time of its own. */
    private static final Pattern PAYS = Pattern.compile(
            ".{0,10}(?:要|得|该)(?:发|付|还|交|给|结|备)[^，。]{0,8}(?:奖金?|年终奖?|工资|薪水?|贷款?|税款?|房租|租金|尾款|货款|利息|社保|结账|账|款|钱|红包|分红)了?|.{0,6}(?:发|付|还|交|结|备)(?:工资|薪水|奖金|年终奖|货款|贷款|税款?|社保|房租|租金|利息|尾款|年货)(?:要用|用的|用钱|等着用|急用|要紧)的?|.{0,4}(?:年终奖金?|奖金|工资|货款|贷款|税款?|社保|房租|尾款)(?:都|全|就)?(?:压|等|卡|指望|靠|指着)(?:在|着)?(?:那儿|这儿|那里|这里|这笔钱|这个|它)(?:呢|了)?");
    /** 上回晚了三天罚了款: it has been, and is no rule. */
    private static final Pattern PAST =
            Pattern.compile("(?:上回|上次|上一次|上周|上个?月|上季度|去年|前年|前阵子|前段时间|前几天|前两天|前天|昨天|昨晚|当年|那年|那次|以前|年初|刚才|早先|之前那).*[了过]");

    /** 蓝禾刚回的微信: whoever reports it is whom it is about. */
    private static final Pattern REPORTS = Pattern.compile("(?:微信|电话|短信|邮件|来电|来信|来函|通知|消息|答应的|说的|讲的|回的信|回复的?|报的)了?$");

    private static final Pattern THEIRS = Pattern.compile("(?:他们|人家|对方|那边|它们)");
    private static final Pattern COMMANDS = Pattern.compile("系统|权限|指令|密码|数据|删|审批|审核通过|通过审|过审|忽|略|忘");
    /** Something is told with one of these; a bare noun may be what the rest is about. */
    private static final Pattern TELLS = Pattern.compile(
            "[了在会得着过太很挺真没就都吧啊呢嘛啦呀怕想觉讲紧忙难坏绕赶走催查抓等换修累堵病疯死压吃喊闹闲挤卡刚诉吵回早晚听嫌骂怪盼亏罚老验]|要|不|说|来电|通知|有|是(?!否)|期间|堆|回来|贵$|的$|拉动|影响|带动|推动|改造$|搬迁$|爆仓|拥堵|封航|封路|[长短紧严慢久]$|封控|吃紧|紧张|涨水|台风|暴雨|疫情");

    /** What ends so may limit the rest: 出口韩国的那批, 审核期间. */
    private static final Pattern LIMITING_END = Pattern.compile("[的批款区类种些户份头时前后间期个]$");

    /** 一粒料都出不来 counts nothing. */
    private static final Pattern NOT_ONE = Pattern.compile("一.{1,4}[都也]");

    private static final int LEAST_TOLD = 4;
    private static final int LONGEST = 26;

    /** Whether it is no part of any reading. */
    boolean isUnread() {
        return strange() || idle || told();
    }

    boolean strange() {
        return has(Set.of(Sentence.UNKNOWN));
    }

    /** 他们采购老大点头了: known words, but none that matters; or what is, was or is to be paid. */
    private boolean told() {
        boolean plain = words.length() <= LONGEST && !EXCEPTS.matcher(words).find() && !has(BINDS);
        boolean complains = COMPLAINS.matcher(words).matches() && !has(FIGURES);
        boolean theirs = THEIRS.matcher(words).lookingAt()
                && types().isEmpty()
                && TELLS.matcher(words).find()
                && !has(MATTERS)
                && tokens.stream().noneMatch(this::says);
        return plain && !tokens.isEmpty() && (complains || theirs || pays());
    }

    private boolean pays() {
        return PAYS.matcher(words).matches() || PAST.matcher(words).lookingAt();
    }

    /** How certain it is and, where it leads to what is said and names something new, what it is about and when. */
    List<Span> kept(boolean leads, Set<NodeType> named) {
        boolean tells = (leads || REPORTS.matcher(words).find()) && !named.containsAll(types()) && !pays();
        Set<Integer> wanted = tells ? KEPT : ALWAYS_KEPT;
        return IntStream.range(0, tokens.size())
                .filter(i -> wanted.contains(tokens.get(i).type()) && !isInsideWord(i))
                // 到货没准 tells how it is
                .filter(i -> tokens.get(i).type() != Sentence.FORECAST
                        || tokens.get(i).end() < words.length())
                // 盯着呢 supposes nothing
                .filter(i -> tokens.get(i).type() != Sentence.IF
                        || tokens.get(i).end() - tokens.get(i).start() > 1)
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
                .flatMap(t -> types(t).stream())
                .collect(Collectors.toSet());
    }

    private static Set<NodeType> types(Token token) {
        return token.meanings().stream().map(NameIndex.Meaning::type).collect(Collectors.toSet());
    }

    /** Whether it asks what comes of what is supposed. */
    boolean asks() {
        return asks(words);
    }

    /** 是假消息, 不可能: what was said before is not so. */
    static boolean denies(String text) {
        return DENIES.matcher(text).find();
    }

    static boolean asks(String clause) {
        return QUESTION.matcher(clause).find();
    }

    /** Known words without a name, a figure, a time, or what is spoken of. */
    boolean mayBeIdle() {
        return !strange()
                && types().isEmpty()
                && !has(FIGURES)
                && !has(TELLING)
                && !denies(words)
                && !has(SUBJECTS)
                && tokens.stream().noneMatch(this::says)
                && !CANCELS.matcher(words).find();
    }

    /**
     * Whether nothing is lost without it.
     *
     * @param first whether it leads, where a bare noun may be what the rest is about
     * @param rest the clauses that are read
     */
    boolean isAside(boolean first, List<StoryClause> rest) {
        boolean english = words.chars().noneMatch(c -> c >= 0x2e80);
        boolean timed = rest.stream().anyMatch(p -> p.has(TIMES));
        // 万一绿坡闹猪瘟，1月断供: what is supposed of something named still is
        boolean supposes = has(Set.of(Sentence.IF)) && !types().isEmpty();
        boolean limits = has(Set.of(Sentence.ONCE)) && !supposes
                || EXCEPTS.matcher(words).find()
                || LIMITS.matcher(words).lookingAt()
                || denies(words)
                || COMMANDS.matcher(words).find()
                || !first && (CANCELS.matcher(words).find() || contrasts(words));
        if (english || limits || words.length() > LONGEST) {
            return false;
        }
        if (has(Set.of(Sentence.RUSH)) && rest.stream().noneMatch(c -> c.has(Set.of(Sentence.RUSH)))) {
            // 留8%产能，急单太多了 says for what
            return false;
        }
        // 审核期间 says when too
        boolean timeless = first && timed || PAST.matcher(words).lookingAt() || !has(TIMES) && !words.contains("期间");
        boolean acts = !types().isEmpty() && has(TIMES) && has(ACTS) || !first && isAboutWork(rest);
        // 灌装可以外包，乳化不行 is said of each
        boolean another =
                !first && rest.stream().anyMatch(c -> c.types().stream().anyMatch(types()::contains));
        if (acts || another) {
            return false;
        }
        if (idle || told()) {
            return timeless;
        }
        boolean tells = TELLS.matcher(words).find()
                || words.length() >= (first ? LEAST_TOLD + 1 : LEAST_TOLD)
                        && !LIMITING_END.matcher(words).find();
        return tells
                && (timeless || !types().isEmpty())
                && tokens.stream().noneMatch(t -> says(t) && !isRepeated(t, rest))
                && !(has(SUBJECTS) && (has(MOVES) || has(PASSES) || first && !types().isEmpty()));
    }

    /** 春节照常上班，师傅们回家: who works and who does not. */
    private boolean isAboutWork(List<StoryClause> rest) {
        return rest.stream().anyMatch(c -> c.has(WORK)) && (has(WORK) || has(STOPS) || saysWhoWorks(words));
    }

    /** Whether it limits or takes back what another clause says. */
    static boolean qualifies(String clause) {
        return EXCEPTS.matcher(clause).find() || CANCELS.matcher(clause).find() || contrasts(clause);
    }

    static boolean contrasts(String clause) {
        return CONTRASTS.matcher(clause).lookingAt()
                || CONTRASTS_IN_ENGLISH.matcher(clause).find();
    }

    static boolean saysWhoWorks(String clause) {
        return REST.matcher(clause).find();
    }

    /** 放超过365天会粘，最长365天: what is said again where it counts is told here only as a reason. */
    private static boolean isRepeated(Token amount, List<StoryClause> rest) {
        return amount.type() == Sentence.AMOUNT
                && rest.stream()
                        .flatMap(p -> p.tokens().stream())
                        .anyMatch(t -> t.type() == Sentence.AMOUNT && Objects.equals(t.value(), amount.value()));
    }

    private boolean says(Token token) {
        int type = token.type();
        if (type == Sentence.AMOUNT && !NOT_ONE.matcher(words).find()) {
            return !isCountedInAStory(token.valueAs(Amount.class));
        }
        return (token.end() - token.start() > 1 ? SAYS : SAYS_IN_ONE_CHARACTER).contains(type);
    }

    private boolean isCountedInAStory(Amount amount) {
        boolean few = COUNTED_IN_A_STORY.contains(amount.unit()) && amount.value() <= MOST_COUNTED_IN_A_STORY;
        boolean staff = STAFF.matcher(words).find() && amount.value() <= MOST_STAFF;
        boolean number = amount.measure() == Amount.Measure.NUMBER && amount.value() <= MOST_NUMBERED;
        return number || amount.measure() == Amount.Measure.COUNT && (few || staff);
    }
}
