package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Search;

/**
 * A constructed plan with what a search needs to carry on from it: problem, levers and weights are the same for both. Immutable; safe to
 * share between threads.
 */
public final class Construction {
    private final Shop shop;
    private final Scoring scoring;
    private final Placement[] placements;
    private final Plan plan;

    Construction(Shop shop, Scoring scoring, Placement[] placements, Plan plan) {
        this.shop = shop;
        this.scoring = scoring;
        this.placements = placements.clone();
        this.plan = plan;
    }

    /** The plan as that strategy's. */
    public Plan plan(String strategy) {
        return plan(search(strategy, 0, 1));
    }

    Plan plan(Search search) {
        return plan.with(search);
    }

    Shop shop() {
        return shop;
    }

    Scoring scoring() {
        return scoring;
    }

    Placement[] placements() {
        return placements.clone();
    }

    /** What is recorded of a search that took no step. */
    static Search search(String strategy, long seed, int threads) {
        return new Search(strategy, seed, 0, threads, "constructed");
    }
}
