/** What a plan means in money, deliveries, energy, carbon and broken rules: one ledger, and figures that are sums of it. */
@NullMarked
package io.sandtable.simulation.evaluate;

import org.jspecify.annotations.NullMarked;
