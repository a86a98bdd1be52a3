package io.sandtable.simulation.strategy;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.InvestmentCase;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.plan.Progress;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.Restriction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds plans that differ in kind: constructs quickly to see which levers help, then searches once per strategy, side by side. */
public final class StrategySearch {
    private static final int LEAST_PLANS = 3;

    private final Planner planner;
    private final BiFunction<PlanningProblem, Plan, Evaluation> evaluator;

    /** @param clock for the planner's safety net only */
    public StrategySearch(InstantSource clock, BiFunction<PlanningProblem, Plan, Evaluation> evaluator) {
        this.planner = new Planner(clock);
        this.evaluator = evaluator;
    }

    /**
     * The baseline and the distinct plans, in a fixed order of strategies.
     *
     * @param settings steps per strategy; threads are strategies searched at a time
     * @param listener told what is found, from the searching threads
     * @param cancelled asked before every move; what is found by then is returned
     */
    public Strategies run(
            PlanningProblem problem, PlannerSettings settings, SearchListener listener, BooleanSupplier cancelled) {
        var first = new Constructions(planner, problem);
        Candidate baseline = construct(first, Strategy.BASELINE);
        listener.found(baseline);
        PlanningProblem planned = plannedBy(problem, baseline.plan());
        Constructions constructions =
                planned.rules().size() == problem.rules().size() ? first : new Constructions(planner, problem, planned);
        try (var threads = Executors.newFixedThreadPool(settings.threads())) {
            PlannerSettings each = settings.withThreads(1);
            Function<Strategy, Callable<Candidate>> searching = strategy -> () -> {
                Candidate candidate = search(constructions, strategy, each, listener::better, cancelled);
                if (usesItsLever(problem, baseline, candidate)) {
                    listener.found(candidate);
                }
                return candidate;
            };
            var strategies = new ArrayList<Strategy>();
            var found = new ArrayList<Candidate>();
            // those that need no trial first: somebody waits for the first plans
            var rounds = List.<Supplier<List<Strategy>>>of(
                    () -> plain(problem, baseline),
                    () -> tried(constructions, threads),
                    () -> TradeOffs.between(found, problem, baseline));
            for (Supplier<List<Strategy>> round : rounds) {
                List<Strategy> more = round.get();
                strategies.addAll(more);
                strategies.sort(Strategy.IN_ORDER);
                if (!more.isEmpty()) {
                    listener.strategies(strategies.stream().map(Strategy::id).toList());
                }
                found.addAll(all(threads, more.stream().map(searching).toList()));
                found.sort(Comparator.comparing(Candidate::strategy, Strategy.IN_ORDER));
            }
            List<Candidate> useful = found.stream()
                    .filter(candidate -> usesItsLever(problem, baseline, candidate))
                    .toList();
            return new Strategies(baseline, Favoured.order(problem, distinct(baseline, useful)));
        }
    }

    /**
     * What plans are made by: where a figure of today's plan passes the value that a rule waits for, plans are made again with that rule.
     * Each is judged by its own figures.
     */
    private static PlanningProblem plannedBy(PlanningProblem problem, Plan today) {
        List<PlannedRule> cameTrue = Evaluator.cameTrue(problem, today);
        return cameTrue.isEmpty()
                ? problem
                : problem.with(Stream.concat(problem.rules().stream(), cameTrue.stream())
                        .toList());
    }

    /**
     * A plan carried on where something was decided or has changed since: run in the same way, with as little of it moved as the change
     * makes necessary.
     *
     * @param settings steps enough for what is moved
     */
    public Evaluation carryOn(PlanningProblem problem, Plan earlier, PlannerSettings settings) {
        Levers levers = Levers.asIn(earlier, problem)
                .withSourcing(Strategy.sourcing(earlier.search().strategy()));
        return carryOn(problem, levers, earlier, settings);
    }

    /** The same with other levers than the plan was made with. */
    public Evaluation carryOn(PlanningProblem problem, Levers levers, Plan earlier, PlannerSettings settings) {
        Plan plan = planner.replan(
                problem,
                levers,
                earlier,
                Planner.Reach.RIPPLE,
                weights(earlier),
                settings,
                () -> false,
                progress -> {});
        return evaluator.apply(problem, plan);
    }

    /**
     * A plan carried on for the sake of one order, with the levers that the plan shows.
     *
     * @param anew orders that leave their places, in the sequence in which they are placed again; the first is the one it is done for
     */
    public Evaluation carryOnFor(PlanningProblem problem, Plan earlier, List<Integer> anew, PlannerSettings settings) {
        Levers levers = Levers.asIn(earlier, problem)
                .withSourcing(Strategy.sourcing(earlier.search().strategy()));
        return evaluator.apply(problem, planner.replanFor(problem, levers, earlier, anew, weights(earlier), settings));
    }

    private static Weights weights(Plan earlier) {
        return Strategy.weights(earlier.search().strategy());
    }

    /** What happens when nobody decides anything: constructed, not searched. */
    public Evaluation today(PlanningProblem problem) {
        return construct(new Constructions(planner, problem), Strategy.BASELINE).evaluation();
    }

