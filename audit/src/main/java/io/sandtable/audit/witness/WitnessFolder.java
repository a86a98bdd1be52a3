package io.sandtable.audit.witness;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.WitnessKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that log and witness both reach (a share, a synchronised folder, a stick): the log lays submissions into it, named by their
 * size, the witness its signature lines beside them.
 */
public final class WitnessFolder {
    static final String SUBMISSION = ".add-checkpoint";
    static final String COSIGNATURE = ".cosignature";
    static final String REFUSAL = ".refused";

    private final Path folder;
    private final WitnessKey witness;

    public WitnessFolder(Path folder, WitnessKey witness) {
        this.folder = folder;
        this.witness = witness;
    }

    /** Lays the newest checkpoint there, unless it lies there already. */
    public void submit(LogHead log) throws IOException {
        long size = log.checkpoint().size();
        Path file = folder.resolve(size + SUBMISSION);
        if (size > 0 && !Files.exists(file)) {
            long seen = Math.max(0, newest(folder, COSIGNATURE));
            if (seen > size) {
                throw new AuditException(
                        "The witness's folder %s holds a signature for %d entries, but the log has %d: it was cut back or put back from a backup. Find out which before anything is decided."
                                .formatted(folder, seen, size));
            }
            DurableFiles.write(file, log.since(seen).bytes());
        }
    }

    /** The newest checkpoint that the witness signed; empty where there is none yet. A signature that does not hold is refused. */
    public Optional<Checkpoint> cosigned() throws IOException {
        long size = newest(folder, COSIGNATURE);
        if (size < 0) {
            return Optional.empty();
        }
        String lines = Files.readString(folder.resolve(size + COSIGNATURE), StandardCharsets.UTF_8);
        try {
            Checkpoint submitted = Submission.parse(Files.readAllBytes(folder.resolve(size + SUBMISSION)))
                    .checkpoint();
            Checkpoint signed = submitted.with(lines, witness);
            if (signed.cosignedAt(witness).isPresent()) {
                return Optional.of(signed);
            }
        } catch (IllegalArgumentException damaged) {
            throw new AuditException(
                    "%s%s in %s is no signature line (%s). Ask the witness for it again."
                            .formatted(size, COSIGNATURE, folder, damaged.getMessage()),
                    damaged);
        }
        throw new AuditException(
                "%d%s in %s holds no valid signature of %s. Ask the witness for it again, or check its key."
                        .formatted(size, COSIGNATURE, folder, witness));
    }

    /** The largest size that a file of this ending is named by, -1 where there is none. */
    static long newest(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return -1;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(size -> size.matches("0|[1-9][0-9]{0,17}"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(-1);
        }
    }
}
