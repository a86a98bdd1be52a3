package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Search;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** One seeded search from constructed placements: ruin and recreate under late acceptance. */
final class Improvement {
    private static final int LATE_ACCEPTANCE = 50;

    /** What a search found, and how it went. */
    record Outcome(List<Placement> placements, BendableLongScore score, Search search) {}

    private final Shop shop;
    private final Scoring scoring;
    private final String strategy;
    private final PlannerSettings settings;
    private final BitSet fixed;
    private final InstantSource clock;

    Improvement(Shop shop, Scoring scoring, String strategy, PlannerSettings settings, InstantSource clock) {
        this(shop, scoring, strategy, settings, pinned(shop), clock);
    }

    /** @param fixed orders that keep their places */
    Improvement(
            Shop shop, Scoring scoring, String strategy, PlannerSettings settings, BitSet fixed, InstantSource clock) {
        this.shop = shop;
        this.scoring = scoring;
        this.strategy = strategy;
        this.settings = settings;
        this.fixed = fixed;
        this.clock = clock;
    }

    /** Orders that somebody decided about begin where they were placed before all others. */
    static BitSet pinned(Shop shop) {
        var pinned = new BitSet();
        shop.pins().pinned().forEach(pinned::set);
        return pinned;
    }

    Outcome search(Placement[] start, long seed, BooleanSupplier cancelled, Consumer<Progress> listener) {
        return search(start, seed, cancelled, listener, EnvironmentMode.REPRODUCIBLE);
    }

    Outcome search(
            Placement[] start,
            long seed,
            BooleanSupplier cancelled,
            Consumer<Progress> listener,
            EnvironmentMode mode) {
        var context = new SearchContext(
                shop, scoring, settings.steps(), fixed, clock, clock.instant().plus(settings.safetyNet()), cancelled);
        var solver = SolverFactory.<Schedule>create(config(seed, mode)).buildSolver();
        solver.addEventListener(event ->
                listener.accept(new Progress(strategy, context.triedMoves(), lateOrders(event.getNewBestSolution()))));
        Schedule best = solver.solve(Schedule.of(context, start));
        return new Outcome(
                List.of(best.placements()),
                best.score(),
                new Search(strategy, seed, context.triedMoves(), settings.threads(), context.endedBecause()));
    }

    private SolverConfig config(long seed, EnvironmentMode mode) {
        var moves = new MoveIteratorFactoryConfig();
        moves.setMoveIteratorFactoryClass(RuinRecreateMoves.class);
        var acceptor = new LocalSearchAcceptorConfig();
        acceptor.setLateAcceptanceSize(LATE_ACCEPTANCE);
        var forager = new LocalSearchForagerConfig();
        forager.setAcceptedCountLimit(1);
        var termination = new TerminationConfig();
        // the context counts tried moves exactly; accepted ones are scored twice
        termination.setScoreCalculationCountLimit(3 * settings.steps() + 1);
        termination.setUnimprovedStepCountLimit(settings.unimprovedSteps());
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(moves)
                .withAcceptorConfig(acceptor)
                .withForagerConfig(forager);
        phase.setTerminationConfig(termination);
        return new SolverConfig()
                .withSolutionClass(Schedule.class)
                .withEntityClasses(PlannedOrder.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(ScheduleScore.class))
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withPhases(phase);
    }

    private long lateOrders(Schedule schedule) {
        return schedule.orders().stream()
                .filter(o -> o.placement() != null
                        && o.placement().ready() > shop.demand(o.demand()).due())
                .count();
    }
}
