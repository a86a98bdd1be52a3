package io.sandtable.web.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting in tests for what happens in the background. */
public final class Patience {
    private Patience() {}

    /** Looks again and again; false where it did not come true in that time. */
    public static boolean until(Duration atMost, BooleanSupplier reached) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (reached.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return reached.getAsBoolean();
    }
}
