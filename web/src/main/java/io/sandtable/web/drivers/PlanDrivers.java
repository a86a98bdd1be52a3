package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.inquiry.InquiryRefused;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The drivers of plans: an answer brings those of its recommended plan, any other plan's are worked out when somebody asks, one after
 * the other beside the requests, and kept.
 */
@Component
@Profile("service")
public class PlanDrivers {
    private static final int MOST_WAITING = 8;
    private static final int MOST_KEPT = 64;

    private final PlanSearch search;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("drivers").daemon().factory());
    private final Map<Key, CompletableFuture<Tornado>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Tornado>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    PlanDrivers(PlanSearch search) {
        this.search = search;
    }

    /** The plan's id says what it is, the inquiry which data and conditions its drivers move. */
    private record Key(String inquiryId, String planId) {}

    /** The plan's drivers, where they are known already. */
    public Optional<Tornado> find(String inquiryId, Answer answer, Alternative plan) {
        if (plan == answer.recommended()) {
            return Optional.of(answer.tornado());
        }
        synchronized (known) {
            return Optional.ofNullable(known.get(new Key(inquiryId, plan.id())))
                    .filter(f -> f.isDone() && !f.isCompletedExceptionally())
                    .map(CompletableFuture::join);
        }
    }

    /** The same; where they are not known it begins to work them out. Refused where too many wait. */
    public Optional<Tornado> findOrBegin(String inquiryId, Answer answer, Alternative plan) {
        Optional<Tornado> found = find(inquiryId, answer, plan);
        if (found.isPresent()) {
            return found;
        }
        var key = new Key(inquiryId, plan.id());
        synchronized (known) {
            CompletableFuture<Tornado> begun = known.get(key);
            if (begun != null && begun.isCompletedExceptionally()) {
                known.remove(key);
                throw fault(begun);
            }
            if (begun == null) {
                known.put(key, begin(answer, plan));
            }
        }
        return Optional.empty();
    }

    private CompletableFuture<Tornado> begin(Answer answer, Alternative plan) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> search.tornado(answer.scenario(), answer.problem(), plan), worker);
        } catch (RejectedExecutionException e) {
            throw new InquiryRefused(InquiryRefused.Code.QUEUE_FULL, Integer.toString(MOST_WAITING));
        }
    }

    private static RuntimeException fault(CompletableFuture<Tornado> failed) {
        try {
            failed.join();
            throw new IllegalStateException("Drivers ended without a result or a cause; ask for them again.");
        } catch (CompletionException e) {
            return new IllegalStateException("The drivers of a plan could not be worked out; ask for them again.", e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
