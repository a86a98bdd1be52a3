package io.sandtable.web.inquiry;

/**
 * Something that happened in a run.
 *
 * @param number from 1, without gaps, so that a reader who lost the line can go on where she was
 * @param kind stage, strategies, plan, best or state
 * @param data the stage's name, the strategies' ids, a strategy's id, a strategy's id with its late orders, or the inquiry's state
 */
public record RunEvent(long number, String kind, String data) {
    private static final String STATE = "state";

    /** The state of an inquiry that is not run any more, for whoever comes after the end. */
    public static RunEvent of(Inquiry.State state) {
        return new RunEvent(0, STATE, state.name());
    }

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return kind.equals(STATE) && !Inquiry.State.valueOf(data).isPending();
    }
}
