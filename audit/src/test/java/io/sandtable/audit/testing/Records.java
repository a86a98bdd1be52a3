package io.sandtable.audit.testing;

import io.sandtable.audit.canonical.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small canonical records. */
public final class Records {
    private Records() {}

    public static byte[] record(int n) {
        return CanonicalJson.of(Map.of("kind", "note", "n", n, "text", "第 %d 条".formatted(n)));
    }

    public static List<byte[]> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(Records::record).toList();
    }
}
