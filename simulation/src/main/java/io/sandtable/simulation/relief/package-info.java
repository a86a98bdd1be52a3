/** What would help a late or short order: the smallest relief of what held it up, found and verified by planning again. */
@NullMarked
package io.sandtable.simulation.relief;

import org.jspecify.annotations.NullMarked;