    /**
     * Plans made at once and not searched, one for each way to run the business that buys no machine and breaks no rule on purpose: a first
     * look at what is possible.
     */
    public List<Evaluation> constructed(PlanningProblem problem) {
        var constructions = new Constructions(planner, problem);
        var levers = new LeverFinder(problem);
        Candidate baseline = construct(constructions, Strategy.BASELINE);
        var strategies =
                new ArrayList<>(List.of(levers.keepAssets(baseline.plan()), levers.buildAhead(), levers.protectCash()));
        if (levers.canOutsource()) {
            strategies.add(levers.outsource());
        }
        if (levers.canDualSource()) {
            strategies.add(levers.dualSource());
        }
        List<Candidate> plans = strategies.stream()
                .map(strategy -> construct(constructions, strategy))
                .toList();
        return Stream.concat(Stream.of(baseline), Favoured.order(problem, plans).stream())
                .map(Candidate::evaluation)
                .toList();
    }

    /** Those of which the problem itself says that they are possible. */
    private static List<Strategy> plain(PlanningProblem problem, Candidate baseline) {
        var levers = new LeverFinder(problem);
        var strategies = new ArrayList<Strategy>();
        strategies.add(levers.keepAssets(baseline.plan()));
        if (levers.canOutsource()) {
            strategies.add(levers.outsource());
        }
        if (levers.canDualSource()) {
            strategies.add(levers.dualSource());
        }
        strategies.add(levers.buildAhead());
        strategies.add(levers.protectCash());
        strategies.add(levers.leastCost(baseline.plan()));
        return strategies;
    }

    /** What to buy and which rule to break: found by trying. */
    private List<Strategy> tried(Constructions constructions, ExecutorService threads) {
        var levers = new LeverFinder(constructions.problem());
        return Stream.of(
                        bestInvestment(constructions, levers, threads),
                        mostRestrictingRule(constructions, levers, threads))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The investment that helps most, then others on top as long as they help too. */
    private Optional<Strategy> bestInvestment(
            Constructions constructions, LeverFinder levers, ExecutorService threads) {
        List<Investment> useful = levers.investments();
        if (useful.isEmpty()) {
            return Optional.empty();
        }
        Candidate without = construct(constructions, levers.invest(List.of()));
        List<Callable<Candidate>> trials = new ArrayList<>();
        for (Investment investment : useful) {
            trials.add(() -> construct(constructions, levers.invest(List.of(investment.index()))));
        }
        List<Candidate> single = all(threads, trials).stream()
                .filter(c -> !usedInvestments(constructions.problem(), c.plan()).isEmpty())
                .sorted(Candidate.BEST_SERVICE_FIRST)
                .toList();
        if (single.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = single.getFirst();
        for (Candidate next : single.subList(1, single.size())) {
            if (next.servesBetterThan(without)) {
                var both = new ArrayList<>(best.plan().investments());
                both.addAll(next.plan().investments());
                Candidate together = construct(constructions, levers.invest(both));
                if (together.servesBetterThan(best)) {
                    best = together;
                }
            }
        }
        return Optional.of(best.strategy());
    }

    private Optional<Strategy> mostRestrictingRule(
            Constructions constructions, LeverFinder levers, ExecutorService threads) {
        Candidate kept = construct(constructions, levers.invest(List.of()));
        List<Callable<Candidate>> trials = new ArrayList<>();
        for (PlannedRule rule : levers.liftable()) {
            Strategy lifting = levers.lift(rule);
            Strategy tried = rule.restriction() instanceof Restriction.NoOutsourcing
                    ? lifting.with(lifting.levers().withOutsourcing())
                    : lifting;
            trials.add(() -> construct(constructions, tried));
        }
        return all(threads, trials).stream()
                .filter(c -> c.servesBetterThan(kept))
                .reduce((a, b) -> b.servesBetterThan(a) ? b : a)
                .map(Candidate::strategy);
    }

    private Candidate construct(Constructions constructions, Strategy strategy) {
        return candidate(
                constructions.problem(), strategy, constructions.of(strategy).plan(strategy.id()));
    }

    private Candidate search(
            Constructions constructions,
            Strategy strategy,
            PlannerSettings settings,
            Consumer<Progress> listener,
            BooleanSupplier cancelled) {
        Candidate constructed = construct(constructions, strategy);
        Candidate searched = searched(constructions, strategy, settings, listener, cancelled);
        // the search weighs days and priorities; who reads the plans first counts orders and money
        Candidate better = isBetter(constructed, searched) ? afterSearch(constructed, searched) : searched;
        return withInvestmentCase(constructions, better);
    }

    /** By the strategy's own price of a late order. */
    private static boolean isBetter(Candidate one, Candidate other) {
        double price = one.strategy().weights().yuanPerLateOrder();
        return Double.isInfinite(price)
                ? one.servesBetterThan(other)
                : one.earned() - other.earned() > Candidate.FEN * price * (one.missed() - other.missed());
    }

    /** The constructed plan, with what the search that did not beat it cost. */
    private static Candidate afterSearch(Candidate constructed, Candidate searched) {
        Plan plan = constructed.plan();
        Plan.Search search = searched.plan().search();
        Plan kept = plan.with(new Plan.Search(
                search.strategy(),
                search.seed(),
                search.steps(),
                search.threads(),
                search.endedBecause() + "; constructed plan kept"));
        return constructed.with(kept);
    }

    /** What the investments are worth over their life, against the same strategy without them. */
    private Candidate withInvestmentCase(Constructions constructions, Candidate candidate) {
        if (candidate.plan().investments().isEmpty()) {
            return candidate;
        }
        Strategy strategy = candidate.strategy();
        Candidate without =
                construct(constructions, strategy.with(strategy.levers().withInvestments(List.of())));
        return candidate.with(InvestmentCase.of(
                constructions.problem(),
                without.evaluation(),
                candidate.evaluation(),
                InvestmentCase.DEFAULT_DISCOUNT_PERCENT));
    }

    private Candidate searched(
            Constructions constructions,
            Strategy strategy,
            PlannerSettings settings,
            Consumer<Progress> listener,
            BooleanSupplier cancelled) {
        PlanningProblem problem = constructions.problem();
        Plan plan = plan(constructions, strategy, settings, listener, cancelled);
        List<Integer> used = usedInvestments(problem, plan);
        if (used.equals(plan.investments())) {
            return candidate(problem, strategy, plan);
        }
        Levers levers = strategy.levers().withInvestments(used);
        Strategy leaner = strategy.with(levers);
        return candidate(problem, leaner, plan(constructions, leaner, settings, listener, cancelled));
    }

    private Plan plan(
            Constructions constructions,
            Strategy strategy,
            PlannerSettings settings,
            Consumer<Progress> listener,
            BooleanSupplier cancelled) {
        return planner.plan(constructions.of(strategy), strategy.id(), settings, cancelled, listener);
    }

    private Candidate candidate(PlanningProblem problem, Strategy strategy, Plan plan) {
        Choices choices = new ChoiceReader(problem, plan).read();
        return new Candidate(
                strategy, plan, evaluator.apply(problem, plan), choices, PlanName.of(strategy.id(), choices));
    }

    private static List<Integer> usedInvestments(PlanningProblem problem, Plan plan) {
        Set<Integer> machines = new HashSet<>();
        Set<Integer> tools = new HashSet<>();
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                machines.add(operation.machine());
                tools.add(operation.tool());
            }
        }
        return plan.investments().stream()
                .filter(i -> {
                    Investment investment = problem.investments().get(i);
                    return (investment.tool() >= 0 ? tools : machines).contains(problem.equipmentIndex(investment));
                })
                .toList();
    }

