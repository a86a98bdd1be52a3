package io.sandtable.simulation.plan;

/** One constraint as the search scores it: what a placement costs on its own, so that the score's change is one cost less, one more. */
interface PlacementCost {
    /** The permanent id that the audit trail names. */
    String id();

    Level level();

    long of(Placement placement);

    /** The levels of a score, most important first; the physical one is kept by the board, which refuses what cannot be. */
    enum Level {
        MUST,
        DELIVERY,
        PREFERENCE
    }
}
