package io.sandtable.web.inquiry;

import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.RateUnknown;
import io.sandtable.store.GraphUnavailable;
import io.sandtable.web.Faults;
import io.sandtable.web.inquiry.Inquiry.Problem;
import io.sandtable.web.inquiry.Inquiry.State;
import io.sandtable.web.settings.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs confirmed inquiries one after the other: a search takes all the cores it is given, two at a time would only make both late. What
 * waits or runs when the service stops is run again by the next start, but not for ever: a run that brings the service down each time
 * would never let it be.
 */
@Component
@Profile("service")
public class RunQueue implements SmartLifecycle {
    /** A run that was under way at so many ends of the service, one after the other, is not begun once more. */
    static final int MOST_INTERRUPTIONS = 3;

    /** Between two tries to write how a run ended, while the database cannot be written. */
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10));

    private final Inquiries inquiries;
    private final Planning planning;
    private final Faults faults;
    private final List<Duration> patience;
    private final ThreadPoolExecutor worker;
    private final Map<String, LiveRun> live = new ConcurrentHashMap<>();
    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean stopping;

    @Autowired
    RunQueue(Inquiries inquiries, Planning planning, Faults faults, RunSettings settings) {
        this(inquiries, planning, faults, settings, PATIENCE);
    }

    RunQueue(Inquiries inquiries, Planning planning, Faults faults, RunSettings settings, List<Duration> patience) {
        this.inquiries = inquiries;
        this.planning = planning;
        this.faults = faults;
        this.patience = List.copyOf(patience);
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("run").factory());
    }

    /** Queues a run; refused where too many wait already. */
    synchronized Inquiry submit(Inquiry inquiry, String by) {
        Inquiry queued = inquiry.confirmed(by, inquiries.after(inquiry));
        inquiries.change(inquiry, queued);
        inquiries.runQueued(queued.id(), by);
        try {
            start(queued);
        } catch (RejectedExecutionException e) {
            inquiries.runEnded(queued.id(), "refused");
            inquiries.change(queued, inquiry.with(State.DRAFT, inquiries.after(queued)));
            throw new InquiryRefused(
                    InquiryRefused.Code.QUEUE_FULL,
                    Integer.toString(worker.getQueue().size()));
        }
        return queued;
    }

    private void start(Inquiry queued) {
        var run = new LiveRun(queued.id(), queued.changedAt());
        live.put(queued.id(), run);
        Runnable task = () -> run(queued, run);
        waiting.put(queued.id(), task);
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            waiting.remove(queued.id());
            live.remove(queued.id());
            throw e;
        }
    }

    /** The run of an inquiry that waits or is under way. */
    public Optional<LiveRun> findRun(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /** How many wait before this one, in the order they will run; 0 where it is next or under way. */
    public int waitingBefore(String id) {
        Runnable task = waiting.get(id);
        return task == null ? 0 : Math.max(0, List.copyOf(worker.getQueue()).indexOf(task));
    }

    /** Ends a run without plans; its conditions stay. Does nothing where it has ended by itself. */
    public void cancel(String id) {
        Optional<LiveRun> run = findRun(id);
        if (run.isEmpty()) {
            cancelWithoutRun(id);
            return;
        }
        run.get().cancel();
        Runnable task = waiting.remove(id);
        if (task != null && worker.getQueue().remove(task)) {
            // it need not wait for its turn to be told
            task.run();
        }
    }

    /** What is pending though nothing runs: how its run ended could not be written, or the service has just started. */
    private synchronized void cancelWithoutRun(String id) {
        if (!live.containsKey(id)) {
            write(id, Ending.CANCELLED);
        }
    }

    /** Ends the search and goes on with what it has found. */
    public void acceptBest(String id) {
        findRun(id).ifPresent(LiveRun::acceptBest);
    }

    private void run(Inquiry queued, LiveRun run) {
        waiting.remove(queued.id());
        try {
            end(queued.id(), outcome(queued, run), run);
        } catch (Stopping e) {
            // stays as it is in the database: the next start goes on with it
        } finally {
            live.remove(queued.id(), run);
        }
    }

    /** How it ended, whatever happened: running out of memory or of stack is an end like any other. */
    private Ending outcome(Inquiry queued, LiveRun run) {
        try {
            mayGoOn(run);
            Inquiry begun = queued.with(State.RUNNING, inquiries.after(queued));
            inquiries.change(queued, begun);
            inquiries.runStarted(queued.id());
            run.state(State.RUNNING);
            run.begins("snapshot");
            long revision = planning.plan(begun, run, () -> mayGoOn(run), () -> run.isEnough() || stopping);
            return new Ending(State.DONE, "done", revision, null);
        } catch (Cancelled e) {
            return Ending.CANCELLED;
        } catch (Stopping e) {
            throw e;
        } catch (ConditionRefused e) {
            var why = new Problem("refused." + e.code(), e.arguments());
            return new Ending(State.REFUSED, "refused", null, why);
        } catch (InterventionRefused e) {
            var why = new Problem("refused." + e.code(), e.arguments());
            return new Ending(State.REFUSED, "refused", null, why);
        } catch (RateUnknown e) {
            return new Ending(
                    State.REFUSED, "refused", null, new Problem("refused." + RateUnknown.CODE, e.arguments()));
        } catch (GraphUnavailable e) {
            return Ending.failed(new Problem("problem.GRAPH_UNAVAILABLE", List.of(faults.note(e))));
        } catch (Throwable e) {
            return Ending.failed(new Problem("problem.RUN_FAILED", List.of(faults.note(e))));
        }
    }

    /** Writes the end, again and again for a while; where even that does not help, a person can still cancel what nobody runs. */
    private void end(String id, Ending ending, LiveRun run) {
        State state = ending.state();
        for (int tries = 0; ; tries++) {
            try {
                state = write(id, ending);
                break;
            } catch (RuntimeException | Error e) {
                if (tries == patience.size() || !pause(patience.get(tries))) {
                    faults.note(e);
                    break;
                }
            }
        }
        live.remove(id, run);
        run.state(state);
    }

    private static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Keeps the end of what is pending, and says what is kept now; who deleted it under us has nobody left who could read the plans. */
    private State write(String id, Ending ending) {
        Optional<Inquiry> now = inquiries.findInquiry(id);
        if (now.isEmpty()) {
            return State.CANCELLED;
        }
        if (!now.get().state().isPending()) {
            return now.get().state();
        }
        inquiries.end(now.get(), ending.of(now.get(), inquiries), ending.because());
        return ending.state();
    }

    /**
     * How a run ends.
     *
     * @param revision that its plans rest on; null without plans
     * @param problem why it has none, null otherwise
     */
    private record Ending(
            State state,
            String because,
            @Nullable Long revision,
            @Nullable Problem problem) {
        static final Ending CANCELLED = new Ending(State.CANCELLED, "cancelled", null, null);

        static Ending failed(Problem why) {
            return new Ending(State.FAILED, "failed", null, why);
        }

        Inquiry of(Inquiry inquiry, Inquiries inquiries) {
            return revision == null
                    ? inquiry.ended(state, problem, inquiries.after(inquiry))
                    : inquiry.answered(revision, inquiries.after(inquiry));
        }
    }

    private void mayGoOn(LiveRun run) {
        if (run.isCancelled()) {
            throw new Cancelled();
        }
        if (stopping) {
            throw new Stopping();
        }
    }

    /** What a stop, or a kill, has cut short is run again; one that cannot be is no reason to keep everybody else out. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        try {
            for (Inquiry pending : inquiries.pending()) {
                resumeUnlessChanged(pending);
            }
        } catch (DataAccessException e) {
            faults.note(e);
        }
    }

    private void resumeUnlessChanged(Inquiry pending) {
        try {
            resume(pending);
        } catch (InquiryRefused e) {
            // a person was quicker: it is as she wished
        } catch (RuntimeException e) {
            faults.note(e);
        }
    }

    private synchronized void resume(Inquiry pending) {
        if (live.containsKey(pending.id())) {
            // confirmed since the service takes requests, which is before it is ready
            return;
        }
        if (isGivenUp(pending)) {
            write(pending.id(), Ending.failed(new Problem("problem.RUN_INTERRUPTED", List.of())));
            return;
        }
        Inquiry queued = pending.with(State.QUEUED, inquiries.after(pending));
        inquiries.change(pending, queued);
        inquiries.runEnded(queued.id(), "interrupted");
        inquiries.runQueued(queued.id(), Objects.requireNonNull(queued.confirmedBy()));
        try {
            start(queued);
        } catch (RejectedExecutionException e) {
            // the queue was made shorter meanwhile; its conditions are kept, and the person can start it again
            inquiries.runEnded(queued.id(), "refused");
            inquiries.change(queued, queued.ended(State.CANCELLED, null, inquiries.after(queued)));
        }
    }

    /** Waiting harms nobody: only runs that were under way count, since the last that ended in its own way. */
    private boolean isGivenUp(Inquiry pending) {
        return inquiries.listRuns(pending.id()).reversed().stream()
                        .takeWhile(run -> run.endedBecause() == null || run.isInterrupted())
                        .filter(run -> run.startedAt() != null)
                        .count()
                >= MOST_INTERRUPTIONS;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        running = false;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static final class Cancelled extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }

    private static final class Stopping extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }
}