    /** A strategy whose lever the planner found no use for is no strategy of its own. */
    private static boolean usesItsLever(PlanningProblem problem, Candidate baseline, Candidate candidate) {
        Kpis mine = candidate.evaluation().kpis();
        Kpis today = baseline.evaluation().kpis();
        return switch (candidate.strategy().id()) {
            case Strategy.INVEST -> !usedInvestments(problem, candidate.plan()).isEmpty();
            case Strategy.OUTSOURCE -> !candidate.choices().outsourced().isEmpty();
            case Strategy.DUAL_SOURCE -> candidate.choices().suppliers().size() > 1;
            case Strategy.PROTECT_CASH -> mine.cashLow().compareTo(today.cashLow()) > 0;
            case Strategy.LEAST_COST -> candidate.earned() > baseline.earned();
            case Strategy.BUILD_AHEAD -> mine.onTimePct() > today.onTimePct();
            default -> true;
        };
    }

    /** Those worth a look, in the order they were found; the best come first when it is decided which plan another stands in for. */
    private static List<Candidate> distinct(Candidate baseline, List<Candidate> found) {
        var kept = new ArrayList<Candidate>();
        var spare = new ArrayList<Candidate>();
        for (Candidate candidate : found.stream().sorted(Candidate.BEST_FIRST).toList()) {
            if (kept.stream().anyMatch(candidate::isSameAs) || spare.stream().anyMatch(candidate::isSameAs)) {
                continue;
            }
            // what a rule costs is shown by a plan that breaks it, and by no other
            boolean worthALook = !baseline.standsInFor(candidate)
                    && kept.stream()
                            .filter(other -> other.brokenRules() == candidate.brokenRules())
                            .noneMatch(other -> other.standsInFor(candidate));
            (worthALook ? kept : spare).add(candidate);
        }
        kept.addAll(spare.subList(0, Math.clamp(LEAST_PLANS - kept.size(), 0, spare.size())));
        return found.stream().filter(kept::contains).toList();
    }

    private static List<Candidate> all(ExecutorService threads, List<Callable<Candidate>> tasks) {
        try {
            var candidates = new ArrayList<Candidate>();
            for (Future<Candidate> task : threads.invokeAll(tasks)) {
                candidates.add(task.get());
            }
            return candidates;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A strategy failed: " + e.getCause() + "; see its cause.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The strategies were interrupted; cancel them by the given supplier instead.", e);
        }
    }
}
