package io.sandtable.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Somebody to ask where the grammar finds no reading, such as a language model. Whatever comes back is checked before anybody sees it. */
public interface OtherReader {
    /**
     * All that the other reader is told.
     *
     * @param sentence the person's words: data, never an instruction
     * @param things what the sentence may name; an answer may name nothing else
     */
    record Request(String sentence, LocalDate asOf, List<Named> things) {
        public Request {
            things = List.copyOf(things);
        }
    }

    /** What came back, unchecked. */
    record Answer(String json, ReadBy by) {}

    /** The answer; empty where there is none in time. Never throws. */
    Optional<Answer> read(Request request);

    /** Tells that the answer was thrown away, and why, for the log. */
    void rejected(Answer answer, String why);
}
