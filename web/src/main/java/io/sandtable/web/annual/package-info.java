/** Annual operating plans: frozen on record, held against what happened, rolled forward. */
@NullMarked
package io.sandtable.web.annual;

import org.jspecify.annotations.NullMarked;
