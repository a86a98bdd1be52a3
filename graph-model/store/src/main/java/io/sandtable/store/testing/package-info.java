/** One graph database for all integration tests of a run; no part of the service. */
@NullMarked
package io.sandtable.store.testing;

import org.jspecify.annotations.NullMarked;
