/** Sandtable: one package below this for each module. */
@NullMarked
package io.sandtable;

import org.jspecify.annotations.NullMarked;
