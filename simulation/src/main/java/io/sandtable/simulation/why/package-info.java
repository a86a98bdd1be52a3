/** Why an order is late or short: what its delivery waited for, walked back along its critical path. */
@NullMarked
package io.sandtable.simulation.why;

import org.jspecify.annotations.NullMarked;
