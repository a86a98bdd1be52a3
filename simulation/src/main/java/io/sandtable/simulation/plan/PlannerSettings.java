package io.sandtable.simulation.plan;

import java.time.Duration;

/**
 * How long and from which seed a plan is improved.
 *
 * @param seed of the search; the same seed and steps repeat the same plan
 * @param steps tried moves of one search; 0 keeps the constructed plan
 * @param unimprovedSteps accepted moves without a better plan after which a search ends early
 * @param threads searches that run side by side
 * @param safetyNet wall time after which a search ends although steps are left; the record says so
 */
public record PlannerSettings(long seed, long steps, int unimprovedSteps, int threads, Duration safetyNet) {
    public static final PlannerSettings DEFAULT =
            new PlannerSettings(20_261_121, 2_000, 2_000, 2, Duration.ofMinutes(2));

    public PlannerSettings {
        if (steps < 0 || unimprovedSteps < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "Planner settings were %d steps, %d unimproved steps, %d threads; give at least 0, 1 and 1."
                            .formatted(steps, unimprovedSteps, threads));
        }
    }

    public PlannerSettings withSteps(long steps) {
        return new PlannerSettings(seed, steps, unimprovedSteps, threads, safetyNet);
    }

    /** The same for a part of the wall time, 0 … 1. */
    PlannerSettings withinShare(double share) {
        return new PlannerSettings(
                seed, steps, unimprovedSteps, threads, Duration.ofMillis(Math.round(share * safetyNet.toMillis())));
    }

    public PlannerSettings withThreads(int threads) {
        return new PlannerSettings(seed, steps, unimprovedSteps, threads, safetyNet);
    }

    public PlannerSettings withSeed(long seed) {
        return new PlannerSettings(seed, steps, unimprovedSteps, threads, safetyNet);
    }
}
