package io.sandtable.web.inquiry;

import io.sandtable.simulation.plan.Progress;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.PlanName;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.store.GraphUnavailable;
import io.sandtable.web.Faults;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.ask.Question;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Inquiry.Problem;
import io.sandtable.web.inquiry.Inquiry.State;
import io.sandtable.web.settings.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs confirmed inquiries one after the other: a search takes all the cores it is given, two at a time would only make both late. What
 * waits or runs when the service stops is run again by the next start.
 */
@Component
@Profile("service")
public class RunQueue implements SmartLifecycle {
    private final Inquiries inquiries;
    private final Answers answers;
    private final LoadedCompanies companies;
    private final AskQuestion ask;
    private final PlanSearch search;
    private final Faults faults;
    private final ThreadPoolExecutor worker;
    private final Map<String, LiveRun> live = new ConcurrentHashMap<>();
    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;

    RunQueue(
            Inquiries inquiries,
            Answers answers,
            LoadedCompanies companies,
            AskQuestion ask,
            PlanSearch search,
            Faults faults,
            RunSettings settings) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.companies = companies;
        this.ask = ask;
        this.search = search;
        this.faults = faults;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("run").factory());
    }

    /** Queues a run; refused where too many wait already. */
    Inquiry submit(Inquiry inquiry, String by) {
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

    /** How many wait before this one; 0 where it is next or under way. */
    public int waitingBefore(String id) {
        return (int) live.values().stream()
                .filter(r -> r.stage() == null)
                .map(LiveRun::inquiry)
                .sorted()
                .takeWhile(other -> !other.equals(id))
                .count();
    }

    /** Ends a run without plans; its conditions stay. Does nothing where it has ended by itself. */
    public void cancel(String id) {
        findRun(id).ifPresent(run -> {
            run.cancel();
            Runnable task = waiting.remove(id);
            if (task != null && worker.getQueue().remove(task)) {
                // it need not wait for its turn to be told
                task.run();
            }
        });
    }

    /** Ends the search and goes on with what it has found. */
    public void acceptBest(String id) {
        findRun(id).ifPresent(LiveRun::acceptBest);
    }

    private void run(Inquiry queued, LiveRun run) {
        waiting.remove(queued.id());
        Inquiry begun = queued.with(State.RUNNING, inquiries.after(queued));
        try {
            stopWhereCancelled(run);
            inquiries.change(queued, begun);
            inquiries.runStarted(queued.id());
            run.state(State.RUNNING);
            run.begins("snapshot");
            Business business = companies.business(begun.company());
            Answer answer = ask.plan(
                    understood(begun, business),
                    java.util.Objects.requireNonNull(begun.confirmedBy()),
                    stage -> {
                        stopWhereCancelled(run);
                        run.begins(stage);
                    },
                    watching(run, business),
                    () -> run.isEnough() || !running);
            stopWhereCancelled(run);
            answers.keep(begun.id(), answer);
            end(begun, begun.answered(business.revision(), inquiries.after(begun)), run, "done");
        } catch (Cancelled e) {
            Inquiry now = inquiries.findInquiry(queued.id()).orElse(begun);
            end(now, now.ended(State.CANCELLED, null, inquiries.after(now)), run, "cancelled");
        } catch (Stopping e) {
            // stays as it is in the database: the next start goes on with it
        } catch (ConditionRefused e) {
            var why = new Problem("refused." + e.code(), e.arguments());
            end(begun, begun.ended(State.REFUSED, why, inquiries.after(begun)), run, "refused");
        } catch (GraphUnavailable e) {
            var why = new Problem("problem.GRAPH_UNAVAILABLE", List.of(faults.note(e)));
            end(begun, begun.ended(State.FAILED, why, inquiries.after(begun)), run, "failed");
        } catch (RuntimeException e) {
            var why = new Problem("problem.RUN_FAILED", List.of(faults.note(e)));
            end(begun, begun.ended(State.FAILED, why, inquiries.after(begun)), run, "failed");
        } finally {
            live.remove(queued.id(), run);
        }
    }

    private void end(Inquiry before, Inquiry after, LiveRun run, String because) {
        try {
            inquiries.change(before, after);
            inquiries.runEnded(after.id(), because);
        } catch (InquiryRefused e) {
            // deleted under us: nobody is left who could read the plans
            faults.note(e);
        }
        live.remove(after.id(), run);
        run.state(after.state());
    }

    private void stopWhereCancelled(LiveRun run) {
        if (run.isCancelled()) {
            throw new Cancelled();
        }
        if (!running) {
            throw new Stopping();
        }
    }

    private SearchListener watching(LiveRun run, Business business) {
        return new SearchListener() {
            @Override
            public void strategies(List<String> ids) {
                run.strategies(ids);
            }

            @Override
            public void found(Candidate candidate) {
                PlanName name = search.name(business.snapshot(), candidate);
                run.found(new LiveRun.PlanSoFar(
                        candidate.strategy().id(),
                        name.zh(),
                        name.en(),
                        candidate.evaluation().kpis(),
                        candidate.evaluation().compliant()));
            }

            @Override
            public void better(Progress progress) {
                run.better(progress.strategy(), progress.lateOrders());
            }
        };
    }

    private static Understood understood(Inquiry inquiry, Business business) {
        var sentences = SaidSentences.of(inquiry.chips());
        var question = new Question(
                inquiry.company(),
                sentences.texts(),
                sentences.ruleIds(),
                inquiry.asOf(),
                inquiry.language(),
                inquiry.seed());
        return new Understood(question, business, inquiry.asOf(), sentences.understandings(), List.of());
    }

    /** What a stop, or a kill, has cut short is run again. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (Inquiry pending : inquiries.pending()) {
            inquiries.runEnded(pending.id(), "interrupted");
            Inquiry queued = pending.with(State.QUEUED, inquiries.after(pending));
            inquiries.change(pending, queued);
            inquiries.runQueued(queued.id(), java.util.Objects.requireNonNull(queued.confirmedBy()));
            try {
                start(queued);
            } catch (RejectedExecutionException e) {
                // the queue was made shorter meanwhile; its conditions are kept, and the person can start it again
                inquiries.runEnded(queued.id(), "refused");
                inquiries.change(queued, queued.ended(State.CANCELLED, null, inquiries.after(queued)));
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
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
