package io.sandtable.rules;

import java.util.List;

/**
 * One open point: a code with arguments for programs, words for the person, and the answers to choose from.
 *
 * @param arguments what the code is about, in the order the words use them
 */
public record Question(Code code, List<String> arguments, Wording words, List<Choice> choices) {
    /** Why the sentence was not accepted. */
    public enum Code {
        /** Nothing was said. */
        EMPTY,
        TOO_LONG,
        /** An instruction to act, not a condition. */
        ACTION,
        /** Small talk or anything else that says nothing about the business. */
        NOT_A_CONDITION,
        /** A kind of sentence that is not read yet. */
        NOT_YET_SUPPORTED,
        /** What-ifs beside rules, so that it is unclear what is only supposed. */
        SEVERAL_WHAT_IFS,
        /** About the business, but no reading was found. */
        NOT_UNDERSTOOD,
        UNKNOWN_NAME,
        UNKNOWN_WORD,
        UNKNOWN_UNIT,
        AMBIGUOUS_NAME,
        AMBIGUOUS_READING,
        /** The name stands for something of another type. */
        WRONG_TYPE,
        MISSING_QUANTITY,
        MISSING_WINDOW,
        MISSING_NAME,
        /** Numbers that contradict each other. */
        CONTRADICTORY_NUMBER,
        /** Two rules of one sentence that no plan can keep together. */
        CONTRADICTORY_RULES,
        /** A number that cannot be, such as 130 % of capacity. */
        IMPOSSIBLE_NUMBER,
        /** A bare number where the unit decides what is meant. */
        MISSING_UNIT,
        /** The unit does not fit what is said. */
        WRONG_UNIT,
        /** A day the calendar does not have. */
        IMPOSSIBLE_DATE,
        /** Two windows, or one in the past. */
        UNCLEAR_WINDOW,
        /** The grammar found no reading, a language model did; a person has to agree to it. */
        READ_BY_MODEL
    }

    /** An answer: a node's id, or a whole sentence to say instead. */
    public record Choice(String value, Wording words) {}

    public Question {
        arguments = List.copyOf(arguments);
        choices = List.copyOf(choices);
    }
}
