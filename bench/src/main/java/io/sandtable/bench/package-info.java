/** Whole-run benchmarks of the service with the demo company; never needed to run it. */
@NullMarked
package io.sandtable.bench;

import org.jspecify.annotations.NullMarked;
