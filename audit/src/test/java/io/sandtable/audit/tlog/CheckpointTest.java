package io.sandtable.audit.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final Origin ORIGIN = new Origin("example.com/log");

    /** Key pair and note published with Go's golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETER_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void noteSignedByAnotherImplementation_verifies() {
        VerifierKey key = VerifierKey.parse(PETER);
        SignedNote note = SignedNote.parse(PETER_NOTE.getBytes(UTF_8));

        assertThat(note.signedBy(key)).isTrue();
        assertThat(SignedNote.parse(PETER_NOTE.replace("your", "my").getBytes(UTF_8))
                        .signedBy(key))
                .isFalse();
        assertThat(key).hasToString("PeterNeumann+c74f20a3");
    }

    @Test
    void checkpoint_readsBackWithItsOwnKeyOnly() {
        SigningKey key = SigningKey.generate(ORIGIN);
        Checkpoint signed = Checkpoint.sign(7, Hash.of(new byte[] {1}), key);

        Checkpoint read = Checkpoint.parse(signed.bytes()).requireSignedBy(key.verifier());

        assertThat(read.size()).isEqualTo(7);
        assertThat(read.root()).isEqualTo(signed.root());
        assertThat(read.toString()).startsWith("example.com/log\n7\n").contains("\n\n— example.com/log ");
        assertThatThrownBy(
                        () -> read.requireSignedBy(SigningKey.generate(ORIGIN).verifier()))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("no valid signature");
    }

    @Test
    void keyPair_survivesStorageAndRefusesAStrangersHalf() {
        SigningKey key = SigningKey.generate(ORIGIN);
        SigningKey stranger = SigningKey.generate(ORIGIN);

        SigningKey read = SigningKey.parse(key.secretLine(), key.verifier().line());

        assertThat(read.verifier()).isEqualTo(key.verifier());
        assertThatThrownBy(() ->
                        SigningKey.parse(stranger.secretLine(), key.verifier().line()))
                .hasMessageContaining("does not belong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "plus+plus", "tab\there", "wide　space"})
    void originsThatTheFormatForbids_areRefused(String name) {
        assertThatThrownBy(() -> new Origin(name)).hasMessageContaining("one word");
    }
}
