/** Replays history: what would have been planned on what was known then, held against what happened. */
@NullMarked
package io.sandtable.simulation.backtest;

import org.jspecify.annotations.NullMarked;
