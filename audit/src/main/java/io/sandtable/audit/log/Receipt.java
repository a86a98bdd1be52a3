package io.sandtable.audit.log;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.TlogProof;

/** What a writer gets once its record is durable: where it stands and the proof of it. */
public record Receipt(long index, Hash leafHash, Checkpoint checkpoint, TlogProof proof) {}
