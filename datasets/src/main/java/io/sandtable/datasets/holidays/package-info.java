/** Days off and adjusted workdays as the State Council's notices give them. */
@NullMarked
package io.sandtable.datasets.holidays;

import org.jspecify.annotations.NullMarked;
