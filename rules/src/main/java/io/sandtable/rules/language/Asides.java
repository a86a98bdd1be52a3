package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Statement.Span;
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
 * A second, looser look at a Chinese sentence that did not read: its clauses with unknown words are no part of any reading, so where
 * they only tell a story (他们新开了条线, 老总住院了) they are left out. {@link Remarks} leaves out what is plainly no part of a
 * sentence, before it is read.
 */
final class Asides {
    private static final Pattern QUALIFIES = Pattern.compile("但|不过|可是|只是");
    private static final Pattern SEVERAL = Pattern.compile("都|均|各|分别|一起|一块儿?|两家|两边|全部");
    /** 铭铸涨价太狠，铝壳他家不超过五成 names it where the story is told. */
    private static final Pattern THEIR_OWN = Pattern.compile("[他它]们?家(?=的?[不别最至占份只供])");

    private static final String WHAT_COMES_OF_IT = "会怎样";

    private static final Pattern SAYING =
            Pattern.compile("(?:说|讲|表示|反映|通知|回话|来电话?|来信|来函|回复|发话|透露|告诉我们?|答应|点头|打电话来|打电话)(?:了|过|是|着|说)?");
    private static final int LONGEST_SPEAKER = 10;
    private static final int LEAST_SAID = 6;

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
                            && (!led
                                    || !s.entities().isEmpty()
                                    || s.slots().containsKey("each")
                                    || OF_COMPANY.contains(s.kind())));
        }
    }

    /** The text without its asides, what the rest is about kept; empty where there is none, or a clause of unknown words says something. */
    Optional<Left> leftOut(Said said, int mostClauses) {
        List<StoryClause> clauses = clauses(said.text(), mostClauses);
        List<StoryClause> rest = clauses.stream().filter(c -> !c.isUnread()).toList();
        if (rest.isEmpty() || rest.size() == clauses.size()) {
            return Optional.empty();
        }
        Set<NodeType> named = rest.stream().flatMap(c -> c.types().stream()).collect(Collectors.toSet());
        if (named.contains(NodeType.ORDER)) {
            // an order says whose it is
            named.add(NodeType.CUSTOMER);
        }
        boolean asides = IntStream.range(0, clauses.size())
                .allMatch(i -> !clauses.get(i).isUnread() || isAside(said.text(), clauses, i, rest));
        boolean narrows = named.isEmpty()
                && IntStream.range(1, clauses.size())
                        .anyMatch(i -> clauses.get(i).isUnread()
                                && !clauses.get(i).types().isEmpty()
                                && clauses.subList(0, i).stream()
                                        .anyMatch(
                                                c -> !c.isUnread() && c.words().length() > LEAST_SAID));
        // 毛利至少25%，凯勒老交情: a rule for all, or for the one that is named after it
        return asides && !narrows && !isOfSeveral(said.text(), clauses, named)
                ? Optional.of(new Left(
                        without(said, clauses, named), clauses.getFirst().isUnread()))
                : Optional.empty();
    }

    /** 海陵在扩建，西山也在扩，订单都加两成 is about both. */
    private static boolean isOfSeveral(String text, List<StoryClause> clauses, Set<NodeType> named) {
        Set<NodeType> told = clauses.stream()
                .filter(StoryClause::isUnread)
                .flatMap(c -> c.types().stream())
                .collect(Collectors.toSet());
        return THEIR_OWN.matcher(text).find() && !told.isEmpty()
                || SEVERAL.matcher(text).find() && told.stream().anyMatch(named::contains);
    }

    private boolean isAside(String text, List<StoryClause> clauses, int at, List<StoryClause> rest) {
        StoryClause clause = clauses.get(at);
        int before = at == 0 ? 0 : clauses.get(at - 1).span().end();
        int after = at + 1 == clauses.size()
                ? text.length()
                : clauses.get(at + 1).span().start();
        boolean qualified = QUALIFIES.matcher(text).region(after, text.length()).lookingAt();
        boolean listed = text.substring(before, after).contains("、");
        return !qualified
                && !listed
                && clause.isAside(at == 0, rest)
                && !lattice.mayBeNamed(NormalText.of(clause.words()));
    }

    /**
     * What an aside names is what the rest is about, as long as that names nothing of the sort itself: 金锚的老总住院了，轴承晚一周 is
     * about both, 金锚的老总住院了，恒力晚一周 is not; and what comes after is about nothing any more.
     */
    private static Said without(Said said, List<StoryClause> clauses, Set<NodeType> named) {
        int firstRead = IntStream.range(0, clauses.size())
                .filter(i -> !clauses.get(i).isUnread())
                .findFirst()
                .orElse(clauses.size());
        Said left = said;
        for (int i = clauses.size() - 1; i >= 0; i--) {
            StoryClause clause = clauses.get(i);
            if (!clause.isUnread()) {
                continue;
            }
            if (i > firstRead && clause.asks()) {
                left = left.replaced(clause.span(), WHAT_COMES_OF_IT);
            } else {
                int end = i + 1 < clauses.size()
                        ? clauses.get(i + 1).span().start()
                        : clause.span().end();
                boolean speaks = end == clause.span().end() && i + 1 < clauses.size();
                List<Span> kept = clause.kept(i < firstRead || speaks, named);
                left = without(left, clause.span().start(), kept, end);
            }
        }
        return left;
    }

    private static Said without(Said said, int start, List<Span> kept, int end) {
        Said left = said;
        int until = end;
        for (int k = kept.size() - 1; k >= 0; k--) {
            int from = kept.get(k).end();
            // a comma stays, or what stood around it would become one word
            left = from < until ? left.replaced(new Span(from, until), "，") : left;
            until = kept.get(k).start();
        }
        return left.without(new Span(start, until));
    }

    /** The clauses, and apart from each who is said to say it. */
    private List<StoryClause> clauses(String text, int mostClauses) {
        var clauses = new ArrayList<StoryClause>();
        for (Span clause : Clauses.fine(text, mostClauses)) {
            int start = clause.start();
            Optional<Integer> said = endOfSaying(text, clause);
            if (said.isPresent()) {
                clauses.add(clause(text, new Span(start, said.get()), false));
                start = said.get();
            }
            clauses.add(clause(text, new Span(start, clause.end()), !clauses.isEmpty()));
        }
        return clauses;
    }

    private static Optional<Integer> endOfSaying(String text, Span clause) {
        Matcher saying = SAYING.matcher(text).region(clause.start(), clause.end());
        return saying.find()
                        && saying.start() - clause.start() <= LONGEST_SPEAKER
                        && clause.end() - saying.end() >= LEAST_SAID
                ? Optional.of(saying.end())
                : Optional.empty();
    }

    private StoryClause clause(String text, Span span, boolean follows) {
        String words = text.substring(span.start(), span.end());
        List<Token> tokens = lattice.paths(NormalText.of(words)).getFirst();
        var clause = new StoryClause(span, words, tokens, false);
        return follows && clause.mayBeIdle() && !reads.test(words)
                ? new StoryClause(span, words, tokens, true)
                : clause;
    }
}
