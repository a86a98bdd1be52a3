/** Holds the planner against proven optima. */
@NullMarked
package io.sandtable.simulation.optimality;

import org.jspecify.annotations.NullMarked;
