/** Plans that differ in kind: which levers a problem offers, a search for each, and what sets the plans apart. */
@NullMarked
package io.sandtable.simulation.strategy;

import org.jspecify.annotations.NullMarked;
