/** What a plan makes of goods that are in stock. */
@NullMarked
package io.sandtable.simulation.trace;

import org.jspecify.annotations.NullMarked;
