package io.sandtable.simulation.sensitivity.global;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks on a number of threads; the results come in the order of the tasks, whatever the number. */
public final class InParallel {
    private InParallel() {}

    /**
     * The results of all tasks. Interrupting the calling thread cancels those not begun and interrupts the others.
     *
     * @throws IllegalStateException with the cause where a task failed with a checked exception; unchecked ones are thrown as they are
     */
    public static <T> List<T> of(int threads, List<? extends Callable<T>> tasks) throws InterruptedException {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A sweep was given %d threads; it needs at least 1. 2 is usual.".formatted(threads));
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            try {
                var values = new ArrayList<T>();
                for (Future<T> future : pool.invokeAll(tasks)) {
                    values.add(future.get());
                }
                return values;
            } catch (ExecutionException e) {
                throw rethrown(e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException fault) {
            return fault;
        }
        return new IllegalStateException(
                "One run of a sweep failed; every run should end with a figure. See the cause.", e);
    }
}
