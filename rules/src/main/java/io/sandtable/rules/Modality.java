package io.sandtable.rules;

/** How binding or how certain a statement is. */
public enum Modality {
    MUST,
    PREFER,
    /** Expected to happen. */
    FORECAST,
    /** What if. */
    HYPOTHETICAL
}
