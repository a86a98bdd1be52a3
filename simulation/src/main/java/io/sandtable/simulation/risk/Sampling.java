package io.sandtable.simulation.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Asks a function at points, by several threads at once; answers come in the order of the points. */
public final class Sampling {
    /** Points that a thread takes at a time. */
    private static final int PORTION = 8;

    private Sampling() {}

    /**
     * A function at the points of a sample, from {@code from} to {@code to}; interrupting the calling thread cancels it.
     *
     * @param function must give the same for the same point, on any thread
     */
    public static <T> List<T> of(Function<double[], T> function, Points.Source points, int from, int to, int threads)
            throws InterruptedException {
        return inParallel(n -> function.apply(points.at(n)), from, to, threads);
    }

    static <T> List<T> inParallel(IntFunction<T> work, int from, int to, int threads) throws InterruptedException {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A sample was given %d threads; it needs at least 1. 2 is usual.".formatted(threads));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                var portions = new ArrayList<Callable<List<T>>>();
                int portion = Math.clamp((to - from) / (4L * threads), 1, PORTION);
                for (int start = from; start < to; start += portion) {
                    int first = start;
                    int end = Math.min(to, start + portion);
                    portions.add(() -> portion(work, first, end));
                }
                var all = new ArrayList<T>();
                for (Future<List<T>> future : pool.invokeAll(portions)) {
                    all.addAll(future.get());
                }
                return all;
            } catch (ExecutionException e) {
                throw rethrown(e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static <T> List<T> portion(IntFunction<T> work, int from, int to) throws InterruptedException {
        var answers = new ArrayList<T>();
        for (int n = from; n < to; n++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("A sample was cancelled.");
            }
            answers.add(work.apply(n));
        }
        return answers;
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException fault) {
            return fault;
        }
        return new IllegalStateException(
                "One run of a sample failed; every run should end with an answer. See the cause.", e);
    }
}
