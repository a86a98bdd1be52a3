/** Offline verification of a log folder or of the bundle of one record, from raw entries. */
@NullMarked
package io.sandtable.audit.verify;

import org.jspecify.annotations.NullMarked;
