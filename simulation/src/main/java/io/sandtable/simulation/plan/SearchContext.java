package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What one search needs besides its schedule: the shop, the scoring, and when to stop before its steps are used up. */
final class SearchContext {
    /** Only for objects the library makes to look at. */
    static final SearchContext NONE =
            new SearchContext(null, null, 0, new BitSet(), InstantSource.system(), Instant.MAX, () -> true);

    private final @Nullable Shop shop;
    private final @Nullable Scoring scoring;
    private final long steps;
    /** Orders that keep their places. */
    private final BitSet fixed;

    private final InstantSource clock;
    private final Instant deadline;
    private final BooleanSupplier cancelled;
    private long tried;
    private boolean timeUp;
    private boolean wasCancelled;

    SearchContext(
            @Nullable Shop shop,
            @Nullable Scoring scoring,
            long steps,
            BitSet fixed,
            InstantSource clock,
            Instant deadline,
            BooleanSupplier cancelled) {
        this.shop = shop;
        this.scoring = scoring;
        this.steps = steps;
        this.fixed = fixed;
        this.clock = clock;
        this.deadline = deadline;
        this.cancelled = cancelled;
    }

    Shop shop() {
        return required(shop);
    }

    Scoring scoring() {
        return required(scoring);
    }

    PlanningProblem problem() {
        return shop().problem();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("This search has no shop; start it with Improvement.");
        }
        return value;
    }

    /** Whether the order keeps its place, unless it uses what one that moves leaves over. */
    boolean isFixed(int order) {
        return fixed.get(order);
    }

    int fixedOrders() {
        return fixed.cardinality();
    }

    /** Whether another move may be tried. */
    boolean mayTry() {
        wasCancelled = wasCancelled || cancelled.getAsBoolean();
        timeUp = timeUp || clock.instant().isAfter(deadline);
        return tried < steps && !wasCancelled && !timeUp;
    }

    void tried() {
        tried++;
    }

    long triedMoves() {
        return tried;
    }

    /** Why the search ended. */
    String endedBecause() {
        if (wasCancelled) {
            return "cancelled";
        }
        if (timeUp) {
            return "time";
        }
        return tried >= steps ? "steps" : "unimproved-steps";
    }
}
