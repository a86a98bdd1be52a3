package io.sandtable.audit.witness;

import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.tlog.WitnessSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The side of the witness: an accountant, an association, a second company. It signs a checkpoint only where the log has grown from the
 * one that it signed last, and remembers that one before it answers.
 */
public final class Witness {
    /** What a witness answers, with the status that C2SP {@code tlog-witness} gives it over HTTP. */
    public record Answer(int status, String contentType, byte[] body) {
        private static Answer of(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    static final String SIZE = "text/x.tlog.size";

    private final Path memory;
    private final WitnessSigner signer;
    private final List<VerifierKey> logs;
    private final Clock clock;

    /** Remembers in this folder what it signed; knows these keys of logs. */
    public Witness(Path memory, WitnessSigner signer, List<VerifierKey> logs, Clock clock) {
        this.memory = memory;
        this.signer = signer;
        this.logs = List.copyOf(logs);
        this.clock = clock;
    }

    /** Cosigns what was submitted, or says why not. */
    public synchronized Answer add(byte[] submission) throws IOException {
        try {
            return add(Submission.parse(submission));
        } catch (IllegalArgumentException malformed) {
            return Answer.of(400, String.valueOf(malformed.getMessage()));
        }
    }

    private Answer add(Submission asked) throws IOException {
        Checkpoint checkpoint = asked.checkpoint();
        if (logs.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
            return Answer.of(404, "No log %s is known here.".formatted(checkpoint.origin()));
        }
        if (logs.stream().noneMatch(checkpoint::isSignedBy)) {
            return Answer.of(403, "No known key of %s signed this.".formatted(checkpoint.origin()));
        }
        if (asked.oldSize() > checkpoint.size()) {
            return Answer.of(400, "The old size %d is above %d.".formatted(asked.oldSize(), checkpoint.size()));
        }
        Optional<Checkpoint> last = last(checkpoint);
        long seen = last.map(Checkpoint::size).orElse(0L);
        Hash seenRoot = last.map(Checkpoint::root).orElse(Merkle.EMPTY_ROOT);
        if (asked.oldSize() != seen || seen == checkpoint.size() && !seenRoot.equals(checkpoint.root())) {
            return new Answer(409, SIZE, (seen + "\n").getBytes(StandardCharsets.UTF_8));
        }
        boolean grown = seen == 0
                ? asked.proof().isEmpty()
                : Merkle.consistent(seen, checkpoint.size(), seenRoot, checkpoint.root(), asked.proof());
        if (!grown) {
            return Answer.of(
                    422, "The log of %d entries does not begin with those %d.".formatted(checkpoint.size(), seen));
        }
        DurableFiles.write(file(checkpoint), checkpoint.bytes());
        byte[] line = signer.cosign(checkpoint, clock.instant()).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, "text/plain; charset=utf-8", line);
    }

    private Optional<Checkpoint> last(Checkpoint ofLog) throws IOException {
        Path file = file(ofLog);
        return Files.exists(file) ? Optional.of(Checkpoint.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    private Path file(Checkpoint ofLog) {
        Hash name = Hash.of(ofLog.origin().name().getBytes(StandardCharsets.UTF_8));
        return memory.resolve(name.hex() + ".checkpoint");
    }

    /**
     * Answers what a log has laid into a folder that both reach: the newest submission, once. Returns the answer, empty where nothing was
     * waiting.
     */
    public Optional<Answer> answer(Path folder) throws IOException {
        long newest = WitnessFolder.newest(folder, WitnessFolder.SUBMISSION);
        Path answered = folder.resolve(newest + WitnessFolder.COSIGNATURE);
        if (newest < 0 || Files.exists(answered)) {
            return Optional.empty();
        }
        Answer answer = add(Files.readAllBytes(folder.resolve(newest + WitnessFolder.SUBMISSION)));
        DurableFiles.write(
                answer.status() == 200 ? answered : folder.resolve(newest + WitnessFolder.REFUSAL),
                Arrays.copyOf(answer.body(), answer.body().length));
        return Optional.of(answer);
    }
}
