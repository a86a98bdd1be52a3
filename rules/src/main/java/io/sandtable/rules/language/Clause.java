package io.sandtable.rules.language;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** One parse of a clause: its kind, and its constituents by their part in it. */
final class Clause {
    private static final Set<Integer> UP = Set.of(Sentence.UP, Sentence.DEARER);
    private static final Set<Integer> DOWN = Set.of(Sentence.DOWN, Sentence.CHEAPER);
    private static final Set<Integer> COUNTED_MORE = Set.of(Sentence.UP, Sentence.DOWN);
    private static final Set<Integer> BETWEEN = Set.of(Sentence.PER, Sentence.PRICE, Sentence.OF, Sentence.PER_UNIT);
    private static final Map<Integer, Comparison> SIDES = Map.of(
            Sentence.GE, Comparison.GE,
            Sentence.LE, Comparison.LE,
            Sentence.GT, Comparison.GT,
            Sentence.LT, Comparison.LT,
            Sentence.NOT_DOWN_TO, Comparison.GE,
            Sentence.AT_LEAST_SO, Comparison.GE,
            Sentence.AT_MOST_SO, Comparison.LE);

    /** Words that say on which side of its value a limit lies. */
    static final Set<Integer> SIDED = SIDES.keySet();

    private final Kind kind;
    private final List<Token> tokens;
    private final List<NameIndex.Mention> names = new ArrayList<>();
    private final Set<Integer> types = new HashSet<>();

    /**
     * A movement as said: up (+1), down (−1) or only a target (0).
     *
     * @param multiple change in percent of words like 翻倍
     */
    record Move(int direction, boolean target, Optional<Amount> amount, Optional<Double> multiple) {}

    record Limit(Comparison side, Amount amount) {}

    Clause(Kind kind, List<Token> tokens, ParseTree tree) {
        this.kind = kind;
        this.tokens = tokens;
        tokens.forEach(token -> types.add(token.type()));
        gather(tree);
    }

    private void gather(ParseTree tree) {
        if (tree instanceof TerminalNode terminal) {
            if (terminal.getSymbol() instanceof LatticeToken token && token.getType() == Sentence.NAME) {
                names.add(token.token().valueAs(NameIndex.Mention.class));
            }
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            gather(tree.getChild(i));
        }
    }

    Kind kind() {
        return kind;
    }

    boolean has(int tokenType) {
        return types.contains(tokenType);
    }

    /** Whether one of the token types stands in it. */
    boolean hasAny(Set<Integer> tokenTypes) {
        return types.stream().anyMatch(tokenTypes::contains);
    }

    /** Names in order of mention. */
    List<NameIndex.Mention> names() {
        return names;
    }

