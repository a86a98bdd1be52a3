/** From the broker into the store: check, collect, commit, acknowledge. */
@NullMarked
package io.sandtable.ingest.receiving;

import org.jspecify.annotations.NullMarked;
