/** From a sentence to what hangs on it, when it hits, and what could be done about it at which price. */
@NullMarked
package io.sandtable.web.ripple;

import org.jspecify.annotations.NullMarked;
