package io.sandtable.web.inquiry;

import io.sandtable.simulation.evaluate.Kpis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run while it waits or goes on: what happened so far, for whoever comes late, and who wants to hear of the rest. Safe for all threads. */
public final class LiveRun {
    private final String inquiry;
    private final Instant queuedAt;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<PlanSoFar> plans = new ArrayList<>();
    private List<String> strategies = List.of();
    private @Nullable String stage;
    private @Nullable BestSoFar best;
    private volatile boolean cancelled;
    private volatile boolean enough;

    LiveRun(String inquiry, Instant queuedAt) {
        this.inquiry = inquiry;
        this.queuedAt = queuedAt;
    }

    /**
     * A plan that is there already, before all are compared.
     *
     * @param strategy baseline or a strategy's id
     */
    public record PlanSoFar(String strategy, String zh, String en, Kpis kpis, boolean compliant) {}

    /** The plan with the fewest orders late or short that a search has found so far; it may get better still. */
    public record BestSoFar(String strategy, long lateOrders) {}

    public String inquiry() {
        return inquiry;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    /** The stage under way, null while it waits. */
    public synchronized @Nullable String stage() {
        return stage;
    }

    /** The strategies that are searched, in their order; empty before that is known. */
    public synchronized List<String> strategies() {
        return strategies;
    }

    /** Plans found so far, in the order they came. */
    public synchronized List<PlanSoFar> plans() {
        return List.copyOf(plans);
    }

    /** The best so far, null before the first plan. */
    public synchronized @Nullable BestSoFar best() {
        return best;
    }

    /** Number of the last event; 0 before the first. */
    public synchronized long lastEvent() {
        return events.size();
    }

    /** Whether somebody has ended it without plans; it stops at the next moment that it can. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Whether somebody is content with what is found so far. */
    public boolean isContent() {
        return enough;
    }

    /** Events after the one of that number, and from now on all others, none twice; call the result to hear no more. */
    public synchronized Runnable listen(long after, Consumer<RunEvent> listener) {
        events.stream().filter(e -> e.number() > after).forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    boolean isEnough() {
        return enough || cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    void acceptBest() {
        enough = true;
    }

    synchronized void begins(String next) {
        stage = next;
        say("stage", next);
    }

    synchronized void strategies(List<String> ids) {
        strategies = List.copyOf(ids);
        say("strategies", String.join(",", ids));
    }

    synchronized void found(PlanSoFar plan) {
        plans.add(plan);
        say("plan", plan.strategy());
    }

    synchronized void better(String strategy, long lateOrders) {
        if (best == null || lateOrders < best.lateOrders()) {
            best = new BestSoFar(strategy, lateOrders);
            say("best", strategy + " " + lateOrders);
        }
    }

    synchronized void state(Inquiry.State state) {
        say("state", state.name());
    }

    private void say(String kind, String data) {
        var event = new RunEvent(events.size() + 1L, kind, data);
        events.add(event);
        listeners.forEach(l -> l.accept(event));
    }
}
