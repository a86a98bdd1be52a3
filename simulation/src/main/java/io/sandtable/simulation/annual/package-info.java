/** Annual operating plans: what a plan brings by calendar month, kind of cost, product and family; against what happened; rolled forward. */
@NullMarked
package io.sandtable.simulation.annual;

import org.jspecify.annotations.NullMarked;
