package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
            "除|例外|以外|不含|不包括|不算|另算|不在内|限(?!电)|仅|也(?!没|不|挺|是|算|就)|一样|照旧|不变|为准|其他|其余|别的|包括|包含|算上|连同|至少|最多|如果|要是|万一|假如"
                    + "|unless|except|excluding|apart from|only|but|also|too\\b|same|\\bif\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS =
            Pattern.compile("[ ，,]*(?:[对對](?![不吧了着味头])|给(?!我|您|你)|给(?!我|您|你)|针对|針對|就(?!是|这|這)|但|不过|可是|只|光)");
    private static final Pattern COMMANDS = Pattern.compile("系统|权限|指令|密码|数据|删|审批|审核通过|通过审|过审|忽|略|忘");
    /** Something is told with one of these; a bare noun may be what the rest is about. */
    private static final Pattern TELLS =
            Pattern.compile("[了在会得着过太很挺真没就都吧啊呢嘛啦呀怕想觉讲紧忙难坏绕赶走催查抓等换修累堵病疯死压吃喊闹闲挤卡诉吵嫌骂怪盼亏罚老审验查]|要|不|说|来电|通知|有|是(?!否)|期间|堆");

    /** 运费吃不消, 欧元账期太短, 工资不能断: how things are, which binds nobody. */
    private static final Pattern COMPLAINS = Pattern.compile(
            "[^，。]{0,10}?(?:(?:太|实在|老是?|总是?|一直|根本|真|都|也|有点|越来越|特别|非常|很|挺)(?:短|长|贵|高|差|慢|乱|紧|忙|难|多|烂|狠|大|小|少|低)"
                    + "|离谱|吓人|要命|头疼|吃不消|受不了|扛不住|顶不住|撑不住|跟不上|不稳定?|不靠谱|靠不住|不行|掉链子|有问题|出问题|出过事|出过问题|划不来|不划算|不合算|亏大了"
                    + "|说不过去|伤不起|赔不起|耗不起|等不起|拖不起|罚不起|一大?堆|不松口|盯着|急得很|闹得凶|高位|新高|吃紧|紧俏|紧张|不够用|不够分|不够|没到位|没着落|怕断|怕出事"
                    + "|不(?:能|可|许)(?:断|乱|散|垮|黄|出事|出错|出问题|掉链子|砸|塌|崩|冒险|赌))(?:了|的|啊|呢|呀|得很|死了|不得了)*");
    /** 过年要发奖金: what money is for, at a time of its own. */
    private static final Pattern PAYS = Pattern.compile(
            ".{0,10}(?:要|得|该)(?:发|付|还|交|给|结|备)[^，。]{0,8}(?:奖金?|年终奖?|工资|薪水?|贷款?|税款?|房租|租金|尾款|货款|利息|社保|结账|账|款|钱|红包|分红)了?");
    /** 上回晚了三天罚了款: it has been, and is no rule. */
    private static final Pattern PAST =
            Pattern.compile("(?:上回|上次|上一次|上周|上个?月|上季度|去年|前年|前阵子|前段时间|前几天|前两天|前天|昨天|昨晚|当年|那年|那次|以前|年初|刚才|早先|之前那).*[了过]");

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

    private enum Keeping {
        NAMES_AND_TIMES,
        NAMES,
        NONE
    }

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
        var found = new ArrayList<Said>();
        List<Part> rest = parts.stream().filter(p -> !p.isStrange()).toList();
        found.add(without(said, parts, Keeping.NAMES_AND_TIMES));
        if (rest.stream().anyMatch(Part::hasTime)) {
            found.add(without(said, parts, Keeping.NAMES));
        }
        if (mayDropNames(parts)) {
            found.add(without(said, parts, Keeping.NONE));
        }
        return found.stream().filter(s -> !s.text().isBlank()).distinct().toList();
    }

    /** Whether what was read of the rest is about something it names, or about the company as a whole. */
    static boolean isPlain(List<Statement> statements) {
        return statements.stream()
                .allMatch(s -> !s.entities().isEmpty()
                        || OF_COMPANY.contains(s.kind())
                        || s.slots().containsKey("each"));
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
        boolean timeless = !part.hasTime()
                || IntStream.range(0, parts.size())
                        .anyMatch(i -> i != at
                                && !parts.get(i).isStrange()
                                && parts.get(i).hasTime())
                || PAST.matcher(part.words()).lookingAt();
        boolean told = part.isTold() && timeless;
        // 审核期间 says when, unless a time is said besides
        boolean during = part.words().contains("期间") && parts.stream().noneMatch(p -> !p.isStrange() && p.hasTime());
        return !qualified && !listed && !during && (told || part.isAside(at == 0, parts));
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

    private static Said without(Said said, List<Part> parts, Keeping keeping) {
        Said left = said;
        List<Part> rest = parts.stream().filter(p -> !p.isStrange()).toList();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (!part.isStrange()) {
                continue;
            }
            int end = i + 1 < parts.size()
                    ? parts.get(i + 1).span().start()
                    : part.span().end();
            List<Span> kept = part.kept(keeping, rest);
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
        return new Part(span, words, plainest(lattice.paths(NormalText.of(words))));
    }

    private static List<Token> plainest(List<List<Token>> paths) {
        return paths.stream()
                .filter(path -> path.stream().noneMatch(t -> Remarks.STRANGE.contains(t.type())))
                .findFirst()
                .orElse(paths.getFirst());
    }

    /** A clause as it is best cut. */
    private record Part(Span span, String words, List<Token> tokens) {
        boolean isStrange() {
            return isTold() || tokens.stream().anyMatch(t -> Remarks.STRANGE.contains(t.type()));
        }

        /** What is, was or is to be paid, though every word is known. */
        private boolean isTold() {
            boolean plain = words.length() <= LONGEST
                    && !EXCEPTS.matcher(words).find()
                    && !has(Set.of(Sentence.GE, Sentence.LE, Sentence.NOT_DOWN_TO, Sentence.ONLY, Sentence.ACTION));
            boolean told = PAYS.matcher(words).matches() || PAST.matcher(words).lookingAt();
            boolean complains = COMPLAINS.matcher(words).matches()
                    && !has(Set.of(Sentence.AMOUNT, Sentence.MULTIPLE, Sentence.PER, Sentence.TIME));
            return plain && (told || complains);
        }

        boolean hasTime() {
            return has(TIMES);
        }

        /** What it is about and when, where it names something; what is named again needs no keeping. */
        List<Span> kept(Keeping keeping, List<Part> rest) {
            Set<Integer> wanted = keeping == Keeping.NONE || types().isEmpty() ? ALWAYS_KEPT : KEPT;
            return IntStream.range(0, tokens.size())
                    .filter(i -> wanted.contains(tokens.get(i).type()) && !isInsideWord(i))
                    .mapToObj(tokens::get)
                    .filter(t -> keeping != Keeping.NAMES || !TIMES.contains(t.type()))
                    .filter(t -> t.type() != Sentence.NAME || rest.stream().noneMatch(p -> p.names(t)))
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

        /** Whether the same thing is named here too. */
        boolean names(Token name) {
            return tokens.stream()
                    .anyMatch(t -> t.type() == Sentence.NAME
                            && t.valueAs(NameIndex.Mention.class)
                                    .meanings()
                                    .equals(name.valueAs(NameIndex.Mention.class)
                                            .meanings()));
        }

        private boolean has(Set<Integer> types) {
            return tokens.stream().anyMatch(t -> types.contains(t.type()));
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

        boolean isAside(boolean first, List<Part> all) {
            boolean english = NormalText.isLatin(words.charAt(0));
            return !english
                    && words.length() <= LONGEST
                    && !EXCEPTS.matcher(words).find()
                    && !LIMITS.matcher(words).lookingAt()
                    && !COMMANDS.matcher(words).find()
                    && TELLS.matcher(words).find()
                    && tokens.stream().noneMatch(t -> says(t) && !isRepeated(t, all))
                    && !(has(SUBJECTS) && (has(MOVES) || first && !types().isEmpty()))
                    && !(types().isEmpty() && has(TIMES));
        }

        /** 放超过365天会粘，最长365天: what is said again where it counts is told here only as a reason. */
        private static boolean isRepeated(Token amount, List<Part> all) {
            return amount.type() == Sentence.AMOUNT
                    && all.stream()
                            .filter(p -> !p.isStrange())
                            .flatMap(p -> p.tokens().stream())
                            .anyMatch(t -> t.type() == Sentence.AMOUNT && Objects.equals(t.value(), amount.value()));
        }

        private boolean says(Token token) {
            int type = token.type();
            if (type == Sentence.AMOUNT) {
                return token.valueAs(Amount.class).measure() != Amount.Measure.NUMBER;
            }
            return (token.end() - token.start() > 1 ? SAYS : SAYS_IN_ONE_CHARACTER).contains(type);
        }
    }
}
