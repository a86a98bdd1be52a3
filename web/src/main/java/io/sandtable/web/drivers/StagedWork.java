package io.sandtable.web.drivers;

import io.sandtable.web.inquiry.InquiryRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Studies that take their time: each is worked out when somebody asks for it, one after the other beside the requests, shows what it has so
 * far, can be stopped and gone on with, and is kept.
 */
final class StagedWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StagedWork.class);
    private static final int MOST_WAITING = 8;
    private static final int MOST_KEPT = 96;

    private final Bench bench;
    private final ThreadPoolExecutor worker;
    private final Map<Study<?>, Job<?>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Study<?>, Job<?>> eldest) {
            return size() > MOST_KEPT && eldest.getValue().isAtRest();
        }
    };

    /** @param name of its thread */
    StagedWork(String name, Bench bench) {
        this.bench = bench;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Where a study stands. */
    enum State {
        WAITING,
        RUNNING,
        STOPPED,
        DONE
    }

    /** What a study tells while it is worked on. */
    interface Teller<R> {
        void found(R soFar);

        /** So many runs of so many that this stage has. */
        void runs(int done, int of);
    }

    /**
     * A study as it stands.
     *
     * @param found the whole result, or what there is so far; null at first
     * @param stage how often something was found: who shows an earlier one shows something old
     */
    record Standing<R>(State state, @Nullable R found, int stage, int done, int of) {
        Optional<R> result() {
            return Optional.ofNullable(found);
        }

        boolean isUnderWay() {
            return state == State.WAITING || state == State.RUNNING;
        }
    }

    /** How the study stands, where anybody has asked for it. */
    <R> Optional<Standing<R>> find(Study<R> study) {
        synchronized (known) {
            return job(study).map(Job::standing);
        }
    }

    /**
     * The same; where nobody has asked yet it begins. Refused where too many wait. What went wrong is told to whoever asks next, and begun
     * again when somebody asks after that.
     */
    <R> Standing<R> findOrBegin(Study<R> study) {
        synchronized (known) {
            Job<R> begun = job(study).orElse(null);
            if (begun == null) {
                begun = begin(new Job<>(study));
            }
            RuntimeException fault = begun.fault;
            if (fault != null) {
                known.remove(study);
                throw new IllegalStateException("The study could not be worked out; ask again.", fault);
            }
            return begun.standing();
        }
    }

    /** Ends the work on it; what was found stays. */
    void stop(Study<?> study) {
        synchronized (known) {
            job(study).ifPresent(Job::stop);
        }
    }

    /** Takes a stopped study up where it was left. */
    <R> void goOn(Study<R> study) {
        synchronized (known) {
            job(study).filter(job -> job.state == State.STOPPED).ifPresent(job -> begin(job.again()));
        }
    }

    @SuppressWarnings("unchecked")
    private <R> Optional<Job<R>> job(Study<R> study) {
        return Optional.ofNullable((Job<R>) known.get(study));
    }

    private <R> Job<R> begin(Job<R> job) {
        try {
            job.future = worker.submit(job);
        } catch (RejectedExecutionException e) {
            throw new InquiryRefused(InquiryRefused.Code.QUEUE_FULL, Integer.toString(MOST_WAITING));
        }
        known.put(job.study, job);
        return job;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /** One study at work. */
    private final class Job<R> implements Runnable, Teller<R> {
        private final Study<R> study;
        private volatile State state = State.WAITING;
        private volatile @Nullable R found;
        private volatile int stage;
        private volatile int done;
        private volatile int of;
        private volatile @Nullable RuntimeException fault;
        private volatile @Nullable Future<?> future;

        Job(Study<R> study) {
            this.study = study;
        }

        Job<R> again() {
            var next = new Job<>(study);
            next.found = found;
            next.stage = stage;
            return next;
        }

        Standing<R> standing() {
            return new Standing<>(state, found, stage, done, of);
        }

        boolean isAtRest() {
            return state == State.STOPPED || state == State.DONE;
        }

        synchronized void stop() {
            if (!isAtRest()) {
                state = State.STOPPED;
                Future<?> running = future;
                if (running != null) {
                    running.cancel(true);
                }
            }
        }

        @Override
        public void run() {
            synchronized (this) {
                if (state == State.STOPPED) {
                    return;
                }
                state = State.RUNNING;
            }
            try {
                R all = study.workOut(bench, this);
                end(all);
            } catch (InterruptedException e) {
                end(null);
            } catch (RuntimeException e) {
                // what breaks because it was stopped is no fault
                if (state != State.STOPPED) {
                    LOG.warn("A study could not be worked out: {}", study, e);
                    fault = e;
                    state = State.STOPPED;
                }
            }
        }

        private synchronized void end(@Nullable R all) {
            if (all != null) {
                found(all);
            }
            state = all == null ? State.STOPPED : State.DONE;
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // only the working thread writes it
        public void found(R soFar) {
            found = soFar;
            stage = stage + 1;
        }

        @Override
        public void runs(int runs, int most) {
            done = runs;
            of = most;
        }
    }
}
