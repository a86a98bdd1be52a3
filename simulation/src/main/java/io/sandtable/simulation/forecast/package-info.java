/** What will be ordered, from what was ordered: seasons and trend of monthly demand, and how early orders become known. */
@NullMarked
package io.sandtable.simulation.forecast;

import org.jspecify.annotations.NullMarked;
