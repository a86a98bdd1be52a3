package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Paraphrases;
import io.sandtable.rules.wording.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One box of text, cut into clauses; every run of neighbouring clauses is read once. */
final class Sentences {
    /** A clause that says it is about everything goes on about nothing. */
    private static final Pattern OF_ALL = Pattern.compile("全部|所有|\\b(?:all|everything)\\b", Pattern.CASE_INSENSITIVE);

    /** Its goods, their orders: of whatever was named before, also across a full stop. */
    private static final Pattern POSSESSIVE = Pattern.compile("(?:its|their) ", Pattern.CASE_INSENSITIVE);

    /** A figure that comes to the wrong side of a value: 跌破12%. */
    private static final Pattern PASSES =
            Pattern.compile("(?:跌|掉|涨|升|降|冲|突|击|打)(?:破|穿|到|过|至|回)|低于|少于|不足|不到|低过|超过|高于|多于|大于|超出|高过|达到");

    /** What supposes in so many words. */
    private static final Pattern ONCE = Pattern.compile("如果|要是|一旦|假如|倘若|若|只要|万一|的话|当|时");

    /** What follows from what was supposed: 就不许上夜班. */
    private static final Pattern SO = Pattern.compile("[^，,。]{0,10}?(?:就|则|那么?|便|立即|立刻|马上|即刻|自动)");

    /** Words of figures that have a limit. */
    private static final Set<Integer> FIGURES = Set.of(
            Sentence.MARGIN,
            Sentence.ON_TIME,
            Sentence.FILL_RATE,
            Sentence.STOCK,
            Sentence.SAFETY_STOCK,
            Sentence.SHELF_LIFE,
            Sentence.MOQ,
            Sentence.SHARE,
            Sentence.EMISSION,
            Sentence.POWER_USE,
            Sentence.OVERTIME,
            Sentence.PURCHASE_BUDGET,
            Sentence.BUDGET,
            Sentence.CAPACITY);

    /** What a clause said for itself alone, or perhaps for the next one too. */
    private static final Set<Integer> CIRCUMSTANCES = Set.of(
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.IF,
            Sentence.PREFER,
            Sentence.PER,
            Sentence.FORECAST,
            Sentence.ASK,
            Sentence.BAN);

    private static final Set<Kind> STOPPING = Set.of(Kind.SUPPLIER_SHUTDOWN, Kind.RESOURCE_DOWNTIME);

    private static final Set<Integer> STOPS =
            Set.of(Sentence.HALT, Sentence.CLOSED, Sentence.MAINTENANCE, Sentence.NO_DELIVERY, Sentence.NOT_WORKED);

    private static final Set<Integer> TIMES = Set.of(Sentence.TIME, Sentence.TIME_OF_DAY);

    /** What a clause has that tells when, and nothing else. */
    private static final Set<Integer> WHEN =
            Set.of(Sentence.TIME, Sentence.TIME_OF_DAY, Sentence.OF, Sentence.FROM, Sentence.MUST, Sentence.FORECAST);

    private static final Wording NO_WORDS = new Wording("", "");

    /** 恒力不停, 恒力照常: that something goes on says nothing of what stops. */
    private static final Set<Integer> KEEPS_ON = Set.of(
            Sentence.NAME,
            Sentence.WORKED,
            Sentence.BAN,
            Sentence.HALT,
            Sentence.MAY,
            Sentence.MUST,
            Sentence.FORECAST);

    /** Characters beside a name that say nothing. */
    private static final Pattern EMPTY = Pattern.compile("[的了吧呢啊这那块边家个是把对给在从： :“”\"]");

