/** What a plan's figures rest on while all its uncertain inputs move at once: screening and shares of variance, from a record that repeats it. */
@NullMarked
package io.sandtable.simulation.drivers;

import org.jspecify.annotations.NullMarked;
