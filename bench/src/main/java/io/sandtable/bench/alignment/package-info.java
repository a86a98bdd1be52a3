/** How well things of differently coded exports are found to be the same: invented exports with their truth, and what was found of it. */
@org.jspecify.annotations.NullMarked
package io.sandtable.bench.alignment;
