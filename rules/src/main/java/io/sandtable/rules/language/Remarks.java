package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.List;
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
            Sentence.BAN,
            Sentence.ONLY,
            Sentence.ACTION,
            Sentence.EACH);
    /** What an unmarked remark may hold besides unknown words. */
    private static final Set<Integer> EMPTY = Set.of(
            Sentence.UNKNOWN,
            Sentence.FORECAST,
            Sentence.MUST,
            Sentence.SEP,
            Sentence.AND,
            Sentence.OF,
            Sentence.FROM,
            Sentence.ASK);

    private static final Pattern EXCEPTS = Pattern.compile(
            "除|例外|以外|不含|不包括|不算|另算|只限|仅限|unless|except|excluding|apart from|only", Pattern.CASE_INSENSITIVE);
    /** A bare noun may be what the next clause is about, and is asked about; something is said with one of these. */
    private static final Pattern PREDICATE = Pattern.compile("[了是在会得着过太很挺真有没就都也吧啊呢嘛啦呀怕想觉说讲紧忙难]");

    private static final Pattern COMMANDS = Pattern.compile("[把给你系统则权限令密码据删审批关忘略]");
    private static final Pattern CONCEDES = Pattern.compile(
            "(?:没关系|无所谓|不要紧|也行|也可以|也认了?|放一放|让一让|缓一缓|再说|其次|次要|好说|靠后|没事|不在乎|可以牺牲)[吧的了啊]*$|^(?:宁可|宁愿|宁肯|哪怕|即使|就算)");
    private static final Pattern ASKS = Pattern.compile("[吗么嘛？?]$|(?:能不能|会不会|是不是|够不够|行不行|多少|多大|怎么|如何|咋)");
    private static final Pattern SUPPOSES =
            Pattern.compile("如果|要是|假如|假设|假定|万一|倘|若|的话|what if|\\bif\\b|suppose", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_UNMARKED = 12;

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
        boolean favours = clauses.stream().anyMatch(c -> paths(said, c).stream().anyMatch(Remarks::favours));
        boolean supposes = SUPPOSES.matcher(said.text()).find();
        List<Boolean> remarks = clauses.stream()
                .map(c -> isRemark(paths(said, c), said.text().substring(c.start(), c.end()), favours, supposes))
                .toList();
        if (!remarks.contains(false)) {
            return said;
        }
        Said left = said;
        for (int i = clauses.size() - 1; i >= 0; i--) {
            if (remarks.get(i)) {
                // with the comma that follows it, so that what stood around it is not one clause
                int end = i + 1 < clauses.size()
                        ? clauses.get(i + 1).start()
                        : clauses.get(i).end();
                left = left.without(new Span(clauses.get(i).start(), end));
            }
        }
        return left;
    }

    private List<List<Token>> paths(Said said, Span clause) {
        return lattice.paths(NormalText.of(said.text().substring(clause.start(), clause.end())));
    }

    private static boolean favours(List<Token> path) {
        return path.stream().anyMatch(t -> t.type() == Sentence.FIRST);
    }

    private boolean isRemark(List<List<Token>> paths, String clause, boolean favours, boolean supposes) {
        boolean says = paths.stream().allMatch(path -> path.stream().anyMatch(t -> SAYS.contains(t.type())));
        if (says || EXCEPTS.matcher(clause).find()) {
            return false;
        }
        return paths.stream()
                .filter(path -> path.stream().noneMatch(t -> SAYS.contains(t.type())))
                .anyMatch(path -> path.isEmpty()
                        || lattice.isMarked(NormalText.of(clause))
                        || (favours && CONCEDES.matcher(clause).find())
                        || (supposes && ASKS.matcher(clause).find())
                        || isEmpty(path, clause));
    }

    private static boolean isEmpty(List<Token> path, String clause) {
        return clause.length() <= LONGEST_UNMARKED
                && path.stream().allMatch(t -> EMPTY.contains(t.type()))
                && PREDICATE.matcher(clause).find()
                && !COMMANDS.matcher(clause).find();
    }
}
