package io.sandtable.simulation.evaluate;

import java.util.List;

/** All postings of a plan, by date. */
public record Ledger(List<Posting> postings) {
    public Ledger {
        postings = List.copyOf(postings);
    }
}
