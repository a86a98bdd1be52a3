package io.sandtable.simulation.sensitivity;

/** What a plan does when its inputs come out differently. */
public enum Mode {
    /** Choices and sequence stay, times are found again, safety stock fills gaps, what no longer fits is late. */
    PLAN_FIXED("plan-fixed"),
    /** The planner solves again. */
    REPLAN("re-plan");

    private final String id;

    Mode(String id) {
        this.id = id;
    }

    /** The word in answers and records. */
    public String id() {
        return id;
    }
}
