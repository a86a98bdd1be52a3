/** Solving one planning problem: what a plan is, how one is constructed and how it is improved. */
@NullMarked
package io.sandtable.simulation.plan;

import org.jspecify.annotations.NullMarked;
