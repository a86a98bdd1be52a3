package io.sandtable.audit.witness;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a log hands to a witness, as C2SP {@code tlog-witness} writes it: the size that the witness saw last, the proof from there, the checkpoint. */
public record Submission(long oldSize, List<Hash> proof, Checkpoint checkpoint) {
    private static final String HEAD = "old ";
    private static final int MOST_HASHES = 63;

    public Submission {
        proof = List.copyOf(proof);
    }

    public static Submission parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(text.substring(0, split).split("\n"));
        if (lines.isEmpty()
                || lines.size() > 1 + MOST_HASHES
                || !lines.getFirst().matches(HEAD + "(0|[1-9][0-9]{0,17})")) {
            throw new IllegalArgumentException(
                    "This is nothing to cosign: it should read \"old SIZE\", up to 63 hashes, an empty line and a checkpoint. Take the file from the log again.");
        }
        return new Submission(
                Long.parseLong(lines.getFirst().substring(HEAD.length())),
                lines.stream().skip(1).map(Hash::fromBase64).toList(),
                Checkpoint.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        Stream.concat(Stream.of(HEAD + oldSize), proof.stream().map(Hash::base64))
                .forEach(line -> bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8)));
        bytes.write('\n');
        bytes.writeBytes(checkpoint.bytes());
        return bytes.toByteArray();
    }
}
