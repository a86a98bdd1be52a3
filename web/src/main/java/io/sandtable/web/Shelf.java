package io.sandtable.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last few of some things that take long to make and never change. */
public final class Shelf<K, V> {
    private final Map<K, Once<V>> kept;

    public Shelf(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Once<V>> eldest) {
                return size() > most;
            }
        };
    }

    public V get(K key, Supplier<V> make) {
        Once<V> once;
        synchronized (kept) {
            once = kept.computeIfAbsent(key, k -> new Once<>());
        }
        return once.get(make);
    }
}
