package io.sandtable.web.asking;

import io.sandtable.rules.Question;
import io.sandtable.rules.ReadBy;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Chip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chip as the page shows it, worded.
 *
 * @param kind confirmed, confirm or unknown
 * @param strength must, prefer, forecast or hypothetical; null where there is none yet
 * @param model who read it, where a language model did; null otherwise
 * @param said the sentence it came from, the words it rests on marked
 * @param shifts from what to what it moves the business
 * @param editor the form that changes it, null where there is nothing to change
 * @param open whether it stands open
 * @param refused whether it is nothing that can be simulated, so that only other sentences help
 */
record ChipView(
        String id,
        String kind,
        @Nullable String strength,
        String sentence,
        boolean system,
        boolean edited,
        @Nullable String model,
        String by,
        List<Said> said,
        String value,
        String window,
        List<NodeFacts.Named> objects,
        List<String> shifts,
        List<Open> questions,
        @Nullable Editor editor,
        boolean open,
        boolean refused) {
    /** What is no condition, whatever is answered. */
    private static final Set<Question.Code> REFUSED =
            EnumSet.of(Question.Code.ACTION, Question.Code.NOT_A_CONDITION, Question.Code.NOT_YET_SUPPORTED);

    /** A stretch of the sentence; marked where the condition rests on it. */
    record Said(String text, boolean marked) {}

    /** An open point with what can be chosen; {@code buttons} where each choice is a sentence to say instead. */
    record Open(String words, List<Choice> choices, boolean buttons) {}

    /** One answer. */
    record Choice(String words, String facts) {}

    /** The form's fields; what the statement does not have is null. It stands open where something was typed into it. */
    record Editor(
            @Nullable String value,
            String unit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String strength,
            @Nullable String problem,
            boolean open) {
        boolean isEmpty() {
            return value == null && from == null && strength == null;
        }
    }

    static ChipView of(
            Chip chip, ConditionWords words, NodeFacts facts, FromTo fromTo, Language language, @Nullable Typed typed) {
        Statement s = chip.statement();
        boolean open = s == null || typed != null;
        List<Said> said = said(chip);
        if (s == null) {
            List<Open> questions = chip.questions().stream()
                    .map(q -> question(q, facts, language))
                    .toList();
            return new ChipView(
                    chip.id(),
                    kind(chip),
                    null,
                    chip.sentence(),
                    chip.addedBySystem(),
                    false,
                    null,
                    chip.by(),
                    said,
                    "",
                    "",
                    List.of(),
                    List.of(),
                    questions,
                    null,
                    open,
                    chip.questions().stream()
                            .anyMatch(q ->
                                    REFUSED.contains(q.code()) && q.choices().isEmpty()));
        }
        List<NodeFacts.Named> objects = Stream.concat(s.entities().stream(), beneficiary(s))
                .map(facts::of)
                .toList();
        return new ChipView(
                chip.id(),
                kind(chip),
                ConditionWords.strength(s),
                words.sentence(s),
                chip.addedBySystem(),
                chip.edited(),
                model(s),
                chip.by(),
                said,
                words.value(s),
                words.window(s),
                objects,
                fromTo.of(chip),
                List.of(),
                editor(s, words, typed),
                open,
                false);
    }

    private static @Nullable String model(Statement s) {
        ReadBy readBy = s.source().readBy();
        return readBy == null ? null : "%s · %s".formatted(readBy.model(), readBy.host());
    }

    private static Stream<String> beneficiary(Statement s) {
        return Stream.ofNullable(s.slots().get("beneficiary"))
                .map(Object::toString)
                .filter(b -> !b.equals("rush"));
    }

    private static String kind(Chip chip) {
        return switch (chip.state()) {
            case CONFIRMED -> "confirmed";
            case TO_CONFIRM -> "confirm";
            case NOT_UNDERSTOOD -> "unknown";
        };
    }

    private static @Nullable Editor editor(Statement s, ConditionWords words, @Nullable Typed typed) {
        var editor = typed != null
                ? typed.in(s, words)
                : new Editor(
                        s.quantity() == null
                                ? null
                                : ConditionWords.field(s.quantity().value()),
                        s.quantity() == null ? "" : words.unit(s.quantity().unit()),
                        s.window() == null ? null : Objects.toString(s.window().from(), ""),
                        s.window() == null ? null : Objects.toString(s.window().to(), ""),
                        ConditionWords.isBinding(s) && s.modality() != null
                                ? s.modality().name().toLowerCase(Locale.ROOT)
                                : null,
                        null,
                        false);
        return editor.isEmpty() ? null : editor;
    }

    private static Open question(Question q, NodeFacts facts, Language language) {
        List<Choice> choices =
                q.choices().stream().map(c -> choice(c, facts, language)).toList();
        boolean several = q.code() == Question.Code.AMBIGUOUS_NAME
                || q.code() == Question.Code.AMBIGUOUS_READING
                || q.code() == Question.Code.WRONG_TYPE;
        return new Open(language.choose(q.words().zh(), q.words().en()), choices, !several);
    }

    private static Choice choice(Question.Choice c, NodeFacts facts, Language language) {
        String words = language.choose(c.words().zh(), c.words().en());
        boolean node = io.sandtable.model.NodeType.ofId(c.value()).isPresent();
        if (!node) {
            return new Choice(words, "");
        }
        NodeFacts.Named named = facts.of(c.value());
        return new Choice(
                words,
                Stream.of(named.type(), named.facts())
                        .filter(f -> !f.isEmpty())
                        .reduce((a, b) -> a + language.choose("，", ", ") + b)
                        .orElse(""));
    }

    /** Spans point into the text that was read; where it was said otherwise since, nothing is marked. */
    private static List<Said> said(Chip chip) {
        Statement s = chip.statement();
        String text = s == null || s.source().text().isEmpty()
                ? chip.sentence()
                : s.source().text();
        var parts = new ArrayList<Said>();
        int at = 0;
        List<Statement.Span> spans = s == null
                ? List.of()
                : s.source().spans().stream()
                        .sorted(Comparator.comparingInt(Statement.Span::start))
                        .toList();
        for (Statement.Span span : spans) {
            int start = Math.clamp(span.start(), at, text.length());
            int end = Math.clamp(span.end(), start, text.length());
            add(parts, text.substring(at, start), false);
            add(parts, text.substring(start, end), true);
            at = end;
        }
        add(parts, text.substring(at), false);
        return parts;
    }

    private static void add(List<Said> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new Said(text, marked));
        }
    }
}
