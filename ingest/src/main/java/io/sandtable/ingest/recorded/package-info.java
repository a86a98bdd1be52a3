/** Readings that a file holds: read, checked, and kept in the series beside what sensors send. */
@NullMarked
package io.sandtable.ingest.recorded;

import org.jspecify.annotations.NullMarked;
