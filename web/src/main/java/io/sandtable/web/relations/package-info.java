/** The page of relations: what stands around a thing, and what hangs on a change. */
@NullMarked
package io.sandtable.web.relations;

import org.jspecify.annotations.NullMarked;