    /** Words beside a time that say no more than that it is the time. */
    private static final Pattern ONLY_TIMES = Pattern.compile(
            "(?:[的了吧呢啊哦要将会得须这那块边家个是把对给在从就都到至要得先起算内止计截,， ：:—~-]|[这该此本]条|这个?规定|这事|开始|结束|为止|时间|日期|为期|期间|具体|大概|大约|左右|应该|定于?|安排|暂定|初步"
                    + "|量|用量|的事|才|生效|有效|适用|执行|实施|保持|维持|达成|完成|实现|做到|这样|如此|照此|一直|持续|延续|全年|全月|整个"
                    + "|\\b(?:each|every|day|it|this|that|they|which|is|are|will|be|applies|apply|starts?|starting|begins?|beginning|effective|valid|holds?|lasts?|ends?|ending|dates?"
                    + "|stays?|remains?|there|through|until|by|from|on|in|for|the|so|say|probably|planned|scheduled|set|due|a|of|at|latest|earliest|all|only)\\b|[.'])*");

    private static final Pattern RECOVERED = Pattern.compile("缓得?过来|恢复|好转|见好|正常|解决|复原|见效|到位");

    private static final Pattern ALSO = Pattern.compile(
            "也|都|均|和|跟|同|及|与|还有|一样|一起|以及|包括|\\b(?:and|also|too|both|as well|same)\\b", Pattern.CASE_INSENSITIVE);

    /** What reads, names, words and judges. */
    record Tools(Lattice lattice, Readings readings, Contradiction contradiction, Paraphrases paraphrases) {}

    private final Lattice lattice;
    private final Readings readings;
    private final Contradiction contradiction;
    private final Paraphrases paraphrases;
    private final String text;
    private final List<Statement.Span> clauses;
    private final @Nullable Reading[][] known;
    private final Map<Integer, List<Token>> tokens = new HashMap<>();

    Sentences(Tools tools, String text, List<Statement.Span> clauses) {
        this.lattice = tools.lattice();
        this.readings = tools.readings();
        this.contradiction = tools.contradiction();
        this.paraphrases = tools.paraphrases();
        this.text = text;
        this.clauses = clauses;
        this.known = new Reading[clauses.size()][clauses.size() + 1];
    }

    /** 集成灶毛利率不低于28%，库存最多150台: what a clause without a name goes on about is what the one before it was about. */
    private Reading continued(int start, int end, Reading alone) {
        boolean refers = start > 0
                && POSSESSIVE
                        .matcher(text.substring(clauses.get(start).start()))
                        .lookingAt();
        if (refers && names(start).isEmpty()) {
            return referring(start, end, alone);
        }
        if (start == 0
                || Clauses.isStopped(
                        text, clauses.get(start - 1).end(), clauses.get(start).start())) {
            return alone;
        }
        return continuedOrAlone(start, end, alone);
    }

    /** What speaks of "its goods" is about the one thing that was named before, and never a rule for everybody. */
    private Reading referring(int start, int end, Reading alone) {
        if (alone.drafts().stream()
                .noneMatch(d -> d.statement().entities().isEmpty()
                        && d.statement().kind().isRule())) {
            return continuedOrAlone(start, end, alone);
        }
        List<Statement.Span> subjects = subjectsBefore(start);
        Reading continued = subjects.size() == 1 ? continued(subjects, start, end) : alone;
        return continued.drafts().size() == 1
                        && !continued.drafts().getFirst().statement().entities().isEmpty()
                ? continued
                : new Reading(List.of(), alone.diagnosis());
    }

    private Reading continuedOrAlone(int start, int end, Reading alone) {
        boolean mayContinue = alone.drafts().stream()
                .allMatch(d -> d.statement().entities().isEmpty()
                        && Candidates.CONTINUING.contains(d.statement().kind()));
        if (OF_ALL.matcher(text.substring(
                        clauses.get(start).start(), clauses.get(end - 1).end()))
                .find()) {
            return alone;
        }
        boolean named = !names(start).isEmpty();
        if (!mayContinue || (named && !alone.drafts().isEmpty())) {
            return alone;
        }
        List<Reading> continued = new ArrayList<>();
        List<Statement.Span> subjects = subjectsBefore(start);
        continued.add(continued(subjects, start, end));
        if (subjects.size() > 1) {
            subjects.forEach(subject -> continued.add(continued(List.of(subject), start, end)));
        }
        return continued.stream()
                .filter(r -> r.drafts().size() == 1
                        && (!named
                                || Candidates.SOURCING.contains(
                                        r.drafts().getFirst().statement().kind()))
                        && (alone.drafts().isEmpty()
                                || alone.drafts().getFirst().statement().kind()
                                        == r.drafts().getFirst().statement().kind()))
                .findFirst()
                .orElseGet(() -> named && end - start == 1 ? alike(start, alone) : alone);
    }

