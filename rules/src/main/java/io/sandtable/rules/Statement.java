package io.sandtable.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing a sentence says, in the fields of the contract.
 *
 * @param modality null for an objective
 * @param entities ids of the graph's nodes in order of mention; {@code A|B} where two remain possible
 * @param comparator null where no limit is said
 * @param window null where a recurrence or nothing dated is said
 * @param recurrence {@code CN_FESTIVAL:春节} and the like, or null
 * @param slots what only this kind says: texts, numbers, flags or lists of texts
 */
public record Statement(
        Kind kind,
        @Nullable Modality modality,
        List<String> entities,
        @Nullable Comparison comparator,
        @Nullable Quantity quantity,
        @Nullable Window window,
        @Nullable String recurrence,
        Map<String, Object> slots,
        Source source,
        Wording paraphrase) {

    /**
     * The words it rests on; spans are [start, end) in characters of the text.
     *
     * @param readBy who read them, null for the grammar
     */
    public record Source(
            String text, List<Span> spans, @Nullable ReadBy readBy) {
        public Source {
            spans = List.copyOf(spans);
        }

        /** Read by the grammar. */
        public Source(String text, List<Span> spans) {
            this(text, spans, null);
        }
    }

    /** Characters start … end−1. */
    public record Span(int start, int end) {}

    public Statement {
        entities = List.copyOf(entities);
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    /** Whether both say the same, however they were worded. */
    public boolean meansTheSameAs(Statement other) {
        return withoutWords().equals(other.withoutWords());
    }

    /** The same statement, said back in those words. */
    public Statement paraphrasedAs(Wording words) {
        return new Statement(kind, modality, entities, comparator, quantity, window, recurrence, slots, source, words);
    }

    /** The same statement in another window; it is yet to be said back. */
    public Statement during(Window other) {
        return new Statement(
                kind, modality, entities, comparator, quantity, other, recurrence, slots, source, paraphrase);
    }

    /** The same statement, read from those words. */
    public Statement readFrom(Source words) {
        return new Statement(
                kind, modality, entities, comparator, quantity, window, recurrence, slots, words, paraphrase);
    }

    /** Whether a language model read it; a person has to agree to it by itself. */
    public boolean isReadByModel() {
        return source.readBy() != null;
    }

    /** The what-ifs of a compound; none of any other kind. */
    public List<Statement> parts() {
        return slots.get("parts") instanceof List<?> parts
                ? parts.stream().map(UnderstandingJson::readPart).toList()
                : List.of();
    }

    /** The rule of a conditional. */
    public Optional<Statement> then() {
        return Optional.ofNullable(slots.get("then")).map(UnderstandingJson::readPart);
    }

    /** The same statement as a what-if, which has no weight. */
    public Statement supposed() {
        var supposed = new TreeMap<>(slots);
        supposed.keySet().removeAll(List.of("weight", "basis"));
        return new Statement(
                kind,
                Modality.HYPOTHETICAL,
                entities,
                comparator,
                quantity,
                window,
                recurrence,
                supposed,
                source,
                paraphrase);
    }

    private Statement withoutWords() {
        var meaning = new TreeMap<>(slots);
        meaning.remove("basis");
        then().ifPresent(then -> meaning.put("then", UnderstandingJson.part(then.withoutWords())));
        return new Statement(
                kind,
                modality,
                entities,
                comparator,
                quantity,
                window,
                recurrence,
                meaning,
                new Source("", List.of()),
                new Wording("", ""));
    }
}
