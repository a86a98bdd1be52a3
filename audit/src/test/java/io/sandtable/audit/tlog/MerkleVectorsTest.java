package io.sandtable.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleVectorsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyPublishedInclusionVector_isJudgedAsPublished() throws IOException {
        List<Path> vectors = vectors("inclusion");

        for (Path file : vectors) {
            JsonNode vector = JSON.readTree(Files.readAllBytes(file));
            assertThat(includes(vector))
                    .as(file.toString())
                    .isEqualTo(!vector.get("wantErr").booleanValue());
        }
        assertThat(vectors).hasSize(98);
    }

    @Test
    void everyPublishedConsistencyVector_isJudgedAsPublished() throws IOException {
        List<Path> vectors = vectors("consistency");

        for (Path file : vectors) {
            JsonNode vector = JSON.readTree(Files.readAllBytes(file));
            assertThat(consistent(vector))
                    .as(file.toString())
                    .isEqualTo(!vector.get("wantErr").booleanValue());
        }
        assertThat(vectors).hasSize(98);
    }

    private static boolean includes(JsonNode vector) {
        try {
            return Merkle.includes(
                    number(vector, "leafIdx"),
                    number(vector, "treeSize"),
                    Hash.fromBase64(vector.get("leafHash").stringValue()),
                    proof(vector),
                    Hash.fromBase64(vector.get("root").stringValue()));
        } catch (IllegalArgumentException notAHash) {
            // some vectors carry an empty or odd-sized "hash": our type does not let one exist
            return false;
        }
    }

    private static boolean consistent(JsonNode vector) {
        try {
            return Merkle.consistent(
                    number(vector, "size1"),
                    number(vector, "size2"),
                    standIn(vector.get("root1").stringValue()),
                    standIn(vector.get("root2").stringValue()),
                    proof(vector));
        } catch (IllegalArgumentException notAHash) {
            return false;
        }
    }

    /** Roots like "don't care 2" are no hashes; the hash of such a text keeps what matters, equal or different. */
    private static Hash standIn(String root) {
        try {
            return Hash.fromBase64(root);
        } catch (IllegalArgumentException notAHash) {
            return Hash.of(root.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long number(JsonNode vector, String field) {
        return Long.parseUnsignedLong(vector.get(field).asString());
    }

    private static List<Hash> proof(JsonNode vector) {
        return vector.get("proof")
                .valueStream()
                .map(hash -> Hash.fromBase64(hash.stringValue()))
                .toList();
    }

    private static List<Path> vectors(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.folder("audit/rfc6962").resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
