package io.sandtable.rules.language;

import io.sandtable.rules.Names;
import io.sandtable.rules.OtherReader;
import io.sandtable.rules.OtherReader.Answer;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.Wording;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks another reader where the grammar finds no reading. Of its answer only the meaning is kept, and only a meaning that our own words
 * can say: the statement is worded by us, read by the grammar, and has to come out the same. No text of the other reader goes further.
 */
public final class OtherReading {
    /** Anything else is better asked by ourselves: who, which of two, how much, since when; and actions are refused. */
    private static final Set<Code> NO_READING =
            EnumSet.of(Code.NOT_UNDERSTOOD, Code.UNKNOWN_WORD, Code.NOT_A_CONDITION);

    /** Several strange stretches are a sentence that is not read; one alone is a name or a unit to ask for. */
    private static final Set<Code> ASKABLE = EnumSet.of(
            Code.NOT_UNDERSTOOD, Code.UNKNOWN_WORD, Code.NOT_A_CONDITION, Code.UNKNOWN_UNIT, Code.UNKNOWN_NAME);

    /** A greeting, or no words at all. */
    private static final int FEWEST_LETTERS = 4;

    private final OtherReader other;
    private final Interpreter interpreter;
    private final LocalDate asOf;
    private final Supplier<LikelyNames> likely;

    public OtherReading(
            OtherReader other, Interpreter interpreter, Names names, LocalDate asOf, Optional<String> context) {
        this.other = other;
        this.interpreter = interpreter;
        this.asOf = asOf;
        this.likely = () -> new LikelyNames(names, new NameIndex(names), context);
    }

    /** The grammar's own answer, unless it found no reading and the other reader found one that holds. */
    public Understanding insteadOf(Understanding own, String sentence) {
        if (!mayAsk(own, sentence)) {
            return own;
        }
        var request = new OtherReader.Request(sentence, asOf, likely.get().of(sentence));
        return other.read(request).flatMap(answer -> checked(answer, request)).orElse(own);
    }

    private static boolean mayAsk(Understanding own, String sentence) {
        List<Code> codes = own.questions().stream().map(Question::code).toList();
        return own.statements().isEmpty()
                && ASKABLE.containsAll(codes)
                && (codes.size() > 1 || codes.stream().anyMatch(NO_READING::contains))
                && sentence.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && !Instruction.isIn(sentence);
    }

    private Optional<Understanding> checked(Answer answer, OtherReader.Request request) {
        try {
            List<Statement> claimed = AnswerCheck.of(answer.json(), request.things(), asOf);
            List<Statement> statements = new ArrayList<>();
            for (Statement claim : claimed) {
                statements.add(restingOn(source(answer, request.sentence()), inOurWords(claim)));
            }
            requireTogether(statements);
            return Optional.of(toConfirm(answer, statements));
        } catch (AnswerCheck.Failed failed) {
            other.rejected(answer, failed.why());
            return Optional.empty();
        }
    }

    private static Statement.Source source(Answer answer, String sentence) {
        return new Statement.Source(sentence, List.of(new Statement.Span(0, sentence.length())), answer.by());
    }

    /** What the grammar reads from our own words for it. */
    private Statement inOurWords(Statement claim) {
        Wording words;
        try {
            words = interpreter.paraphrase(claim);
        } catch (RuntimeException e) {
            // the templates rely on fields that an answer may lack
            throw new AnswerCheck.Failed("%s is incomplete".formatted(claim.kind()));
        }
        Understanding again = interpreter.understand(words.zh());
        if (!again.isAccepted()
                || again.statements().size() != 1
                || !again.statements().getFirst().meansTheSameAs(claim)) {
            throw new AnswerCheck.Failed("%s does not read back as the same".formatted(claim.kind()));
        }
        return again.statements().getFirst();
    }

    /** A statement, and the basis of a wish, rest on what the person said, not on our words for it. */
    private static Statement restingOn(Statement.Source source, Statement s) {
        var slots = new TreeMap<>(s.slots());
        slots.replace("basis", source.text());
        return new Statement(
                s.kind(),
                s.modality(),
                s.entities(),
                s.comparator(),
                s.quantity(),
                s.window(),
                s.recurrence(),
                slots,
                source,
                s.paraphrase());
    }

    /** Said in one breath, they must not contradict each other. */
    private void requireTogether(List<Statement> statements) {
        String all = statements.stream().map(s -> s.paraphrase().zh()).collect(Collectors.joining());
        if (statements.size() > 1
                && interpreter.understand(all).questions().stream()
                        .anyMatch(q -> q.code() == Code.CONTRADICTORY_RULES)) {
            throw new AnswerCheck.Failed("its statements contradict each other");
        }
    }

    private static Understanding toConfirm(Answer answer, List<Statement> statements) {
        var words = new Wording(
                statements.stream().map(s -> s.paraphrase().zh()).collect(Collectors.joining()),
                statements.stream().map(s -> s.paraphrase().en()).collect(Collectors.joining(" ")));
        Question agree = Questions.ask(
                Code.READ_BY_MODEL,
                List.of(answer.by().model(), answer.by().host()),
                List.of(new Choice(words.zh(), words)));
        return new Understanding(Outcome.CLARIFY, statements, List.of(agree));
    }
}
