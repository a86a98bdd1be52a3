/** What live sources said, in DuckDB: one writer, many readers. */
@NullMarked
package io.sandtable.ingest.storage;

import org.jspecify.annotations.NullMarked;
