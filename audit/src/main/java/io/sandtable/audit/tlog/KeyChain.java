package io.sandtable.audit.tlog;

import io.sandtable.audit.AuditException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The keys of one log in the order in which they signed: each but the first was signed by the one before it. */
public final class KeyChain {
    private final VerifierKey first;
    private final List<KeyRotation> rotations;

    private KeyChain(VerifierKey first, List<KeyRotation> rotations) {
        this.first = first;
        this.rotations = List.copyOf(rotations);
    }

    /** The only key that a log ever had. */
    public static KeyChain of(VerifierKey only) {
        return new KeyChain(only, List.of());
    }

    /** The chain that these rotations make, the oldest first; it has to hold the key that the log names. */
    public static KeyChain of(VerifierKey named, List<KeyRotation> rotations) {
        if (rotations.isEmpty()) {
            return of(named);
        }
        KeyChain chain = of(rotations.getFirst().old());
        for (KeyRotation rotation : rotations) {
            chain = chain.then(rotation);
        }
        if (!chain.holds(named)) {
            throw new AuditException(
                    "The log names the key %s, but its rotations lead from %s to %s. Restore keys and rotations from one backup."
                            .formatted(named, chain.first, chain.newest()));
        }
        return chain;
    }

    public KeyChain then(KeyRotation rotation) {
        long earliest = rotations.isEmpty() ? 0 : rotations.getLast().from();
        if (rotation.number() != rotations.size() + 1
                || !rotation.old().equals(newest())
                || rotation.from() <= earliest) {
            throw new AuditException(
                    "Rotation %d hands over from %s at size %d; rotation %d from %s at a size above %d was expected. Restore all rotations from one backup."
                            .formatted(
                                    rotation.number(),
                                    rotation.old(),
                                    rotation.from(),
                                    rotations.size() + 1,
                                    newest(),
                                    earliest));
        }
        List<KeyRotation> more = new ArrayList<>(rotations);
        more.add(rotation);
        return new KeyChain(first, more);
    }

    /** The key that signs checkpoints of this size. */
    public VerifierKey at(long size) {
        return rotations.reversed().stream()
                .filter(rotation -> size >= rotation.from())
                .findFirst()
                .map(KeyRotation::next)
                .orElse(first);
    }

    public VerifierKey newest() {
        return rotations.isEmpty() ? first : rotations.getLast().next();
    }

    public boolean holds(VerifierKey key) {
        return Stream.concat(Stream.of(first), rotations.stream().map(KeyRotation::next))
                .anyMatch(key::equals);
    }

    /** What leads from the first key to the newest, the oldest first. */
    public List<KeyRotation> rotations() {
        return rotations;
    }
}
