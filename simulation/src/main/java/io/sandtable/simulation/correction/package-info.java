/** Where must-rules cannot hold together: the smallest sets of them to give up, each with the best plan without them. */
@NullMarked
package io.sandtable.simulation.correction;

import org.jspecify.annotations.NullMarked;
