package io.sandtable.rules;

/** What becomes of a sentence before anybody confirmed it. */
public enum Outcome {
    /** One reading; waits for the person's confirmation. */
    ACCEPT,
    /** Ambiguous or incomplete; the questions say what is open. */
    CLARIFY,
    /** Not a condition, a what-if or a query. */
    REJECT
}
