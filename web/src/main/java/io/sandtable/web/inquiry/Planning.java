package io.sandtable.web.inquiry;

import java.util.function.BooleanSupplier;

/** What a run is for: the plans of a confirmed inquiry, found and kept. */
interface Planning {
    /**
     * Returns the revision of the graph that the plans rest on, once they are kept.
     *
     * @param mayGoOn asked between two stages; it throws where the run has to end
     * @param enough whether the search should go on with what it has found
     */
    long plan(Inquiry inquiry, LiveRun run, Runnable mayGoOn, BooleanSupplier enough);
}
