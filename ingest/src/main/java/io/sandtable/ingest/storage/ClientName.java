package io.sandtable.ingest.storage;

import io.sandtable.ingest.FeedUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What this home is called at a broker; kept, because the broker keeps our messages under it. */
public final class ClientName {
    private static final int RANDOM_BYTES = 8;

    private ClientName() {}

    /** The name; made up with the first call for the home. */
    public static String of(Path home) {
        Path file = home.resolve("live").resolve("client-name");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            String name = "sandtable-" + HexFormat.of().formatHex(random);
            Path draft = file.resolveSibling("client-name.draft");
            Files.writeString(draft, name + "\n");
            Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException e) {
            throw new FeedUnavailable(
                    FeedUnavailable.Reason.HOME_NOT_WRITABLE,
                    "%s could not be read or written (%s); correct its rights or free disk space."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
