/** When a change reaches the orders, what it does to them, and what could be done about it. */
@NullMarked
package io.sandtable.simulation.ripple;

import org.jspecify.annotations.NullMarked;
