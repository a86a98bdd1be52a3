/**
 * Does a plan hold? Recomputed from the problem and the plan alone; nothing here is shared with the search that made the plan or the
 * ledger that values it.
 */
@NullMarked
package io.sandtable.simulation.check;

import org.jspecify.annotations.NullMarked;
