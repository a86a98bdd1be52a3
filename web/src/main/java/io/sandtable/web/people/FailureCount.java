package io.sandtable.web.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failures per key; a key with too many within a window is locked for a while. The newest 10,000 keys are kept. Tries under way are
 * counted apart: they have not failed.
 */
final class FailureCount {
    private static final int KEYS = 10_000;

    private final int limit;
    private final Duration window;
    private final Duration lockTime;
    private final Map<String, Failures> byKey = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEYS;
        }
    };

    private final Map<String, Integer> underWay = new HashMap<>();

    FailureCount(int limit, Duration window, Duration lockTime) {
        this.limit = limit;
        this.window = window;
        this.lockTime = lockTime;
    }

    boolean isLocked(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures != null && failures.lockedUntil != null && now.isBefore(failures.lockedUntil);
    }

    void add(String key, Instant now) {
        Failures failures = byKey.computeIfAbsent(key, k -> new Failures());
        failures.times.removeIf(time -> !time.isAfter(now.minus(window)));
        failures.times.addLast(now);
        if (failures.times.size() >= limit) {
            failures.lockedUntil = now.plus(lockTime);
        }
    }

    /** Whether one more try could fail without more than the limit failing; one alone always may. */
    boolean hasRoom(String key, Instant now) {
        int trying = underWay.getOrDefault(key, 0);
        return trying == 0 || recent(key, now) + trying < limit;
    }

    private long recent(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures == null
                ? 0
                : failures.times.stream()
                        .filter(time -> time.isAfter(now.minus(window)))
                        .count();
    }

    void begin(String key) {
        underWay.merge(key, 1, Integer::sum);
    }

    void end(String key) {
        underWay.computeIfPresent(key, (k, trying) -> trying == 1 ? null : trying - 1);
    }

    void forget(String key) {
        byKey.remove(key);
    }

    private static final class Failures {
        private final Deque<Instant> times = new ArrayDeque<>();
        private @Nullable Instant lockedUntil;
    }
}
