package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Paraphrases;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a sentence to its understanding: the whole sentence as one statement, else its clauses, else the questions. */
public final class Interpreter {
    private static final int LONGEST_SENTENCE = 1000;
    /** Clauses beyond this are asked to be said in several sentences; groupings grow as 2ⁿ. */
    private static final int MOST_CLAUSES = 10;

    /** Where a sentence asks no more than what its words mean, it is read once more without its asides. */
    private static final Set<Code> LOOSENED =
            Set.of(Code.UNKNOWN_WORD, Code.UNKNOWN_NAME, Code.UNKNOWN_UNIT, Code.NOT_UNDERSTOOD);

    /** In English also where a clause that only follows from the rest has no time or figure of its own. */
    private static final Set<Code> LOOSENED_IN_ENGLISH = Set.of(
            Code.UNKNOWN_WORD,
            Code.UNKNOWN_NAME,
            Code.UNKNOWN_UNIT,
            Code.NOT_UNDERSTOOD,
            Code.MISSING_WINDOW,
            Code.MISSING_QUANTITY);

    private static final Pattern EITHER =
            Pattern.compile("(?<!价格|单价|交期|订单|产能|价)还是(?!照|按|要|得|会|上|涨|降|不|先|用|由|给|老)|抑或|有一[家个台条]|其中[一哪]|二选一|来着");
    /** 是不是 at the end only asks for assent. */
    private static final Pattern ASKS_WHETHER = Pattern.compile(
            "(?:是不是|是否)(?![吧呢啊]?(?:$|[，,。;；？?！! ]))|(?:停不停|涨不涨|降不降|关不关|放不放)|^(?:is|are|was|were|will|would|does|did) (?!not )",
            Pattern.CASE_INSENSITIVE);

