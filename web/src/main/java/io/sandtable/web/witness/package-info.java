/** Checkpoints leave the house: exports, a witness, time stamps. */
@NullMarked
package io.sandtable.web.witness;

import org.jspecify.annotations.NullMarked;
