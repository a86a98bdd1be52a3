package io.sandtable.audit.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What tiles and entry bundles look like as bytes. */
public final class TileBytes {
    /** Largest entry in bytes: its length is written in 16 bits. */
    public static final int MOST_ENTRY_BYTES = 0xFFFF;

    private TileBytes() {}

    public static byte[] ofHashes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).shared(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    /** The hashes of a tile; a cut-off tail is left out, so that the caller sees how many are whole. */
    public static List<Hash> hashes(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>(bytes.length / Hash.BYTES);
        for (int at = 0; at + Hash.BYTES <= bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.fromBytes(bytes, at));
        }
        return hashes;
    }

    /** Throws when the entry is too long for the format. */
    public static void requireEntry(byte[] entry) {
        if (entry.length > MOST_ENTRY_BYTES) {
            throw new IllegalArgumentException(
                    "A record of %d bytes was to be logged; the log's format takes at most %d. Put the large part into the archive and its hash into the record."
                            .formatted(entry.length, MOST_ENTRY_BYTES));
        }
    }

    public static byte[] ofEntries(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            requireEntry(entry);
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** The entries of a bundle up to the first that is cut off. */
    public static List<byte[]> entries(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at + 2 <= bytes.length) {
            int end = at + 2 + (((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF));
            if (end > bytes.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, end));
            at = end;
        }
        return entries;
    }

    /** Bytes that the encoding of these entries takes. */
    public static int encodedLength(List<byte[]> entries) {
        return entries.stream().mapToInt(entry -> 2 + entry.length).sum();
    }
}
