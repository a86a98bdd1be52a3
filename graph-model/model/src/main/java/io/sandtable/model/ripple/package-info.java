/** What hangs on what: a change walks along the relations of a snapshot. */
@NullMarked
package io.sandtable.model.ripple;

import org.jspecify.annotations.NullMarked;
