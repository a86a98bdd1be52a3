package io.sandtable.web.inquiry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Results that take seconds: each is worked out when somebody asks for it, one after the other beside the requests, and kept.
 *
 * @param <K> says which result it is, and so from which data
 */
public final class WorkAside<K, V> implements AutoCloseable {
    private static final int MOST_WAITING = 8;
    private static final int MOST_KEPT = 64;

    private final String name;
    private final ThreadPoolExecutor worker;
    private final Map<K, CompletableFuture<V>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param name what is worked out, for threads and messages */
    public WorkAside(String name) {
        this.name = name;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** The result, where it is known already. */
    public Optional<V> find(K key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key))
                    .filter(f -> f.isDone() && !f.isCompletedExceptionally())
                    .map(CompletableFuture::join);
        }
    }

    /**
     * The same; where it is not known it begins to work it out. Refused where too many wait. What went wrong is told to whoever asks next,
     * and begun again when somebody asks after that.
     */
    public Optional<V> findOrBegin(K key, Supplier<V> work) {
        Optional<V> found = find(key);
        if (found.isPresent()) {
            return found;
        }
        synchronized (known) {
            CompletableFuture<V> begun = known.get(key);
            if (begun != null && begun.isCompletedExceptionally()) {
                known.remove(key);
                throw fault(begun);
            }
            if (begun == null) {
                known.put(key, begin(work));
            }
        }
        return Optional.empty();
    }

    private CompletableFuture<V> begin(Supplier<V> work) {
        try {
            return CompletableFuture.supplyAsync(work, worker);
        } catch (RejectedExecutionException e) {
            throw new InquiryRefused(InquiryRefused.Code.QUEUE_FULL, Integer.toString(MOST_WAITING));
        }
    }

    private RuntimeException fault(CompletableFuture<V> failed) {
        try {
            failed.join();
            throw new IllegalStateException("%s ended without a result or a cause; ask again.".formatted(name));
        } catch (CompletionException e) {
            return new IllegalStateException("%s could not be worked out; ask again.".formatted(name), e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
