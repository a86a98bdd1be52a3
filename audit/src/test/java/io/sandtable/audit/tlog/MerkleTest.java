package io.sandtable.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static final List<Hash> LEAVES = IntStream.range(0, 70)
            .mapToObj(i -> Merkle.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void hashes_areThoseOfTheRfcsKnownTree() {
        assertThat(Merkle.EMPTY_ROOT.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Merkle.leafHash(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void builder_agreesWithTheRecursiveDefinitionAtEverySize() {
        Merkle.Builder builder = new Merkle.Builder();
        for (int size = 1; size <= LEAVES.size(); size++) {
            builder.add(LEAVES.get(size - 1));

            assertThat(builder.root()).isEqualTo(definition(LEAVES.subList(0, size)));
            assertThat(Merkle.root(LEAVES.subList(0, size))).isEqualTo(builder.root());
        }
    }

    @Test
    void everyInclusionProof_provesItsLeafAndNoOther() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            Hash root = Merkle.root(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<Hash> proof = Merkle.inclusionProof(index, size, MerkleTest::subtree);

                assertThat(Merkle.includes(index, size, LEAVES.get(index), proof, root))
                        .isTrue();
                int other = (index + 1) % size;
                if (size > 1) {
                    assertThat(Merkle.includes(index, size, LEAVES.get(other), proof, root))
                            .isFalse();
                    assertThat(Merkle.includes(other, size, LEAVES.get(index), proof, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProof_holdsAndFailsOnceAHashIsExchanged() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            for (int old = 1; old <= size; old++) {
                Hash oldRoot = Merkle.root(LEAVES.subList(0, old));
                Hash root = Merkle.root(LEAVES.subList(0, size));
                List<Hash> proof = Merkle.consistencyProof(old, size, MerkleTest::subtree);

                assertThat(Merkle.consistent(old, size, oldRoot, root, proof)).isTrue();
                for (int i = 0; i < proof.size(); i++) {
                    List<Hash> forged = new ArrayList<>(proof);
                    forged.set(i, Hash.of(proof.get(i).bytes()));
                    assertThat(Merkle.consistent(old, size, oldRoot, root, forged))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void emptyTree_provesNothingAndIsRefused() {
        assertThat(Merkle.consistent(0, 5, Merkle.EMPTY_ROOT, LEAVES.getFirst(), List.of()))
                .isFalse();
        assertThatThrownBy(() -> Merkle.consistencyProof(0, 5, MerkleTest::subtree))
                .hasMessageContaining("0 and 5");
    }

    @Test
    void tilePaths_followThePublishedExamples() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(Tile.ENTRIES, 0, 12).path()).isEqualTo("tile/entries/000.p/12");
        assertThat(Tile.onLevel(0, 70_000)).hasSize(274).last().isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.onLevel(1, 70_000)).hasSize(2).last().isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.onLevel(2, 70_000)).containsExactly(new Tile(2, 0, 1));
        assertThat(Tile.edge(0, 256)).isEmpty();
        assertThat(Tile.edge(1, 256)).contains(new Tile(1, 0, 1));
    }

    private static Hash subtree(int height, long index) {
        int width = 1 << height;
        return definition(LEAVES.subList((int) index * width, (int) (index + 1) * width));
    }

    private static Hash definition(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.nodeHash(definition(leaves.subList(0, split)), definition(leaves.subList(split, leaves.size())));
    }
}
