/** From a batch back to where it came from and forward to whom it went, in words and for programs. */
@NullMarked
package io.sandtable.web.trace;

import org.jspecify.annotations.NullMarked;