    /** 水泵毛利至少两成，阀门一成五: the figure, and the side of its limit where none is said, are those of the clause before it. */
    private Reading alike(int at, Reading alone) {
        List<Draft> before = reading(at - 1, at).drafts();
        List<Token> said = tokens(at - 1);
        boolean plain = before.size() == 1
                && before.getFirst().statement().comparator() != null
                && said.stream().noneMatch(t -> CIRCUMSTANCES.contains(t.type()));
        if (!plain || !alone.drafts().isEmpty()) {
            return alone;
        }
        String figure = words(at - 1, said, FIGURES);
        String side = words(at - 1, said, Clause.SIDED);
        return Stream.of(figure, figure + side)
                .map(words -> withFigure(at, words))
                .filter(r -> r.drafts().size() == 1
                        && r.drafts().getFirst().statement().kind()
                                == before.getFirst().statement().kind()
                        && r.drafts().getFirst().statement().comparator()
                                == before.getFirst().statement().comparator())
                .findFirst()
                .orElse(alone);
    }

    private Reading withFigure(int at, String words) {
        Statement.Span clause = clauses.get(at);
        int name = names(at).getLast().end();
        return readAs(
                text.substring(clause.start(), name) + words + text.substring(name, clause.end()), List.of(clause));
    }

    /** How other words read that stand for these stretches of the text. */
    private Reading readAs(String words, List<Statement.Span> spans) {
        var source = new Statement.Source(text, spans);
        Reading reading = readings.of(words);
        return new Reading(
                reading.drafts().stream()
                        .map(d -> new Draft(d.statement().readFrom(source), d.open()))
                        .toList(),
                reading.diagnosis());
    }

    /** A clause as it is best cut. */
    private List<Token> tokens(int clause) {
        return tokens.computeIfAbsent(
                clause, c -> lattice.paths(NormalText.of(words(c))).getFirst());
    }

    private String words(int clause) {
        Statement.Span span = clauses.get(clause);
        return text.substring(span.start(), span.end());
    }

    private String words(int clause, List<Token> tokens, Set<Integer> types) {
        int start = clauses.get(clause).start();
        return tokens.stream()
                .filter(t -> types.contains(t.type()))
                .map(t -> text.substring(start + t.start(), start + t.end()))
                .collect(Collectors.joining());
    }

    private Reading continued(List<Statement.Span> subjects, int start, int end) {
        Statement.Span span = span(start, end);
        String named =
                subjects.stream().map(s -> text.substring(s.start(), s.end())).collect(Collectors.joining("和"));
        String whole = named + "，" + text.substring(span.start(), span.end());
        var spans = new ArrayList<>(subjects);
        spans.add(span);
        return readAs(whole, spans);
    }

    /** The names of the last clause before it that has any. */
    private List<Statement.Span> subjectsBefore(int start) {
        int before = start - 1;
        while (before > 0 && names(before).isEmpty()) {
            before--;
        }
        return names(before);
    }

    /** Where the names of a clause stand. */
    private List<Statement.Span> names(int clause) {
        int start = clauses.get(clause).start();
        return tokens(clause).stream()
                .filter(t -> t.type() == Sentence.NAME)
                .map(t -> new Statement.Span(start + t.start(), start + t.end()))
                .toList();
    }

