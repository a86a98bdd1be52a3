/** Stock counts become facts of a company's graph. */
@NullMarked
package io.sandtable.ingest.graph;

import org.jspecify.annotations.NullMarked;