    /** 原本打算3月停产: what was meant once may not be so any more; only a new level (原本8周，现在10周) leaves nothing open. */
    private static final Pattern ONCE_MEANT = Pattern.compile(
            "原本|本来(?!就)|原先|原来(?:打算|计划|要|说|想|定)|原(?:打算|计划|定)|当初|起初|早先|本(?:打算|想|要)(?!求)"
                    + "|\\b(?:(?:was|were|had been) (?:(?:originally|once|initially) )?(?:going|supposed|meant|due|set|planned|planning|about|expected|scheduled) to|had (?:planned|meant|wanted|intended|hoped)|originally|used to)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Lattice lattice;
    private final Sentences.Tools tools;
    private final Paraphrases paraphrases;
    private final Readings readings;
    private final Corrections corrections;
    private final Remarks remarks;
    private final Asides asides;
    private final StrangeWord strangeWord;
    private final EnglishAsides englishAsides;

    public Interpreter(Names names, LocalDate asOf, HolidayCalendar calendar, @Nullable String contextId) {
        var index = new NameIndex(names);
        this.lattice = new Lattice(
                Lexicon.shared(),
                index,
                new Times(asOf, calendar),
                new Slips(names, index),
                new TariffHours(names),
                Optional.ofNullable(contextId).flatMap(index::mention));
        Predicate<String> isSupplier = id -> names.find(id)
                .map(Named::type)
                .filter(NodeType.SUPPLIER::equals)
                .isPresent();
        this.paraphrases = new Paraphrases(index::describe, isSupplier);
        this.readings = new Readings(names, asOf, lattice, new Diagnosis(index, names), paraphrases);
        this.tools = new Sentences.Tools(lattice, readings, new Contradiction(isSupplier), paraphrases);
        this.remarks = new Remarks(lattice);
        this.strangeWord = new StrangeWord(lattice);
        this.asides = new Asides(lattice, text -> !readings.of(text).drafts().isEmpty());
        this.englishAsides = new EnglishAsides(lattice);
        this.corrections =
                new Corrections(lattice, text -> !readings.of(text).drafts().isEmpty());
    }

    /** The statement in both languages. */
    public Wording paraphrase(Statement statement) {
        return paraphrases.of(statement);
    }

    public Understanding understand(String sentence) {
        if (sentence.isBlank()) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.EMPTY));
        }
        if (sentence.length() > LONGEST_SENTENCE) {
            return tooLong(sentence);
        }
        if (Clauses.of(sentence).isEmpty()) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.EMPTY));
        }
        Said corrected = corrections.applied(Numbering.leftOut(Said.of(sentence)));
        Said said = SameTime.applied(remarks.leftOut(corrected, MOST_CLAUSES), lattice);
        if (Clauses.of(said.text()).size() > MOST_CLAUSES) {
            return tooLong(sentence);
        }
        Understanding understanding = read(said);
        List<Code> asked =
                understanding.questions().stream().map(Question::code).toList();
        if (LOOSENED_IN_ENGLISH.containsAll(asked)) {
            understanding = withoutAsides(said, LOOSENED.containsAll(asked)).orElse(understanding);
        }
        if (understanding.outcome() == Outcome.ACCEPT && isUndecided(said.text())) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.NOT_UNDERSTOOD));
        }
        if (understanding.outcome() == Outcome.ACCEPT
                && ONCE_MEANT.matcher(said.text()).find()
                && !understanding.statements().stream().allMatch(Interpreter::isNewLevel)) {
            return asking(Outcome.CLARIFY, Questions.ask(Code.NOT_UNDERSTOOD));
        }
        if (understanding.outcome() == Outcome.ACCEPT && corrections.isIn(corrected)) {
            // something is taken back, and it is open what is left
            return asking(Outcome.CLARIFY, Questions.ask(Code.NOT_UNDERSTOOD));
        }
        return understanding;
    }

    private static boolean isNewLevel(Statement statement) {
        return statement.quantity() != null && statement.quantity().form() == Quantity.Form.SET;
    }

    /** 恒瑞还是恒锐来着, 是不是要涨, 假消息: whoever says so does not know, asks, or takes it back. */
    private boolean isUndecided(String text) {
        return ASKS_WHETHER.matcher(text).find() || StoryClause.denies(text) || isEither(text);
    }

    private boolean isEither(String text) {
        List<Token> names = lattice.paths(NormalText.of(text)).getFirst().stream()
                .filter(t -> t.type() == Sentence.NAME)
                .toList();
        return names.size() > 1
                && EITHER.matcher(text)
                        .region(names.getFirst().end(), text.length())
                        .find();
    }

    /**
     * What is read where the asides are left out.
     *
     * @param inChinese whether Chinese asides and a strange word are looked for too
     */
    private Optional<Understanding> withoutAsides(Said said, boolean inChinese) {
        Optional<Said> chinese = Optional.of(said).filter(s -> inChinese);
        return chinese.flatMap(s -> asides.leftOut(s, MOST_CLAUSES))
                .flatMap(this::readPlainly)
                .or(() -> englishAsides.leftOut(said, MOST_CLAUSES).stream()
                        .map(left -> new Asides.Left(left, true))
                        .flatMap(left -> readPlainly(left).stream())
                        .findFirst())
                .or(() -> chinese.flatMap(strangeWord::leftOut)
                        .map(left -> new Asides.Left(left, true))
                        .flatMap(this::readPlainly));
    }

    private Optional<Understanding> readPlainly(Asides.Left left) {
        return Optional.of(read(left.said()))
                .filter(u -> u.outcome() == Outcome.ACCEPT && left.isPlain(u.statements()));
    }

    private Understanding read(Said said) {
        Understanding understanding =
                new Sentences(tools, said.text(), Clauses.fine(said.text(), MOST_CLAUSES)).understand();
        return new Understanding(
                understanding.outcome(),
                understanding.statements().stream()
                        .map(s -> s.readFrom(new Statement.Source(
                                said.original(), said.original(s.source().spans()))))
                        .toList(),
                understanding.questions());
    }

    private static Understanding tooLong(String sentence) {
        return asking(
                Outcome.CLARIFY,
                Questions.ask(Code.TOO_LONG, Integer.toString(sentence.length()), Integer.toString(LONGEST_SENTENCE)));
    }

    private static Understanding asking(Outcome outcome, Question... questions) {
        return new Understanding(outcome, List.of(), List.of(questions));
    }
}