    Understanding understand() {
        Reading whole = reading(0, clauses.size());
        if (!whole.drafts().isEmpty() && !isStopped(0, clauses.size())) {
            return answer(List.of(whole));
        }
        List<Draft> conditionals = conditionals();
        if (!conditionals.isEmpty()) {
            return answer(List.of(new Reading(conditionals, whole.diagnosis())));
        }
        List<List<Reading>> groupings = groupings();
        if (groupings.isEmpty()) {
            return whole.drafts().isEmpty() ? refused(whole) : answer(List.of(whole));
        }
        List<Understanding> answers = groupings.stream().map(this::answer).toList();
        boolean agreed = answers.stream()
                .allMatch(a -> sameStatements(a.statements(), answers.getFirst().statements()));
        return agreed ? answers.getFirst() : ambiguous(answers);
    }

    /** The ways to read all clauses as one threshold and the rule that holds beyond it, in either order. */
    private List<Draft> conditionals() {
        var found = new ArrayList<Draft>();
        int last = clauses.size();
        // the shortest beginning that can be one: what follows belongs to the rule
        for (int cut = 1; cut < last && found.isEmpty(); cut++) {
            conditional(0, cut, cut, last).forEach(d -> addNew(found, d));
            conditional(last - cut, last, 0, last - cut).forEach(d -> addNew(found, d));
        }
        return readings.worded(found);
    }

    private List<Draft> conditional(int start, int end, int thenStart, int thenEnd) {
        List<Draft> rules = reading(thenStart, thenEnd).drafts().stream()
                .filter(d -> d.statement().kind().isRule()
                        && !d.statement().kind().isEvent()
                        && d.statement().modality() != Modality.HYPOTHETICAL)
                .toList();
        return rules.isEmpty()
                ? List.of()
                : thresholds(start, end, thenStart, thenEnd).stream()
                        .flatMap(condition -> rules.stream().map(rule -> conditional(condition, rule)))
                        .toList();
    }

    /** 毛利率跌破12%，就不许上夜班 supposes without a word for it. */
    private List<Map<String, Object>> thresholds(int start, int end, int thenStart, int thenEnd) {
        Statement.Span span = span(start, end);
        String said = text.substring(span.start(), span.end());
        String then = text.substring(
                clauses.get(thenStart).start(), clauses.get(thenEnd - 1).end());
        boolean implied = thenStart == end
                && PASSES.matcher(said).find()
                && !ONCE.matcher(said).find()
                && SO.matcher(then).lookingAt();
        String supposed = "一旦" + said;
        return implied
                ? readings.thresholds(supposed, new Statement.Span(0, supposed.length()))
                : readings.thresholds(text, span);
    }

    private Draft conditional(Map<String, Object> condition, Draft rule) {
        Statement then = rule.statement();
        return new Draft(
                new Statement(
                        Kind.CONDITIONAL,
                        then.modality(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        Map.of("condition", condition, "then", UnderstandingJson.part(then)),
                        new Statement.Source(text, List.of(span(0, clauses.size()))),
                        NO_WORDS),
                rule.open());
    }

    private Statement.Span span(int start, int end) {
        return new Statement.Span(
                clauses.get(start).start(), clauses.get(end - 1).end());
    }

    /** Whether a full stop stands between clauses; what is said on both sides of it is said apart, where it can be read so. */
    private boolean isStopped(int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            if (Clauses.isStopped(text, clauses.get(i).end(), clauses.get(i + 1).start())) {
                return true;
            }
        }
        return false;
    }

    /** The ways to read all clauses in as few statements as possible. */
    private List<List<Reading>> groupings() {
        var best = new ArrayList<List<List<Reading>>>();
        for (int end = 0; end <= clauses.size(); end++) {
            best.add(new ArrayList<>());
        }
        best.getFirst().add(List.of());
        for (int end = 1; end <= clauses.size(); end++) {
            for (int start = 0; start < end; start++) {
                Reading reading = reading(start, end);
                if (!reading.drafts().isEmpty() && !isStopped(start, end)) {
                    for (List<Reading> before : best.get(start)) {
                        var grouping = new ArrayList<>(before);
                        grouping.add(reading);
                        keepShortest(best.get(end), grouping);
                    }
                }
            }
        }
        return best.getLast();
    }

