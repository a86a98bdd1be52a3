/** Where goods came from and where they went: the recorded movements of lots, walked in both directions. */
@NullMarked
package io.sandtable.model.trace;

import org.jspecify.annotations.NullMarked;
