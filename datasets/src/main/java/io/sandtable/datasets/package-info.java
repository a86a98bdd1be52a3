/**
 * Files become facts: finds the reader for a folder or file, collects every problem before speaking, and hands out a {@link
 * io.sandtable.datasets.Dataset} with its facts, control totals and originals. Writes nothing anywhere.
 */
@NullMarked
package io.sandtable.datasets;

import org.jspecify.annotations.NullMarked;
