package io.sandtable.simulation.evaluate;

/** What becomes of an order, in the words of the contracts. */
public enum DeliveryStatus {
    ON_TIME("on-time"),
    /** In full, but after its due minute. */
    LATE("late"),
    /** Never in full. */
    SHORT("short"),
    /** Not at all. */
    UNPLANNED("unplanned");

    private final String id;

    DeliveryStatus(String id) {
        this.id = id;
    }

    /** The word in answers and files. */
    public String id() {
        return id;
    }

    /** Whether customers get less than they ordered. */
    public boolean isShort() {
        return this == SHORT || this == UNPLANNED;
    }
}