    private static void keepShortest(List<List<Reading>> kept, List<Reading> grouping) {
        if (!kept.isEmpty() && kept.getFirst().size() > grouping.size()) {
            kept.clear();
        }
        if (kept.isEmpty() || kept.getFirst().size() == grouping.size()) {
            kept.add(grouping);
        }
    }

    private Reading reading(int start, int end) {
        Reading reading = known[start][end];
        if (reading == null) {
            Reading alone = readings.of(text, span(start, end));
            reading = isOfOthers(start, end) ? new Reading(List.of(), alone.diagnosis()) : continued(start, end, alone);
            known[start][end] = reading;
        }
        return reading;
    }

    /** 昌隆3月停产，恒力不停: a clause that only names one more of the sort, without 也 or 都, says something of its own that is not read. */
    private boolean isOfOthers(int start, int end) {
        return end - start > 1
                && IntStream.range(start, end)
                        .anyMatch(i -> onlyNames(i)
                                        && (isNamedBeside(i, start, end) || i > start && isOnlyNamed(i, start, end))
                                || i > start && goesOn(i) && isStopping(start, i)
                                || i > start
                                        && tellsOnlyWhen(i)
                                        && (isTimed(start, i)
                                                || !reading(start, i).drafts().isEmpty()));
    }

    /** 夜里照开: when it does not stand still. */
    private boolean goesOn(int clause) {
        return tokens(clause).stream().anyMatch(t -> t.type() == Sentence.WORKED)
                && tokens(clause).stream().allMatch(t -> t.type() == Sentence.WORKED || TIMES.contains(t.type()));
    }

    private boolean isStopping(int start, int end) {
        return IntStream.range(start, end).anyMatch(i -> tokens(i).stream().anyMatch(t -> STOPS.contains(t.type())));
    }

    private boolean isTimed(int start, int end) {
        return IntStream.range(start, end).anyMatch(i -> tokens(i).stream().anyMatch(t -> TIMES.contains(t.type())));
    }

    /** Gets its spindle replaced in March, we run it on Sundays: when something else is done. */
    private boolean tellsOnlyWhen(int clause) {
        String words = words(clause);
        return lattice.cut(NormalText.of(words)).all(WHEN).stream()
                .anyMatch(tokens -> tokens.stream().anyMatch(t -> TIMES.contains(t.type()))
                        && !isOnlyWhen(tokens, without(tokens, words)));
    }

    private static boolean isOnlyWhen(List<Token> tokens, String rest) {
        // 到3月底才缓得过来 says until when, 从下半年起恢复 says from when it is otherwise
        boolean ends = tokens.stream()
                .filter(t -> t.type() == Sentence.TIME)
                .allMatch(t -> t.valueAs(When.class).from() == null);
        return ONLY_TIMES
                .matcher(ends ? RECOVERED.matcher(rest).replaceAll("") : rest)
                .matches();
    }

    private static String without(List<Token> tokens, String words) {
        var rest = new StringBuilder(words);
        tokens.reversed().forEach(t -> rest.delete(t.start(), t.end()));
        return rest.toString();
    }

    private boolean isNamedBeside(int clause, int start, int end) {
        return IntStream.range(start, end)
                .anyMatch(other -> other != clause && types(other).stream().anyMatch(types(clause)::contains));
    }

    /** 不许上夜班，铸造车间赶货: whether the rule is for all or for them is open. */
    private boolean isOnlyNamed(int clause, int start, int end) {
        return IntStream.range(start, end)
                        .allMatch(other -> other == clause || types(other).isEmpty())
                && !reading(start, clause).drafts().isEmpty();
    }

