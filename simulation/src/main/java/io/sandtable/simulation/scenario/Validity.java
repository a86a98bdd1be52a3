package io.sandtable.simulation.scenario;

/**
 * When something may be done at all: an agreement runs out, a machine is approved for a product from some day on.
 *
 * @param from first minute, {@code until} the minute after the last one
 */
public record Validity(int from, int until) {
    public static final Validity ALWAYS = new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE);

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether all of [start, end) lies within it. */
    public boolean covers(int start, int end) {
        return from <= start && end <= until;
    }

    /** The part of some hours in which it may be done. */
    public WorkingTime of(WorkingTime hours) {
        return isAlways() ? hours : hours.keeping(0, Integer.MIN_VALUE, from).keeping(0, until, Integer.MAX_VALUE);
    }
}
