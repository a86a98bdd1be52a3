package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The only word of a sentence that nobody knows, where it is no name and turns nothing round: 偏偏, 天数. */
final class StrangeWord {
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

    private static final Pattern CONDITIONS = Pattern.compile("前提|条件是|才算|才行|除非|放行|放开|破例");

    private final Lattice lattice;

    StrangeWord(Lattice lattice) {
        this.lattice = lattice;
    }

    /** The text without it, where it stands apart from names and figures; what it narrows is then not said. */
    Optional<Said> leftOut(Said said) {
        List<Token> tokens = lattice.paths(NormalText.of(said.text())).getFirst();
        List<Token> strange =
                tokens.stream().filter(t -> t.type() == Sentence.UNKNOWN).toList();
        if (strange.isEmpty()
                || StoryClause.denies(said.text())
                || CONDITIONS.matcher(said.text()).find()) {
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
        // what a clause begins with may be whom it is about
        boolean leads = word.start() == 0 || "，,。；;、 ".indexOf(said.text().charAt(word.start() - 1)) >= 0;
        boolean qualifies = Clauses.of(said.text()).stream()
                .skip(1)
                .filter(c -> c.start() <= word.start() && word.end() <= c.end())
                .anyMatch(c -> StoryClause.qualifies(said.text().substring(c.start(), c.end())));
        return one && apart && !leads && !qualifies && HARMLESS.matcher(words).matches()
                ? Optional.of(said.without(word))
                : Optional.empty();
    }

    /** Beside it, or after it with one character between: 能 of 储能电池壳. */
    private static boolean touches(Token token, Span word) {
        return token.end() == word.start() || token.start() >= word.end() && token.start() - word.end() <= 1;
    }
}
