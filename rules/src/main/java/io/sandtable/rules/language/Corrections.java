package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is taken back in the same breath: 涨两成，不对，是三成 says 涨三成. Where it is open what was meant, the text stays as it is, and is asked about. */
final class Corrections {
    private static final Pattern MARK = Pattern.compile(
            "[，,。;；、 …—]+(?:(?:哦|啊|噢|呃|额|嗯|唉|哎|哎呀|oh|er|uh|um|sorry)[，, ]*)?"
                    + "(?:(?:不对不对|不对|搞错了?|弄错了?|错了|说错话?了?|讲错了?|打错了?|写错了?|记错了?|念错了?|口误|更正(?:一下)?|纠正(?:一下)?|改一下|改口|等等|等一下|等下|等会儿?"
                    + "|no,? wait|no,? sorry|sorry,? no|no no|oops|hang on|hold on|or rather|rather|wait|sorry|correction|scratch that|strike that|my mistake)(?:[了啊哈哦]|是)?[，,。:：、 ]*"
                    + "|(?:不是|不)[，,。 ]+|no[，,—]+ ?|(?:不是|不对)(?=应该|是)|不是[^，,。;；]{1,12}[，,。]+(?=(?:应该|应当)?(?:是|为)))+"
                    + "(?:(?:应该|应当|应|我说的|我意思|其实|刚|才)?(?:是|为)|应该|改成|改为|我是说|it's |it is |make it |make that |i mean |i meant |should be |rather )?",
            Pattern.CASE_INSENSITIVE);

    /** The sorts of things that replace each other. */
    private static final Map<Integer, Integer> SORTS = Map.of(
            Sentence.NAME, Sentence.NAME,
            Sentence.AMOUNT, Sentence.AMOUNT,
            Sentence.MULTIPLE, Sentence.AMOUNT,
            Sentence.TIME, Sentence.TIME,
            Sentence.TIME_OF_DAY, Sentence.TIME_OF_DAY);

    private static final Set<Integer> UNREAD = Set.of(Sentence.UNKNOWN, Sentence.ACTION);

    private final Lattice lattice;
    private final Predicate<String> isComplete;

    /** Takes the way to tell that a text says something complete by itself. */
    Corrections(Lattice lattice, Predicate<String> isComplete) {
        this.lattice = lattice;
        this.isComplete = isComplete;
    }

    Said applied(Said said) {
        Matcher mark = MARK.matcher(said.text());
        if (!mark.find()) {
            return said;
        }
        List<Span> before = Clauses.of(said.text().substring(0, mark.start()));
        List<Span> after = Clauses.of(said.text().substring(mark.end()));
        if (before.isEmpty() || after.isEmpty()) {
            return said;
        }
        Span last = before.getLast();
        Span first = moved(after.getFirst(), mark.end());
        if (isWhole(said, last, first)) {
            return said.without(new Span(last.start(), first.start()));
        }
        if (after.size() > 1) {
            Span second = moved(after.get(1), mark.end());
            if (repeats(said, first, second) && isWhole(said, last, second)) {
                return said.without(new Span(last.start(), second.start()));
            }
        }
        Optional<Said> continued = continued(said, last, first);
        if (continued.isPresent()) {
            return continued.get();
        }
        return replaced(said, last, first)
                .map(done -> done.without(new Span(
                        mark.start() + done.text().length() - said.text().length(),
                        first.end() + done.text().length() - said.text().length())))
                .orElse(said);
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }

    /** 是赣鑫，镀锡铜丝不找赣鑫买: what was meant, and the whole sentence with it. */
    private boolean repeats(Said said, Span first, Span second) {
        return text(said, second).contains(text(said, first));
    }

    /** Whether something is taken back that could not be put right. */
    boolean isIn(Said said) {
        Matcher mark = MARK.matcher(said.text());
        return mark.find()
                && !Clauses.of(said.text().substring(0, mark.start())).isEmpty()
                && !Clauses.of(said.text().substring(mark.end())).isEmpty();
    }

