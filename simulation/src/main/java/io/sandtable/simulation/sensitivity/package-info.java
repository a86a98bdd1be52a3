/** How much the figures of a plan hang on what nobody knows exactly: one dimension at a time, the plan's choices fixed. */
@NullMarked
package io.sandtable.simulation.sensitivity;

import org.jspecify.annotations.NullMarked;
