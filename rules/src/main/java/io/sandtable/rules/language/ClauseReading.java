package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.language.NameIndex.Meaning;
import io.sandtable.rules.language.NameIndex.Mention;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every kind of clause is read by: its names, window, modality and slots. One subclass per family of kinds. */
abstract class ClauseReading {
    private static final Set<String> FUTURE = Set.of(
            "will",
            "is going to",
            "are going to",
            "going to",
            "is set to",
            "are set to",
            "is about to",
            "are about to",
            "is due to",
            "are due to",
            "plans to",
            "plan to",
            "会",
            "将",
            "将会");

    private static final Pattern EMPHASIS = Pattern.compile("always|始终|一直|随时(?:随地)?|时刻", Pattern.CASE_INSENSITIVE);

    private static final Set<String> DEMANDING =
            Set.of("必须", "必须要", "务必", "要求", "must", "have to", "has to", "shall", "required", "requirement");

    private static final Wording NO_WORDS = new Wording("", "");

    final Clause clause;
    final LocalDate asOf;
    final Statement.Source source;
    final List<Question> open = new ArrayList<>();
    final Map<String, Object> slots = new TreeMap<>();

    ClauseReading(Clause clause, LocalDate asOf, Statement.Source source) {
        this.clause = clause;
        this.asOf = asOf;
        this.source = source;
    }

    /** Empty where the clause is no sentence of its kind; a question is thrown as {@link Unclear}. */
    abstract Optional<Draft> draft();

    /** Whether one of the names may mean something of the type. */
    final boolean names(NodeType type) {
        return clause.names().stream().anyMatch(m -> m.meanings().stream().anyMatch(n -> n.type() == type));
    }

    /** What its kind can be about. */
    final List<Set<NodeType>> types() {
        return EntityTypes.of(clause.kind());
    }

    final Optional<String> period() {
        return clause.values(Sentence.PER, String.class).stream().findFirst();
    }

    final Draft rule(@Nullable Comparison comparison, @Nullable Quantity quantity, Window window) {
        return draft(entities(), comparison, quantity, window, null);
    }

    final Draft draft(
            List<String> entities,
            @Nullable Comparison comparison,
            @Nullable Quantity quantity,
            @Nullable Window window,
            @Nullable String recurrence) {
        Modality modality = clause.kind() == Kind.QUERY || clause.kind() == Kind.OBJECTIVE ? null : modality();
        if (modality == Modality.PREFER) {
            slots.put(
                    "weight",
                    clause.values(Sentence.WEIGHT, Integer.class).stream()
                            .findFirst()
                            .orElse(10));
            clause.tokens().stream()
                    .filter(t -> t.type() == Sentence.PREFER)
                    .findFirst()
                    .ifPresent(t -> slots.put(
                            "basis",
                            source.text()
                                    .substring(
                                            source.spans().getFirst().start() + t.start(),
                                            source.spans().getFirst().start() + t.end())));
        }
        return new Draft(
                new Statement(
                        clause.kind(),
                        modality,
                        entities,
                        comparison,
                        quantity,
                        window,
                        recurrence,
                        slots,
                        source,
                        NO_WORDS),
                open);
    }

    private Modality modality() {
        if (clause.kind().isRule() && !clause.kind().isEvent() && isConditionLeftOut()) {
            throw new Unclear(Questions.ask(Code.NOT_UNDERSTOOD));
        }
        boolean rule = clause.kind().isRule() || clause.limit().isPresent();
        // "if 304 runs short" and 304万一缺货 are the condition of a substitution, and suppose nothing
        boolean inShortage = clause.has(Sentence.SHORTAGE)
                && Set.of("if", "万一").contains(words(Sentence.IF).toLowerCase(Locale.ROOT));
        if (clause.has(Sentence.ASK) || (isSupposed() && !inShortage)) {
            return Modality.HYPOTHETICAL;
        }
        if (clause.has(Sentence.PREFER)) {
            return Modality.PREFER;
        }
        boolean must = rule ? clause.has(Sentence.MUST) : isDemanded();
        if (must && (rule || !clause.has(Sentence.FORECAST))) {
            return Modality.MUST;
        }
        boolean expected = clause.kind().isRule() ? isExpected() : clause.has(Sentence.FORECAST);
        return expected || !rule ? Modality.FORECAST : Modality.MUST;
    }

