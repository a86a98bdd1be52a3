package io.sandtable.model;

/** Where a fact comes from; every screen and report says the shares. */
public enum Origin {
    /** Imported from a named source. */
    REAL,
    /** Computed; the evidence names the method. */
    DERIVED,
    /** A stand-in for what nobody told us; the evidence names it. */
    DEFAULT,
    /** Invented for the demo company. */
    DEMO,
    /** Typed by a person, whom the evidence names. */
    USER;

    /** The word of the contracts, such as {@code real}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
