package io.sandtable.simulation.risk;

/** Is told what a run has found so far. */
@FunctionalInterface
public interface RiskListener {
    /** Wants to hear nothing before the end. */
    RiskListener SILENT = soFar -> {};

    /** Called after 100 runs and each time they have doubled, from the thread that runs, before the end. */
    void found(RiskResult soFar);
}
