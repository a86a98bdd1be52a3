package io.sandtable.simulation.sensitivity.global;

/** Hears how far a sweep is, from several threads. */
@FunctionalInterface
public interface SweepProgress {
    /** Nobody listens. */
    SweepProgress SILENT = (done, of) -> {};

    /** So many base points of so many have their figures. */
    void runs(int done, int of);
}
