package io.sandtable.simulation.risk;

/**
 * Something a reader must know before believing a number.
 *
 * @param on what it is about: an input, a figure, a rule, a plan; empty for the whole run
 */
public record RiskWarning(Code code, String on) {
    /** What can be wrong. */
    public enum Code {
        /** Fewer values of history than a fit needs; a stand-in is used. */
        TOO_FEW_VALUES,
        /** All values of history are the same; a stand-in is used. */
        NO_VARIANCE,
        /** History holds what is no finite number; a stand-in is used. */
        HISTORY_NOT_A_NUMBER,
        /** History holds what its bounds exclude, such as a yield above 100 %; it is fitted without them. */
        HISTORY_OUT_OF_BOUNDS,
        /** No distribution comes near the history; the values themselves are drawn from. */
        POOR_FIT,
        /** Nobody knows the range; a triangle over the stand-in range is used. */
        STAND_IN,
        /** The correlations could not all hold at once; the nearest that can are used. */
        CORRELATION_REPAIRED,
        /** Fewer than {@link Summary#FEW} runs, or fewer of them that did not fail. */
        TOO_FEW_RUNS,
        /** The figure is the same in every run. */
        CONSTANT_OUTPUT,
        /** The model gave no finite number in some runs; they are left out. */
        NOT_A_NUMBER,
        /** The plan could not be timed, or no plan could obey a rule, in some runs; they are left out. */
        RUN_FAILED,
        /** The rule is broken in every run, so the spread of the figures is that of plans nobody may carry out. */
        RULE_ALWAYS_BROKEN,
        /** How long it takes to recover is not known; what is lost is that of an outage for the whole horizon. */
        RECOVERY_NOT_KNOWN
    }
}