    /** Whether what comes after says all that came before anew. */
    private boolean isWhole(Said said, Span last, Span first) {
        boolean named = tokens(said, last).stream().noneMatch(t -> t.type() == Sentence.NAME)
                || tokens(said, first).stream().anyMatch(t -> t.type() == Sentence.NAME);
        return named && isComplete.test(text(said, first));
    }

    /** At least 10 days, sorry, 14 days of fan motors: what is said anew takes the place of what was said last, and goes on. */
    private Optional<Said> continued(Said said, Span last, Span first) {
        List<Token> old = tokens(said, last);
        List<Token> anew = tokens(said, first);
        boolean sameSort = !old.isEmpty()
                && anew.size() > 1
                && SORTS.containsKey(anew.getFirst().type())
                && SORTS.get(anew.getFirst().type())
                        .equals(SORTS.get(old.getLast().type()));
        if (!sameSort || anew.stream().anyMatch(t -> UNREAD.contains(t.type()))) {
            return Optional.empty();
        }
        Said done = said.without(new Span(last.start() + old.getLast().start(), first.start()));
        Span whole = new Span(
                last.start(), first.end() - (said.text().length() - done.text().length()));
        return replaced(said, last, first).isEmpty() && isComplete.test(text(done, whole))
                ? Optional.of(done)
                : Optional.empty();
    }

    /** Each new figure, time or name in the place of the one of its sort; empty where there is none, or more than one. */
    private Optional<Said> replaced(Said said, Span last, Span first) {
        List<Token> old = tokens(said, last);
        List<Token> anew = tokens(said, first);
        if (anew.stream().noneMatch(t -> SORTS.containsKey(t.type()))) {
            return Optional.empty();
        }
        var swaps = new TreeMap<Integer, Swap>(Comparator.reverseOrder());
        for (Token token : anew) {
            Integer sort = SORTS.get(token.type());
            Span place = moved(span(token), first.start());
            if (sort == null) {
                boolean repeats = text(said, last).contains(text(said, place));
                if (!repeats || UNREAD.contains(token.type())) {
                    return Optional.empty();
                }
                continue;
            }
            List<Token> candidates = candidates(old, sort, token);
            if (candidates.size() != 1) {
                return Optional.empty();
            }
            Span before = moved(span(candidates.getFirst()), last.start());
            if (swaps.put(before.start(), new Swap(before, place)) != null) {
                return Optional.empty();
            }
        }
        Said done = said;
        for (Swap swap : swaps.values()) {
            // from the last to the first, so that only what stands behind has moved
            done = done.replaced(
                    swap.old(),
                    moved(swap.by(), done.text().length() - said.text().length()));
        }
        return Optional.of(done);
    }

    private record Swap(Span old, Span by) {}

    private static List<Token> candidates(List<Token> old, int sort, Token token) {
        List<Token> same = old.stream()
                .filter(t -> SORTS.getOrDefault(t.type(), -1) == sort)
                .toList();
        if (same.size() > 1 && token.type() == Sentence.TIME) {
            // 3号停到8号，不对，停到18号
            return same.stream().filter(t -> isEnd(t) == isEnd(token)).toList();
        }
        if (same.size() < 2 || token.type() != Sentence.AMOUNT) {
            return same;
        }
        Amount.Measure measure = token.valueAs(Amount.class).measure();
        return same.stream()
                .filter(t ->
                        t.type() == Sentence.AMOUNT && t.valueAs(Amount.class).measure() == measure)
                .toList();
    }

    private static boolean isEnd(Token token) {
        return token.valueAs(When.class).from() == null;
    }

    private static Span span(Token token) {
        return new Span(token.start(), token.end());
    }

    private List<Token> tokens(Said said, Span clause) {
        return lattice.paths(NormalText.of(text(said, clause))).getFirst();
    }

    private static String text(Said said, Span span) {
        return said.text().substring(span.start(), span.end());
    }
}
