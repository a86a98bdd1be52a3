/** Questions about what the records of a company say: a figure by a group, why it changed, and how suppliers did. Nothing here plans. */
@NullMarked
package io.sandtable.simulation.query;

import org.jspecify.annotations.NullMarked;
