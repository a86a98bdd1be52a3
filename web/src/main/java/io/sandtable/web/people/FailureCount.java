package io.sandtable.web.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Failures per key; a key with too many within a window is locked for a while. The newest 10,000 keys are kept. */
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

    /** Takes the newest failure of a key back: it was none. */
    void undo(String key) {
        Failures failures = byKey.get(key);
        if (failures != null) {
            failures.times.pollLast();
            failures.lockedUntil = null;
        }
    }

    void forget(String key) {
        byKey.remove(key);
    }

    private static final class Failures {
        private final Deque<Instant> times = new ArrayDeque<>();
        private @Nullable Instant lockedUntil;
    }
}
