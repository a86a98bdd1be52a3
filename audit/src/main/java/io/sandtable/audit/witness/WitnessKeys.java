package io.sandtable.audit.witness;

import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.WitnessSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key pair of a witness on its own disk. */
public final class WitnessKeys {
    private static final String SECRET = "witness.key";
    private static final String PUBLIC = "witness.vkey";

    private WitnessKeys() {}

    /** The pair in this folder; a new one of this name where there is none. */
    public static WitnessSigner loadOrCreate(Path folder, Origin name) throws IOException {
        Path secret = folder.resolve(SECRET);
        Path known = folder.resolve(PUBLIC);
        if (Files.exists(secret)) {
            return WitnessSigner.parse(
                    Files.readString(secret).strip(), Files.readString(known).strip());
        }
        WitnessSigner signer = WitnessSigner.generate(name);
        DurableFiles.write(known, (signer.key().line() + "\n").getBytes(StandardCharsets.UTF_8));
        DurableFiles.writeSecret(secret, (signer.secretLine() + "\n").getBytes(StandardCharsets.UTF_8));
        return signer;
    }
}
