/** What all readers share: decoding, tables, the draft that collects facts and problems, and the checks over the whole. */
@NullMarked
package io.sandtable.datasets.reading;

import org.jspecify.annotations.NullMarked;
