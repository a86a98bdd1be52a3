package io.sandtable.audit.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A self-contained proof that one entry is in a log, in the C2SP tlog-proof form. */
public record TlogProof(long index, List<Hash> path, Checkpoint checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1\n";

    public TlogProof {
        path = List.copyOf(path);
    }

    /** True when the entry with this leaf hash is where the proof says, under the proof's own (unchecked) checkpoint. */
    public boolean proves(Hash leaf) {
        return Merkle.includes(index, checkpoint.size(), leaf, path, checkpoint.root());
    }

    /** Reads a proof; extra data, which nobody signs, is refused so that every byte counts. */
    public static TlogProof parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        if (split < 0 || !text.startsWith(HEAD)) {
            throw malformed("the first line or the empty line before the checkpoint is missing", null);
        }
        String[] lines = text.substring(HEAD.length(), split).split("\n");
        if (!lines[0].matches("index (0|[1-9][0-9]{0,17})")) {
            throw malformed("the second line was \"%s\", not \"index N\"".formatted(lines[0]), null);
        }
        try {
            List<Hash> path = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                path.add(Hash.fromBase64(lines[i]));
            }
            byte[] checkpoint = text.substring(split + 2).getBytes(StandardCharsets.UTF_8);
            TlogProof proof = new TlogProof(Long.parseLong(lines[0].substring(6)), path, Checkpoint.parse(checkpoint));
            if (!Arrays.equals(proof.bytes(), bytes)) {
                throw malformed("it holds bytes that the format does not have", null);
            }
            return proof;
        } catch (IllegalArgumentException e) {
            throw malformed("a hash or the checkpoint is damaged (%s)".formatted(e.getMessage()), e);
        }
    }

    private static IllegalArgumentException malformed(String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "This is no tlog-proof@v1: %s. It should read head, index, hashes, empty line, checkpoint. Take the file from its source again."
                        .formatted(found),
                cause);
    }

    public byte[] bytes() {
        StringBuilder head =
                new StringBuilder(HEAD).append("index ").append(index).append('\n');
        path.forEach(hash -> head.append(hash.base64()).append('\n'));
        return VerifierKey.concat(head.append('\n').toString().getBytes(StandardCharsets.UTF_8), checkpoint.bytes());
    }
}
