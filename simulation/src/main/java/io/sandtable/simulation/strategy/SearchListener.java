package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Progress;
import java.util.List;

/** Somebody who watches a search for strategies; told from the searching threads, and must be quick. */
public interface SearchListener {
    /** Nobody watches. */
    SearchListener SILENT = new SearchListener() {};

    /** Which strategies will be searched, by their ids; told again with all of them where what was found suggests more. */
    default void strategies(List<String> ids) {}

    /** A strategy's plan, or the baseline, is there. Whether it is shown in the end depends on the others. */
    default void found(Candidate candidate) {}

    /** A search has found a better plan. */
    default void better(Progress progress) {}
}