    /** Whether a clause has nothing but names and words that say nothing, and is no item of a list. */
    private boolean onlyNames(int clause) {
        String words = words(clause);
        return !ALSO.matcher(words).find()
                && !isListed(clause)
                && lattice.cut(NormalText.of(words)).all(KEEPS_ON).stream()
                        .anyMatch(tokens -> onlyNames(words, tokens));
    }

    /** 要求华铝、盛泰…: an item of a list. */
    private boolean isListed(int clause) {
        int before = clause == 0 ? 0 : clauses.get(clause - 1).end();
        int after = clause + 1 == clauses.size()
                ? text.length()
                : clauses.get(clause + 1).start();
        return text.substring(before, clauses.get(clause).start()).contains("、")
                || text.substring(clauses.get(clause).end(), after).contains("、");
    }

    private static boolean onlyNames(String words, List<Token> tokens) {
        int named = tokens.stream()
                .filter(t -> t.type() == Sentence.NAME)
                .mapToInt(t -> t.end() - t.start())
                .sum();
        int empty = words.length() - EMPTY.matcher(words).replaceAll("").length();
        boolean stops = tokens.stream().anyMatch(t -> t.type() == Sentence.HALT)
                && tokens.stream().noneMatch(t -> t.type() == Sentence.BAN);
        return named > 0 && !stops && named + empty < words.length();
    }

    private Set<NodeType> types(int clause) {
        return tokens(clause).stream()
                .flatMap(t -> t.meanings().stream())
                .map(NameIndex.Meaning::type)
                .collect(Collectors.toSet());
    }

