package io.sandtable.web.planfile;

/** How an order comes out of a plan. */
enum OrderStatus {
    ON_TIME("on-time"),
    /** In full, but after its due minute. */
    LATE("late"),
    /** Never in full. */
    SHORT("short"),
    /** Not at all. */
    UNPLANNED("unplanned");

    private final String id;

    OrderStatus(String id) {
        this.id = id;
    }

    /** The word in the file. */
    String id() {
        return id;
    }
}
