/** Annual plans of a small shop, against what happened and rolled forward. */
@NullMarked
package io.sandtable.simulation.annual;

import org.jspecify.annotations.NullMarked;