    private Understanding answer(List<Reading> grouping) {
        Optional<Reading> unsure =
                grouping.stream().filter(r -> r.drafts().size() > 1).findFirst();
        if (unsure.isPresent()) {
            return asking(
                    Outcome.CLARIFY,
                    Questions.ask(
                            Code.AMBIGUOUS_READING,
                            List.of(),
                            unsure.get().drafts().stream()
                                    .map(d -> choice(d.statement().paraphrase()))
                                    .toList()));
        }
        List<Draft> drafts = inTheSameWindow(
                grouping.stream().map(r -> r.drafts().getFirst()).toList());
        List<Statement> statements = drafts.stream().map(Draft::statement).toList();
        boolean supposed =
                drafts.size() > 1 && statements.stream().anyMatch(s -> s.modality() == Modality.HYPOTHETICAL);
        if (supposed) {
            return together(drafts);
        }
        if (takesBack(statements)) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.NOT_UNDERSTOOD));
        }
        List<Question> questions = contradiction.isIn(statements)
                ? List.of(Questions.ask(Code.CONTRADICTORY_RULES))
                : drafts.stream().flatMap(d -> d.open().stream()).toList();
        return new Understanding(questions.isEmpty() ? Outcome.ACCEPT : Outcome.CLARIFY, statements, questions);
    }

    /** 昌隆春节停产，今年不停 is about them both times, and not about our own days. */
    private boolean takesBack(List<Statement> statements) {
        return IntStream.range(1, statements.size())
                .anyMatch(i -> STOPPING.contains(statements.get(i - 1).kind())
                        && statements.get(i).kind() == Kind.WORKING_CALENDAR
                        && statements.get(i).entities().isEmpty()
                        && !Clauses.isStopped(text, endOf(statements.get(i - 1)), startOf(statements.get(i))));
    }

    private static int endOf(Statement statement) {
        return statement.source().spans().getLast().end();
    }

    private static int startOf(Statement statement) {
        return statement.source().spans().getFirst().start();
    }

    /** 海陵明年减半，西山翻倍: when the second is, which is of the same kind and says no time, was said before. */
    private List<Draft> inTheSameWindow(List<Draft> drafts) {
        var all = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            Window before = all.isEmpty() ? null : inherited(all.getLast().statement(), draft.statement());
            all.add(
                    before == null
                            ? draft
                            : readings.worded(
                                            List.of(new Draft(draft.statement().during(before), draft.open())))
                                    .getFirst());
        }
        return all;
    }

    private @Nullable Window inherited(Statement before, Statement next) {
        Statement.Span said = before.source().spans().getLast();
        Statement.Span own = next.source().spans().getLast();
        Window window = next.window();
        boolean goesOn = before.kind() == next.kind()
                && before.window() != null
                && before.recurrence() == null
                && next.recurrence() == null
                && before.kind() != Kind.MUST_DELIVER
                && said.end() <= own.start()
                && !Clauses.isStopped(text, said.end(), own.start());
        boolean timed = lattice.paths(NormalText.of(text.substring(own.start(), own.end()))).getFirst().stream()
                .anyMatch(t -> t.type() == Sentence.TIME);
        return goesOn && window != null && window.to() == null && !timed ? before.window() : null;
    }

    /** Events supposed in one breath are one what-if; beside a rule it is unclear what is supposed. */
    private Understanding together(List<Draft> drafts) {
        boolean events = drafts.stream().allMatch(d -> d.statement().kind().isEvent());
        if (!events) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.SEVERAL_WHAT_IFS));
        }
        var whole = new Statement(
                Kind.COMPOUND,
                Modality.HYPOTHETICAL,
                List.of(),
                null,
                null,
                null,
                null,
                Map.of(
                        "parts",
                        drafts.stream()
                                .map(d -> UnderstandingJson.part(d.statement().supposed()))
                                .toList()),
                new Statement.Source(
                        text,
                        drafts.stream()
                                .flatMap(d -> d.statement().source().spans().stream())
                                .toList()),
                NO_WORDS);
        List<Question> questions =
                drafts.stream().flatMap(d -> d.open().stream()).toList();
        return new Understanding(
                questions.isEmpty() ? Outcome.ACCEPT : Outcome.CLARIFY,
                List.of(whole.paraphrasedAs(paraphrases.of(whole))),
                questions);
    }

    private Understanding ambiguous(List<Understanding> answers) {
        return asking(
                Outcome.CLARIFY,
                Questions.ask(
                        Code.AMBIGUOUS_READING,
                        List.of(),
                        answers.stream()
                                .map(a -> choice(new Wording(
                                        a.statements().stream()
                                                .map(s -> s.paraphrase().zh())
                                                .collect(Collectors.joining()),
                                        a.statements().stream()
                                                .map(s -> s.paraphrase().en())
                                                .collect(Collectors.joining(" ")))))
                                .distinct()
                                .toList()));
    }

    /** Why it was not read: an action anywhere refuses all; else the first clause that does not read asks. */
    private Understanding refused(Reading whole) {
        List<Reading> each = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            each.add(reading(i, i + 1));
        }
        List<Diagnosis.Finding> findings = new ArrayList<>();
        each.stream().filter(r -> r.drafts().isEmpty()).forEach(r -> findings.add(r.finding()));
        Diagnosis.Finding ofWhole = whole.finding();
        findings.add(ofWhole);
        Diagnosis.Finding finding = findings.stream()
                .filter(f -> f.questions().stream().anyMatch(q -> q.code() == Code.ACTION))
                .findFirst()
                .orElseGet(() -> findings.stream()
                        .filter(f -> f.outcome() == Outcome.CLARIFY)
                        .findFirst()
                        .orElse(ofWhole));
        return new Understanding(finding.outcome(), List.of(), finding.questions());
    }

    private static Understanding asking(Outcome outcome, Question... questions) {
        return new Understanding(outcome, List.of(), List.of(questions));
    }

    private static boolean sameStatements(List<Statement> one, List<Statement> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).meansTheSameAs(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Choice choice(Wording sentence) {
        return new Choice(sentence.zh(), sentence);
    }

    private static void addNew(List<Draft> drafts, Draft draft) {
        if (drafts.stream().noneMatch(d -> d.statement().meansTheSameAs(draft.statement()))) {
            drafts.add(draft);
        }
    }
}
