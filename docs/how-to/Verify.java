import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * java Verify.java REPORT.pdf|BUNDLE LOG.vkey: which decision records stand in the log that this key signed? Needs a JDK and nothing
 * else, and shares no code with Sandtable. Says nothing of a report's pages: compare them with the records by eye.
 */
class Verify {
    private static final String PROOF = "c2sp.org/tlog-proof@v1\n";

    private record Proof(long index, List<byte[]> path, String text, String signer, byte[] signature) {
        /** Text behind the head, up to the signature line of the checkpoint. */
        static Proof parse(String proof) {
            int split = proof.indexOf("\n\n");
            String[] lines = proof.substring(0, split).split("\n");
            check(lines[0].matches("index \\d+"), "a proof without an index");
            int end = proof.indexOf("\n\n", split + 2);
            // "— name base64", of which the dash is three bytes
            String[] signature = proof.substring(end + 2).split("\n")[0].split(" ", 3);
            check(signature.length == 3, "a checkpoint without a signature");
            List<byte[]> path = Arrays.stream(lines)
                    .skip(1)
                    .map(Base64.getDecoder()::decode)
                    .toList();
            return new Proof(
                    Long.parseLong(lines[0].substring("index ".length())),
                    path,
                    proof.substring(split + 2, end + 1),
                    signature[1],
                    Base64.getDecoder().decode(signature[2]));
        }

        String[] checkpoint() {
            return text.split("\n");
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            verify(arguments);
        } catch (RuntimeException damaged) {
            check(false, "something is damaged: " + damaged);
        }
    }

    private static void verify(String[] arguments) throws Exception {
        Path from = Path.of(arguments[0]);
        String[] key = Files.readString(Path.of(arguments[1])).strip().split("\\+", 3);
        List<String> records = new ArrayList<>();
        List<Proof> proofs = new ArrayList<>();
        for (String text : texts(from)) {
            // the files inside a report lie there as they are, one line a record; one char is one byte here
            for (int at = text.indexOf(PROOF); at >= 0; at = text.indexOf(PROOF, at + 1)) {
                proofs.add(Proof.parse(text.substring(at + PROOF.length())));
            }
            text.lines().filter(line -> line.startsWith("{\"")).forEach(records::add);
        }
        check(!proofs.isEmpty(), "no proof inside");
        List<String> unproven = new ArrayList<>(records);
        for (Proof proof : proofs) {
            check(proof.checkpoint()[0].equals(key[0]), "another log: " + proof.checkpoint()[0]);
            String keyId = HexFormat.of().formatHex(proof.signature(), 0, 4);
            check(
                    proof.signer().equals(key[0]) && keyId.equals(key[1]),
                    "the checkpoint is not signed by this key");
            check(signed(proof, Base64.getDecoder().decode(key[2])), "the checkpoint is not signed by this key");
            String found = records.stream()
                    .filter(record -> includes(proof, record.getBytes(StandardCharsets.ISO_8859_1)))
                    .findFirst()
                    .orElse(null);
            check(found != null, "entry " + proof.index() + " is none of the records");
            unproven.removeIf(found::equals);
            byte[] record = found.getBytes(StandardCharsets.ISO_8859_1);
            System.out.println("VERIFIED entry " + proof.index() + " of " + proof.checkpoint()[1] + ": "
                    + new String(record, StandardCharsets.UTF_8));
        }
        // a changed record beside its original would go unseen
        check(unproven.isEmpty(), unproven.size() + " records without a proof");
    }

    private static List<String> texts(Path from) throws Exception {
        List<Path> files = List.of(from);
        if (Files.isDirectory(from)) {
            try (var list = Files.list(from)) {
                files = list.filter(Files::isRegularFile).sorted().toList();
            }
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    private static boolean signed(Proof proof, byte[] typedKey) throws Exception {
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = ByteBuffer.allocate(44).put(head).put(typedKey, 1, 32).array();
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(proof.text().getBytes(StandardCharsets.ISO_8859_1));
        return check.verify(proof.signature(), 4, proof.signature().length - 4);
    }

    /** RFC 6962: from the record's own hash along the proof up to the root. */
    private static boolean includes(Proof proof, byte[] record) {
        byte[] hash = sha256((byte) 0, record);
        long node = proof.index();
        long last = Long.parseLong(proof.checkpoint()[1]) - 1;
        for (byte[] side : proof.path()) {
            if ((node & 1) == 1 || node == last) {
                hash = sha256((byte) 1, side, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256((byte) 1, hash, side);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, Base64.getDecoder().decode(proof.checkpoint()[2]));
    }

    private static byte[] sha256(byte head, byte[]... parts) {
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.write(head);
            for (byte[] part : parts) {
                bytes.write(part);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            System.out.println("NOT VERIFIED: " + problem);
            System.exit(1);
        }
    }
}
