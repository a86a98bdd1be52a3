/** How checkpoints leave the house: kept copies, exports, witnesses, time stamps. */
@NullMarked
package io.sandtable.audit.witness;

import org.jspecify.annotations.NullMarked;
