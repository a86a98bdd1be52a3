package io.sandtable.simulation.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The last few of something that is made from a key alone, so that it is not made again; not for several threads.
 *
 * @param <K> equal where it would be made equal
 */
public final class Kept<K, V> {
    private final Map<K, V> last;

    /** @param most how many are kept */
    public Kept(int most) {
        last = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The one of that key, made now where it is not kept. */
    public V get(K key, Supplier<V> make) {
        V known = last.get(key);
        if (known == null) {
            known = make.get();
            last.put(key, known);
        }
        return known;
    }
}
