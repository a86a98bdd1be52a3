/** The messages of live sources: what they look like, and why one cannot be used. */
@NullMarked
package io.sandtable.ingest.message;

import org.jspecify.annotations.NullMarked;
