/** Differences that can be worked out by hand, and that sum for every pair of plans. */
@NullMarked
package io.sandtable.simulation.difference;

import org.jspecify.annotations.NullMarked;
