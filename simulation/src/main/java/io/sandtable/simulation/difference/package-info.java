/** Why one plan earns or has more than another: a difference taken apart into drivers that sum to it, and what the two do differently. */
@NullMarked
package io.sandtable.simulation.difference;

import org.jspecify.annotations.NullMarked;