    /** 份额至少40%，价格合适的话: of what it depends on only the word for it is left. */
    private boolean isConditionLeftOut() {
        List<Integer> types = clause.tokens().stream().map(Token::type).toList();
        return IntStream.range(0, types.size())
                .anyMatch(i -> types.get(i) == Sentence.IF
                        && (i == 0 || types.get(i - 1) == Sentence.SEP)
                        && i + 1 <= types.size()
                        && (i + 1 == types.size() || types.get(i + 1) == Sentence.SEP)
                        && types.contains(Sentence.SEP));
    }

    /** 轴承的话 only says what it is about. */
    private boolean isSupposed() {
        int start = source.spans().getFirst().start();
        List<Token> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean topic = i > 0
                    && tokens.get(i - 1).type() == Sentence.NAME
                    && source.text().startsWith("的话", start + tokens.get(i).start());
            if (tokens.get(i).type() == Sentence.IF && !topic) {
                return true;
            }
        }
        return false;
    }

    /** Of what happens, 必须 is a demand, 得 and 要 are not: 430得跌三百块 is expected. */
    private boolean isDemanded() {
        return said(Sentence.MUST).anyMatch(said -> DEMANDING.contains(said.toLowerCase(Locale.ROOT)));
    }

    private Stream<String> said(int tokenType) {
        int start = source.spans().getFirst().start();
        return clause.tokens().stream()
                .filter(t -> t.type() == tokenType)
                .map(t -> source.text().substring(start + t.start(), start + t.end()));
    }

    /** "Will" and 会 only tell the future; 预计 and "expected" leave open whether it comes. */
    private boolean isExpected() {
        return said(Sentence.FORECAST).anyMatch(said -> !FUTURE.contains(said.toLowerCase(Locale.ROOT)));
    }

    final List<String> entities() {
        return clause.names().stream()
                .flatMap(mention -> ids(mention, types()).stream())
                .toList();
    }

    final List<String> ids(Mention mention, List<Set<NodeType>> tiers) {
        if (mention.meanings().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        for (Set<NodeType> tier : tiers) {
            List<Meaning> fitting = mention.meanings().stream()
                    .filter(m -> tier.contains(m.type()))
                    .toList();
            if (fitting.size() == 1) {
                return fitting.getFirst().ids();
            }
            if (!fitting.isEmpty()) {
                open.add(ambiguous(mention.said(), fitting));
                return List.of(fitting.stream().flatMap(m -> m.ids().stream()).collect(Collectors.joining("|")));
            }
        }
        Meaning said = mention.meanings().getFirst();
        throw new Unclear(Questions.ask(
                Code.WRONG_TYPE, mention.said(), said.type().zh(), said.type().en()));
    }

    private static Question ambiguous(String said, List<Meaning> meanings) {
        return Questions.ask(
                Code.AMBIGUOUS_NAME,
                List.of(said),
                meanings.stream()
                        .limit(8)
                        .map(m -> new Choice(
                                String.join("|", m.ids()),
                                new Wording(
                                        "%s（%s %s）"
                                                .formatted(
                                                        m.name().zh(),
                                                        m.type().zh(),
                                                        m.ids().getFirst()),
                                        "%s (%s %s)"
                                                .formatted(
                                                        m.name().en(),
                                                        m.type().en(),
                                                        m.ids().getFirst()))))
                        .toList());
    }

    /** The one window the clause names; from the as-of day where no beginning is said. */
    final Window window() {
        return window(clause.times());
    }

    final Window window(List<When> said) {
        if (said.stream().filter(When::always).count() > 1) {
            // each belongs to something of its own
            throw unclearWindow();
        }
        List<When> times = joined(narrowest(withoutPast(said.stream().distinct().toList())));
        if (times.isEmpty()) {
            return new Window(asOf, null);
        }
        for (When time : times) {
            if (time.impossible() != null) {
                throw new Unclear(Questions.ask(Code.IMPOSSIBLE_DATE, time.impossible()));
            }
            if (time.everyYear() || time.recurrence() != null) {
                throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(Sentence.TIME)));
            }
        }
        if (times.size() == 1 && times.getFirst().always()) {
            return Window.ALWAYS;
        }
        LocalDate from = null;
        LocalDate to = null;
        for (When time : withoutEmphasis(times)) {
            if ((time.from() != null && from != null) || (time.to() != null && to != null) || time.always()) {
                throw unclearWindow();
            }
            from = time.from() == null ? from : time.from();
            to = time.to() == null ? to : time.to();
        }
        LocalDate begin = from == null ? asOf : from;
        if (to != null && (to.isBefore(begin) || to.isBefore(asOf))) {
            throw unclearWindow();
        }
        return new Window(begin, to);
    }

    /** 昨天谈下来了，明天起便宜: a day that is over is when something was said, beside one to come. */
    private List<When> withoutPast(List<When> times) {
        List<When> ahead = times.stream()
                .filter(t -> t.to() == null || !t.to().isBefore(asOf) || !t.to().equals(t.from()))
                .toList();
        return ahead.isEmpty() || clause.kind() == Kind.QUERY ? times : ahead;
    }

    /** 十二月和元月: of two times, the second of which begins when the first ends, both are meant. */
    private List<When> joined(List<When> times) {
        if (times.size() != 2 || !isJoined()) {
            return times;
        }
        LocalDate end = times.getFirst().to();
        LocalDate next = times.getLast().from();
        boolean adjoin = times.getFirst().from() != null
                && times.getLast().to() != null
                && end != null
                && next != null
                && end.plusDays(1).equals(next)
                && times.stream().allMatch(t -> !t.everyYear() && t.recurrence() == null && t.festival() == null);
        return adjoin
                ? List.of(When.span(times.getFirst().from(), times.getLast().to()))
                : times;
    }

    private boolean isJoined() {
        List<Integer> types = clause.tokens().stream().map(Token::type).toList();
        int first = types.indexOf(Sentence.TIME);
        List<Integer> between = types.subList(first + 1, types.lastIndexOf(Sentence.TIME));
        return between.isEmpty() || between.equals(List.of(Sentence.AND));
    }

    /** 下个月…23号到31号: of two times, one inside the other, the narrower is meant. */
    private static List<When> narrowest(List<When> times) {
        if (times.size() != 2) {
            return times;
        }
        When first = times.getFirst();
        When last = times.getLast();
        return last.isInside(first) && isPeriod(first) ? List.of(last) : times;
    }

    /** A month, a quarter, a week … of the calendar, and not just any stretch. */
    private static boolean isPeriod(When time) {
        LocalDate from = time.from();
        LocalDate to = time.to();
        if (from == null || to == null) {
            return false;
        }
        boolean months = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        return months || to.equals(from.plusDays(6));
    }

    /** What comes again, of the one time that does. */
    final Optional<String> recurrence() {
        List<String> rules = clause.times().stream()
                .map(When::recurrence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (rules.size() > 1) {
            throw unclearWindow();
        }
        return rules.stream().findFirst();
    }

    /** The window besides what comes again in it. */
    final Window windowAround() {
        return window(clause.times().stream()
                .filter(t -> t.recurrence() == null)
                .map(When::once)
                .toList());
    }

    /** "Always" beside another time only stresses it; "at all times" beside one contradicts it. */
    final List<When> withoutEmphasis(List<When> times) {
        boolean stressed = EMPHASIS.matcher(words(Sentence.TIME)).find();
        return stressed ? times.stream().filter(t -> !t.always()).toList() : times;
    }

    final Unclear unclearWindow() {
        return new Unclear(Questions.ask(Code.UNCLEAR_WINDOW, words(Sentence.TIME)));
    }

    final void requireUsed(int tokenType, boolean used) {
        if (clause.has(tokenType) && !used) {
            throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(tokenType)));
        }
    }

    final String words(int tokenType) {
        return said(tokenType).collect(Collectors.joining(", "));
    }
}
