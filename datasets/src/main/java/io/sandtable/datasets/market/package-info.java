/** Public market prices and exchange rates as dated series, and the link from a commodity to what a company buys. */
@NullMarked
package io.sandtable.datasets.market;

import org.jspecify.annotations.NullMarked;
