/** A question made precise: snapshot, changes, rules, horizon and seed, compiled into the problem that a planner solves. */
@NullMarked
package io.sandtable.simulation.scenario;

import org.jspecify.annotations.NullMarked;
