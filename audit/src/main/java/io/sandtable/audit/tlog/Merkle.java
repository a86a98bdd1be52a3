package io.sandtable.audit.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RFC 6962 tree hashing: leaves and nodes have different prefixes, so neither can pose as the other. */
public final class Merkle {
    /** The root of a tree without leaves. */
    public static final Hash EMPTY_ROOT = Hash.of(new byte[0]);

    private Merkle() {}

    public static Hash leafHash(byte[] entry) {
        return Hash.digest(0x00, entry);
    }

    public static Hash nodeHash(Hash left, Hash right) {
        return Hash.digest(0x01, left.shared(), right.shared());
    }

    /** The tree head over these hashes, taken as leaves or as the roots of full subtrees of one height. */
    public static Hash root(List<Hash> hashes) {
        return peaks(hashes).stream()
                .reduce((right, left) -> nodeHash(left, right))
                .orElse(EMPTY_ROOT);
    }

    /** The roots of the full subtrees that these hashes fall into, smallest (rightmost) first. */
    public static List<Hash> peaks(List<Hash> hashes) {
        List<Hash> peaks = new ArrayList<>();
        int end = hashes.size();
        for (int width = 1; end > 0; width <<= 1) {
            if ((end & width) != 0) {
                peaks.add(full(hashes.subList(end - width, end)));
                end -= width;
            }
        }
        return peaks;
    }

    private static Hash full(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(nodeHash(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    /** True when the leaf stands at this index of the tree of {@code size} leaves with this root. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                // a rightmost node without a sibling moves up unhashed
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * True when the tree of {@code newSize} leaves begins with the tree of {@code oldSize} leaves. An empty old tree is
     * consistent with anything and therefore proves nothing: it is refused.
     */
    public static boolean consistent(long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
        if (oldSize <= 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        // a full old tree is itself the first node of the path and is left out of the proof
        boolean oldTreeIsFull = Long.bitCount(oldSize) == 1;
        if (proof.isEmpty()) {
            return false;
        }
        Hash first = oldTreeIsFull ? oldRoot : proof.getFirst();
        List<Hash> path = oldTreeIsFull ? proof : proof.subList(1, proof.size());
        long node = oldSize - 1;
        long last = newSize - 1;
        int full = Long.numberOfTrailingZeros(~node);
        node >>= full;
        last >>= full;
        Hash oldHash = first;
        Hash newHash = first;
        for (Hash step : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = nodeHash(step, oldHash);
                newHash = nodeHash(step, newHash);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                newHash = nodeHash(newHash, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }

    /** The proof that a leaf is in the tree: the sibling hashes from the leaf up to below the root. */
    public static List<Hash> inclusionProof(long index, long size, FullSubtrees subtrees) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "Index %d was asked of a log of %d entries; indexes run from 0 to %d. Ask for one of these."
                            .formatted(index, size, size - 1));
        }
        return path(index, 0, size, subtrees);
    }

    /** The proof that a newer tree only appended to an older one. */
    public static List<Hash> consistencyProof(long oldSize, long newSize, FullSubtrees subtrees) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException(
                    "Consistency was asked between sizes %d and %d; the older size lies between 1 and the newer one. Give two sizes of this log."
                            .formatted(oldSize, newSize));
        }
        return oldSize == newSize ? List.of() : extension(oldSize, 0, newSize, true, subtrees);
    }

    private static List<Hash> path(long index, long start, long end, FullSubtrees subtrees) {
        if (end - start == 1) {
            return new ArrayList<>();
        }
        long middle = start + Long.highestOneBit(end - start - 1);
        boolean left = index < middle;
        List<Hash> path = left ? path(index, start, middle, subtrees) : path(index, middle, end, subtrees);
        path.add(left ? subtree(middle, end, subtrees) : subtree(start, middle, subtrees));
        return path;
    }

    private static List<Hash> extension(long old, long start, long end, boolean known, FullSubtrees subtrees) {
        if (old == end) {
            List<Hash> proof = new ArrayList<>();
            if (!known) {
                proof.add(subtree(start, end, subtrees));
            }
            return proof;
        }
        long middle = start + Long.highestOneBit(end - start - 1);
        boolean left = old <= middle;
        List<Hash> proof =
                left ? extension(old, start, middle, known, subtrees) : extension(old, middle, end, false, subtrees);
        proof.add(left ? subtree(middle, end, subtrees) : subtree(start, middle, subtrees));
        return proof;
    }

    private static Hash subtree(long start, long end, FullSubtrees subtrees) {
        long size = end - start;
        if (Long.bitCount(size) == 1) {
            return subtrees.get(Long.numberOfTrailingZeros(size), start / size);
        }
        long middle = start + Long.highestOneBit(size);
        return nodeHash(subtree(start, middle, subtrees), subtree(middle, end, subtrees));
    }

    /** Where proofs take the hashes of full subtrees from. */
    @FunctionalInterface
    public interface FullSubtrees {
        /** The root of the {@code index}-th subtree of {@code 2^height} leaves. */
        Hash get(int height, long index);
    }

    /** A growing tree that keeps only the roots of its full subtrees. */
    public static final class Builder {
        private final List<Hash> peaks = new ArrayList<>();
        private long size;

        public void add(Hash leaf) {
            Hash hash = leaf;
            for (long carry = size; (carry & 1) == 1; carry >>= 1) {
                hash = nodeHash(peaks.removeLast(), hash);
            }
            peaks.add(hash);
            size++;
        }

        /** A tree that begins with this one and grows by itself. */
        public Builder copy() {
            Builder copy = new Builder();
            copy.peaks.addAll(peaks);
            copy.size = size;
            return copy;
        }

        public long size() {
            return size;
        }

        public Hash root() {
            Optional<Hash> root = peaks.reversed().stream().reduce((right, left) -> nodeHash(left, right));
            return root.orElse(EMPTY_ROOT);
        }
    }
}
