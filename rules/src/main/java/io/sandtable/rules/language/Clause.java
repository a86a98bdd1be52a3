package io.sandtable.rules.language;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** One parse of a clause: its kind, and its constituents by their part in it. */
final class Clause {
    private final Kind kind;
    private final List<Token> tokens;
    private final List<NameIndex.Mention> names = new ArrayList<>();
    private final List<NameIndex.Mention> beneficiaries = new ArrayList<>();
    private final List<Amount> amounts = new ArrayList<>();
    private final Set<Integer> types = new HashSet<>();
    private Optional<Move> move = Optional.empty();
    private Optional<Limit> limit = Optional.empty();

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
        gather(tree, names);
    }

    private void gather(ParseTree tree, List<NameIndex.Mention> mentions) {
        switch (tree) {
            case Sentence.MoveContext m -> move = Optional.of(move(m));
            case Sentence.LimitContext l -> limit = Optional.of(limit(l));
            case Sentence.BeneficiaryContext b -> children(b, beneficiaries);
            case TerminalNode terminal -> take(terminal, mentions);
            default -> children(tree, mentions);
        }
    }

    private void take(TerminalNode terminal, List<NameIndex.Mention> mentions) {
        if (terminal.getSymbol() instanceof LatticeToken token) {
            if (token.getType() == Sentence.NAME) {
                mentions.add(token.token().valueAs(NameIndex.Mention.class));
            } else if (token.getType() == Sentence.AMOUNT) {
                amounts.add(token.token().valueAs(Amount.class));
            }
        }
    }

    private void children(ParseTree tree, List<NameIndex.Mention> mentions) {
        for (int i = 0; i < tree.getChildCount(); i++) {
            gather(tree.getChild(i), mentions);
        }
    }

    private static Move move(Sentence.MoveContext m) {
        return new Move(
                m.up() != null ? 1 : m.down() != null ? -1 : 0,
                m.TO() != null
                        && m.AMOUNT() != null
                        && m.TO().getSymbol().getTokenIndex()
                                == m.AMOUNT().getSymbol().getTokenIndex() - 1,
                Optional.ofNullable(m.AMOUNT()).map(a -> value(a, Amount.class)),
                Optional.ofNullable(m.MULTIPLE()).map(a -> value(a, Double.class)));
    }

    private static Limit limit(Sentence.LimitContext l) {
        return new Limit(side(l), value(l.AMOUNT(), Amount.class));
    }

    private static Comparison side(Sentence.LimitContext l) {
        if (l.GT() != null) {
            return Comparison.GT;
        }
        if (l.LT() != null) {
            return Comparison.LT;
        }
        boolean above = l.GE() != null || (l.LE() == null && l.AT_LEAST_SO() != null);
        return above ? Comparison.GE : Comparison.LE;
    }

    private static <T> T value(TerminalNode node, Class<T> type) {
        return ((LatticeToken) node.getSymbol()).token().valueAs(type);
    }

    Kind kind() {
        return kind;
    }

    boolean has(int tokenType) {
        return types.contains(tokenType);
    }

    /** Names in order of mention, the beneficiary of a reservation apart. */
    List<NameIndex.Mention> names() {
        return names;
    }

    List<NameIndex.Mention> beneficiaries() {
        return beneficiaries;
    }

    /** Amounts outside a movement or limit. */
    List<Amount> amounts() {
        return amounts;
    }

    Optional<Move> move() {
        return move;
    }

    Optional<Limit> limit() {
        return limit;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<When> times() {
        return values(Sentence.TIME, When.class);
    }

    <T> List<T> values(int tokenType, Class<T> type) {
        return tokens.stream()
                .filter(t -> t.type() == tokenType)
                .map(t -> t.valueAs(type))
                .toList();
    }
}
