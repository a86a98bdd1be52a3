package io.sandtable.audit.verify;

import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the person who verifies brings along.
 *
 * @param key the key that she believes; where there is none, the folder's own key is believed
 * @param earlier checkpoints that she kept
 */
public record Trust(Optional<VerifierKey> key, List<Kept> earlier) {
    /** Believes the folder's own key and knows nothing earlier. */
    public static final Trust NONE = new Trust(Optional.empty(), List.of());

    public Trust {
        earlier = earlier.stream()
                .sorted(Comparator.comparingLong(kept -> kept.checkpoint().size()))
                .toList();
    }

    /** Where she names no key but one lies beside the report, that one counts: the key inside a report proves nothing by itself. */
    Trust orKeyBeside(Path report) throws IOException {
        Path beside = report.toAbsolutePath().resolveSibling(Bundle.VERIFIER_KEY);
        return key.isPresent() || !Files.exists(beside)
                ? this
                : new Trust(
                        Optional.of(VerifierKey.parse(Files.readString(beside).strip())), earlier);
    }
}
