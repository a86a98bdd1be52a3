package io.sandtable.audit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The private half of a log's Ed25519 key; never printed. */
public final class SigningKey {
    private static final String HEAD = "PRIVATE+KEY+";
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final PrivateKey key;

    private SigningKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** A new key from the JDK's secure random source. */
    public static SigningKey generate(Origin name) {
        return generate(name, VerifierKey.LOG);
    }

    static SigningKey generate(Origin name, byte kind) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(VerifierKey.of(name, kind, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519, this one has not. Use another JDK 25.", e);
        }
    }

    /** Reads the two lines that {@link #secretLine()} and {@link VerifierKey#line()} wrote and checks that they are a pair. */
    public static SigningKey parse(String secretLine, String verifierLine) {
        return parse(secretLine, VerifierKey.parse(verifierLine));
    }

    static SigningKey parse(String secretLine, VerifierKey verifier) {
        String head = HEAD + verifier + "+";
        if (!secretLine.startsWith(head)) {
            throw unpaired(verifier, null);
        }
        try {
            byte[] typed = StrictBase64.decode(secretLine.substring(head.length()));
            byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(VerifierKey.concat(PKCS8_PREFIX, seed)));
            SigningKey pair = new SigningKey(verifier, key);
            byte[] probe = "probe\n".getBytes(StandardCharsets.UTF_8);
            if (!verifier.verify(probe, pair.sign(probe))) {
                throw unpaired(verifier, null);
            }
            return pair;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unpaired(verifier, e);
        }
    }

    private static IllegalArgumentException unpaired(VerifierKey verifier, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The stored private key does not belong to %s; both halves must come from one pair. Restore both files from the backup."
                        .formatted(verifier),
                cause);
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The private key as Go's note tools store it: keep it where only its owner reads. */
    public String secretLine() {
        byte[] encoded = key.getEncoded();
        byte[] seed = Arrays.copyOfRange(encoded, PKCS8_PREFIX.length, encoded.length);
        return HEAD + verifier + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.concat(new byte[] {verifier.kind()}, seed));
    }

    /** Key id and signature over the text, as a signed note carries them. */
    byte[] noteSignature(byte[] text) {
        return VerifierKey.concat(ByteBuffer.allocate(4).putInt(verifier.id()).array(), sign(text));
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The JDK could not sign with Ed25519; any JDK 25 can. Restore the log's key from the backup.", e);
        }
    }
}
