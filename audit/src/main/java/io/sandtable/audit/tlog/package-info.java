/** The public formats as values, free of any disk: RFC 6962 hashing and proofs, signed notes, checkpoints, tile names. */
@NullMarked
package io.sandtable.audit.tlog;

import org.jspecify.annotations.NullMarked;
