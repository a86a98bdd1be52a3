package io.sandtable.audit.witness;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import java.util.List;

/** The log as a witness is told of it: its newest checkpoint and proofs that lead there. */
public interface LogHead {
    Checkpoint checkpoint();

    /** The proof that the log since this size was only appended to. */
    List<Hash> consistencyProof(long oldSize);

    /** What is handed to a witness that saw this size last; an empty log has no proof to give. */
    default Submission since(long oldSize) {
        return new Submission(oldSize, oldSize == 0 ? List.of() : consistencyProof(oldSize), checkpoint());
    }
}
