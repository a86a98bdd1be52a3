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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A second, looser look at a sentence that did not read: its clauses with unknown words are no part of any reading, so where
 * they tell nothing but a story (供应商新开了条线, 他们公交订单没拿到) they are left out, with what they are about kept as the
 * topic of the rest. {@link Remarks} leaves out what is plainly no part of a sentence, before it is read.
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

    private static final Set<Integer> TIMES = Set.of(Sentence.TIME, Sentence.TIME_OF_DAY);

    private static final Pattern EXCEPTS = Pattern.compile(
            "除|例外|以外|不含|不包括|不算|另算|不在内|限(?!电)|仅|也(?!没|不|挺|是|算|就)|一样|照旧|不变|为准|其他|其余|别的|包括|包含|算上|连同|至少|最多"
                    + "|unless|except|excluding|apart from|only|but|also|too\\b|same|\\bif\\b",
            Pattern.CASE_INSENSITIVE);
    /** How many hands or machines came or went tells why, not how much. */
    private static final Pattern STAFF =
            Pattern.compile("师傅|工人|员工|新人|学徒|熟手|技工|机长|焊工|人手|[个名位]人|的人|女工|组长|骨干|[添装买借卖拆](?:走|掉|出去)?了");

    private static final int MOST_STAFF = 60;
    /** Known words that complain, and tell nothing that could be planned with. */
    private static final Pattern COMPLAINS = Pattern.compile(
            "[单活货人料](?:太|很|挺)?多$|得(?:太?厉害|不行|慌|很|要命|够呛|不得了|紧)|太[高大多贵低慢紧满老旧][了啦]?$|很[高大多贵紧慢]$|[满爆疯]了$|又没[到来]$|还没[到来]$|没到货$|没来$|点头了?$|松口了?$|答应了?$");

    private static final Pattern THEIR_OWN = Pattern.compile("[他它]们?家(?=的?[不别最至占份只供])");
    private static final Pattern THEIRS = Pattern.compile("(?:他们|人家|对方|那边|它们)");

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

    private static final Pattern LIMITS =
            Pattern.compile("[ ，,]*(?:[对對](?![不吧了着味头])|给(?!我|您|你)|给(?!我|您|你)|针对|針對|就(?!是|这|這)|但|不过|可是|只|光)");
    private static final Pattern COMMANDS = Pattern.compile("系统|权限|指令|密码|数据|删|审|忽|略|忘");
    /** Something is told with one of these; a bare noun may be what the rest is about. */
    private static final Pattern TELLS = Pattern.compile(
            "[了在会得着过太很挺真没就都吧啊呢嘛啦呀怕想觉讲紧忙难坏绕赶走催查抓等换修累堵病疯死压吃喊闹闲挤卡刚是回早晚听]|要|不|说|来电|通知|有|回来|贵$|的$|拉动|影响|带动|推动|改造$|搬迁$|爆仓|拥堵|封航|封路|封控|吃紧|紧张|涨水|台风|暴雨|疫情");

    private static final Pattern SAYING =
            Pattern.compile("(?:说|讲|表示|反映|通知|回话|来电话?|来信|来函|回复|发话|透露|告诉我们?|答应|点头|打电话来|打电话)(?:了|过|是|着|说)?");
    private static final int LONGEST_SPEAKER = 10;
    private static final int LEAST_SAID = 6;
    private static final int LONGEST = 26;
    private static final int LONGEST_IN_ENGLISH = 70;

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
            Kind.QUERY,
            Kind.COMPOUND,
            Kind.CONDITIONAL);

    private final Lattice lattice;

    Asides(Lattice lattice) {
        this.lattice = lattice;
    }

    /** The text without its asides, what they are about kept, then without that too; empty where a clause of unknown words is none. */
    List<Said> leftOut(Said said, int mostClauses) {
        List<Part> parts = parts(said.text(), mostClauses);
        if (parts.size() < 2 || parts.stream().noneMatch(Part::isStrange)) {
            return List.of();
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isStrange() && !isAside(said.text(), parts, i)) {
                return List.of();
            }
        }
        if (THEIR_OWN.matcher(said.text()).find()
                && parts.stream().anyMatch(p -> p.isStrange() && !p.types().isEmpty())) {
            // 铭铸涨价太狠，铝壳他家不超过五成 names it where the story is told
            return List.of();
        }
        var found = new ArrayList<Said>();
        found.add(without(said, parts, true));
        if (mayDropNames(parts)) {
            found.add(without(said, parts, false));
        }
        return found.stream().filter(s -> !s.text().isBlank()).distinct().toList();
    }

    /** Whether what was read of the rest is about something it names, or about the company as a whole. */
    static boolean isPlain(List<Statement> statements) {
        return statements.stream().allMatch(s -> !s.entities().isEmpty() || OF_COMPANY.contains(s.kind()));
    }

    private boolean isAside(String text, List<Part> parts, int at) {
        Part part = parts.get(at);
        boolean qualified = at + 1 < parts.size()
                && text.substring(parts.get(at + 1).span().start()).matches("(?s)(?:但|不过|可是|只是).*");
        boolean listed = text.substring(
                        at == 0 ? 0 : parts.get(at - 1).span().end(),
                        at + 1 == parts.size()
                                ? text.length()
                                : parts.get(at + 1).span().start())
                .contains("、");
        boolean timed = IntStream.range(0, parts.size())
                .anyMatch(
                        i -> i > at && !parts.get(i).isStrange() && parts.get(i).has(TIMES));
        return !qualified
                && !listed
                && part.isAside(at == 0, timed)
                && !lattice.mayBeNamed(NormalText.of(part.words()));
    }

    /** A name in what comes after is dropped only where nothing of its sort is left beside it. */
    private static boolean mayDropNames(List<Part> parts) {
        Set<NodeType> left = parts.stream()
                .filter(p -> !p.isStrange())
                .flatMap(p -> p.types().stream())
                .collect(Collectors.toSet());
        boolean led = false;
        for (Part part : parts) {
            led |= !part.isStrange();
            Set<NodeType> types = part.types();
            if (part.isStrange() && !types.isEmpty() && (!led || types.stream().anyMatch(left::contains))) {
                return false;
            }
        }
        return !left.isEmpty();
    }

    private static Said without(Said said, List<Part> parts, boolean keepsNames) {
        Said left = said;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (!part.isStrange()) {
                continue;
            }
            int end = i + 1 < parts.size()
                    ? parts.get(i + 1).span().start()
                    : part.span().end();
            List<Span> kept = part.kept(keepsNames);
            int until = end;
            for (int k = kept.size() - 1; k >= 0; k--) {
                int from = kept.get(k).end();
                left = from < until ? left.withComma(new Span(from, until)) : left;
                until = kept.get(k).start();
            }
            left = left.without(new Span(part.span().start(), until));
        }
        return left;
    }

    /** The clauses, and apart from each who is said to say it. */
    private List<Part> parts(String text, int mostClauses) {
        var parts = new ArrayList<Part>();
        for (Span clause : Clauses.fine(text, mostClauses)) {
            int start = clause.start();
            Optional<Integer> said = endOfSaying(text, clause);
            if (said.isPresent()) {
                parts.add(part(text, new Span(start, said.get())));
                start = said.get();
            }
            parts.add(part(text, new Span(start, clause.end())));
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

    private Part part(String text, Span span) {
        String words = text.substring(span.start(), span.end());
        return new Part(span, words, lattice.paths(NormalText.of(words)).getFirst());
    }

    /** A clause as it is best cut. */
    private record Part(Span span, String words, List<Token> tokens) {
        boolean isStrange() {
            return tokens.stream().anyMatch(t -> t.type() == Sentence.UNKNOWN) || isTold();
        }

        /** 他们采购老大点头了: known words, but none that matters. */
        private boolean isTold() {
            boolean told = COMPLAINS.matcher(words).find()
                    || THEIRS.matcher(words).lookingAt()
                            && types().isEmpty()
                            && TELLS.matcher(words).find();
            return told && !tokens.isEmpty() && tokens.stream().noneMatch(t -> matters(t) || says(t));
        }

        /** What it is about and when, where it names something. */
        List<Span> kept(boolean keepsNames) {
            Set<Integer> wanted = keepsNames && !types().isEmpty() ? KEPT : ALWAYS_KEPT;
            return IntStream.range(0, tokens.size())
                    .filter(i -> wanted.contains(tokens.get(i).type()) && !isInsideWord(i))
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

        private boolean has(Set<Integer> types) {
            return tokens.stream().anyMatch(t -> types.contains(t.type()));
        }

        /** Whether it speaks of a figure; 采购 alone are people. */
        private boolean isAboutFigures() {
            return tokens.stream()
                    .filter(t -> t.type() != Sentence.PURCHASE_BUDGET || t.end() - t.start() > 2)
                    .anyMatch(t -> SUBJECTS.contains(t.type()));
        }

        Set<NodeType> types() {
            return IntStream.range(0, tokens.size())
                    .filter(i -> !isInsideWord(i))
                    .mapToObj(tokens::get)
                    .filter(t -> t.type() == Sentence.NAME)
                    .flatMap(t -> t.valueAs(NameIndex.Mention.class).meanings().stream())
                    .map(NameIndex.Meaning::type)
                    .collect(Collectors.toSet());
        }

        /** Small words between those that complain are theirs: 压得厉害, 库存太高. */
        private boolean matters(Token token) {
            boolean small = token.end() - token.start() == 1
                    && token.type() != Sentence.BAN
                    && COMPLAINS.matcher(words).find();
            return !small && MATTERS.contains(token.type()) && !words.contains("得不");
        }

        /** @param timed whether another clause says when */
        boolean isAside(boolean first, boolean timed) {
            boolean english = words.chars().noneMatch(c -> c >= 0x2e80);
            return !english
                    && words.length() <= LONGEST
                    && !EXCEPTS.matcher(words).find()
                    // 万一绿坡闹猪瘟，1月断供: what is supposed of something named still is
                    && !(has(Set.of(Sentence.IF, Sentence.ONCE)) && types().isEmpty())
                    && !(has(Set.of(Sentence.ONCE)) && !has(Set.of(Sentence.IF)))
                    && !LIMITS.matcher(words).lookingAt()
                    && !COMMANDS.matcher(words).find()
                    && (TELLS.matcher(words).find() || COMPLAINS.matcher(words).find())
                    && tokens.stream().noneMatch(this::says)
                    && !(isAboutFigures()
                            && (has(MOVES)
                                    || first
                                            && !types().isEmpty()
                                            && !COMPLAINS.matcher(words).find()))
                    && !(types().isEmpty() && has(TIMES) && !timed);
        }

        private boolean says(Token token) {
            int type = token.type();
            if (type == Sentence.AMOUNT) {
                Amount amount = token.valueAs(Amount.class);
                boolean staff = amount.measure() == Amount.Measure.COUNT
                        && amount.value() <= MOST_STAFF
                        && STAFF.matcher(words).find();
                return amount.measure() != Amount.Measure.NUMBER && !staff;
            }
            return (token.end() - token.start() > 1 ? SAYS : SAYS_IN_ONE_CHARACTER).contains(type);
        }
    }
}
