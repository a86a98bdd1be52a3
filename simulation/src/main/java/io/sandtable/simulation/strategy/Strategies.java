package io.sandtable.simulation.strategy;

import java.util.List;

/** What a search for strategies found: the baseline "do nothing", and plans that differ from it and from each other in kind. */
public record Strategies(Candidate baseline, List<Candidate> plans) {
    public Strategies {
        plans = List.copyOf(plans);
    }
}
