package io.sandtable.web.query;

import io.sandtable.rules.Wording;
import io.sandtable.simulation.query.QueryRefused;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What one question about the data is answered in a language.
 *
 * @param asked the question in the person's words
 * @param words the question as it was understood; null where it was not
 * @param sentence the answer in a sentence, or why there is none
 * @param view figures; null where there are none
 */
public record QueryReply(
        Outcome outcome,
        String asked,
        @Nullable Wording words,
        String sentence,
        @Nullable QueryView view) {
    /** What became of a question. */
    public enum Outcome {
        ANSWERED,
        /** It was understood, and the records cannot tell. */
        REFUSED,
        /** It has open points, or is no question about the data. */
        NOT_UNDERSTOOD
    }

    public static QueryReply of(AskedQuestion question, Language language) {
        if (!question.isQuestion()) {
            return new QueryReply(Outcome.NOT_UNDERSTOOD, question.sentence(), null, unclear(question, language), null);
        }
        Wording words = question.statement().paraphrase();
        try {
            QueryView view = QueryView.of(question, language);
            return new QueryReply(Outcome.ANSWERED, question.sentence(), words, view.sentence(), view);
        } catch (QueryRefused refused) {
            String why = new QueryWords(question.business().snapshot(), language).refused(refused);
            return new QueryReply(Outcome.REFUSED, question.sentence(), words, why, null);
        }
    }

    private static String unclear(AskedQuestion question, Language language) {
        return question.understanding().questions().stream()
                .map(q -> language.choose(q.words().zh(), q.words().en()))
                .findFirst()
                .orElseGet(() -> Words.in(language).say("query.whatIf"));
    }
}
