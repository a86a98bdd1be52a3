/** Bytes and proofs without business knowledge: canonical records, log, archive, verifier, report rendering. */
@NullMarked
package io.sandtable.audit;

import org.jspecify.annotations.NullMarked;