    /** Its amounts in order; money beside 每吨 is a price. */
    List<Amount> amounts() {
        List<Amount> amounts = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).type() == Sentence.AMOUNT)
                .mapToObj(this::amount)
                .toList();
        List<String> per = values(Sentence.PER_UNIT, String.class);
        return per.size() == 1
                ? amounts.stream().map(a -> a.per(per.getFirst())).toList()
                : amounts;
    }

    /** 250 fewer butterfly valves: a whole number right before things counts them. */
    private Amount amount(int at) {
        Amount said = tokens.get(at).valueAs(Amount.class);
        int next = at + 1;
        while (next < tokens.size() && COUNTED_MORE.contains(tokens.get(next).type())) {
            next++;
        }
        boolean counts = said.measure() == Amount.Measure.NUMBER
                && said.value() == Math.rint(said.value())
                && next < tokens.size()
                && tokens.get(next).type() == Sentence.NAME
                && tokens.get(next).valueAs(NameIndex.Mention.class).isCountable();
        return counts ? new Amount(said.value(), Amount.Measure.COUNT, "units") : said;
    }

    /** The one movement the clause tells; none where it tells of none, or of two. */
    Optional<Move> move() {
        boolean up = hasAny(UP);
        boolean down = hasAny(DOWN);
        List<Double> multiples = values(Sentence.MULTIPLE, Double.class);
        List<Amount> amounts = amounts();
        boolean signed = !up
                && !down
                && !has(Sentence.TO)
                && amounts.size() == 1
                && amounts.getFirst().value() < 0;
        boolean fromTo = amounts.size() == 2 && follows(0, Sentence.FROM) && follows(1, Sentence.TO);
        boolean several = amounts.size() + multiples.size() > 1 && !fromTo;
        boolean moves = up || down || signed || !multiples.isEmpty() || has(Sentence.TO);
        if (up && down || several || !moves) {
            return Optional.empty();
        }
        if (signed) {
            Amount amount = amounts.getFirst();
            return Optional.of(new Move(
                    -1,
                    false,
                    Optional.of(new Amount(-amount.value(), amount.measure(), amount.unit())),
                    Optional.empty()));
        }
        boolean target = !amounts.isEmpty() && follows(amounts.size() - 1, Sentence.TO);
        if (!up && !down && !target && multiples.isEmpty()) {
            // "takes 10 weeks to arrive" moves nothing
            return Optional.empty();
        }
        return Optional.of(new Move(
                up ? 1 : down ? -1 : 0,
                target,
                amounts.isEmpty() ? Optional.empty() : Optional.of(amounts.getLast()),
                multiples.stream().findFirst()));
    }

    /** Whether an amount of the clause, counted from 0, comes right after a token of the type: 降到原价的两成, 降至每月1100台. */
    private boolean follows(int amount, int tokenType) {
        int seen = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).type() == Sentence.AMOUNT && ++seen == amount) {
                int before = i - 1;
                while (before > 0 && BETWEEN.contains(tokens.get(before).type())) {
                    before--;
                }
                return before >= 0 && tokens.get(before).type() == tokenType;
            }
        }
        return false;
    }

    /** The one limit the clause sets; none where no side or no value is said, or two of them. */
    Optional<Limit> limit() {
        Optional<Comparison> side = side();
        List<Amount> amounts = amounts();
        return side.isEmpty() || amounts.size() != 1
                ? Optional.empty()
                : Optional.of(new Limit(side.get(), amounts.getFirst()));
    }

    /** The side of a limit: 至少 … 以上 say the same side twice, 不超过 … 以上 no side at all, "never … below" the other side. */
    Optional<Comparison> side() {
        List<Comparison> said = tokens.stream()
                .filter(t -> t.type() != Sentence.AT_MOST_SO || !has(Sentence.NOT_DOWN_TO))
                .map(t -> SIDES.get(t.type()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (said.size() != 1) {
            return Optional.empty();
        }
        return isForbidden() ? forbidden(said.getFirst()) : Optional.of(said.getFirst());
    }

    /** Whether the clause forbids what it tells, which turns a limit round. */
    boolean isForbidden() {
        return has(Sentence.BAN);
    }

    /** What holds where being on a side is forbidden; "not at least" leaves that open. */
    private Optional<Comparison> forbidden(Comparison side) {
        boolean once = tokens.stream().filter(t -> t.type() == Sentence.BAN).count() == 1;
        boolean broken = tokens.stream().anyMatch(t -> t.type() == Sentence.SEP);
        return switch (side) {
            case GT -> once && !broken ? Optional.of(Comparison.LE) : Optional.empty();
            case LT -> once && !broken ? Optional.of(Comparison.GE) : Optional.empty();
            case GE, LE, EQ -> Optional.empty();
        };
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Its times in order; what is said twice in a row, 明天周日, counts once. */
    List<When> times() {
        var times = new ArrayList<When>();
        Token before = null;
        for (Token token : tokens) {
            boolean again =
                    before != null && before.type() == Sentence.TIME && Objects.equals(before.value(), token.value());
            if (token.type() == Sentence.TIME && !again) {
                times.add(token.valueAs(When.class));
            }
            before = token;
        }
        return times;
    }

    <T> List<T> values(int tokenType, Class<T> type) {
        return tokens.stream()
                .filter(t -> t.type() == tokenType)
                .map(t -> t.valueAs(type))
                .toList();
    }
}
