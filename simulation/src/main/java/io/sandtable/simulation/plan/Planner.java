package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Improvement.Outcome;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Search;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Solves planning problems: constructs a plan and, given steps, improves it. Safe to share between threads. */
public final class Planner {
    /** Exact quantities may shift the sequence by a minute here or there; then the plan is timed again. */
    private static final int MAX_TIMINGS = 5;

    private static final int MAX_REPAIRS = 3;
    /** Share of a tool's remaining life after which it takes no more orders that were lost to wear. */
    private static final double NEARLY = 0.8;

    /** Up to so many the sequence of steps is searched too: each try times all orders anew. */
    private static final int FEW_ORDERS = 10;
    /** Of the time there is, what sequences of steps get where there is one order. */
    private static final double MOST_SHARE = 0.9;
    /** How many orders a move of the search places anew, on the whole. */
    private static final double ORDERS_A_MOVE = 4;

    private final InstantSource clock;

    /** @param clock for the safety net only */
    public Planner(InstantSource clock) {
        this.clock = clock;
    }

    /** A complete plan from a single pass: what is there before a better one is. */
    public Plan first(PlanningProblem problem, Levers levers, Weights weights, String strategy) {
        var shop = new Shop(problem, levers);
        Placement[] placements = new Constructor(shop, Scoring.of(shop, weights)).firstPass();
        return Redispatch.asSoonAsPossible(shop, RawPlan.of(shop, placements, Construction.search(strategy, 0, 1)));
    }

    /** A complete plan in milliseconds, without search. */
    public Plan construct(PlanningProblem problem, Levers levers, Weights weights, String strategy) {
        return construction(problem, levers, weights).plan(strategy);
    }

    /** The same, kept with what a search needs to carry on from it. */
    public Construction construction(PlanningProblem problem, Levers levers, Weights weights) {
        var shop = new Shop(problem, levers);
        Scoring scoring = Scoring.of(shop, weights);
        Placement[] placements = new Constructor(shop, scoring).construct();
        return new Construction(shop, scoring, placements, finish(shop, placements, Construction.search("", 0, 1)));
    }

    /**
     * The best plan that the settings' searches find; with 0 steps the constructed one.
     *
     * @param cancelled asked before every move; the best plan so far is returned
     * @param listener told of every better plan, from the searching threads
     */
    public Plan plan(
            PlanningProblem problem,
            Levers levers,
            Weights weights,
            String strategy,
            PlannerSettings settings,
            BooleanSupplier cancelled,
            Consumer<Progress> listener) {
        return plan(construction(problem, levers, weights), strategy, settings, cancelled, listener);
    }

    /** The same from a construction made before. */
    public Plan plan(
            Construction construction,
            String strategy,
            PlannerSettings settings,
            BooleanSupplier cancelled,
            Consumer<Progress> listener) {
        Shop shop = construction.shop();
        Scoring scoring = construction.scoring();
        Placement[] start = construction.placements();
        if (settings.steps() == 0 || start.length == 0) {
            return construction.plan(Construction.search(strategy, settings.seed(), settings.threads()));
        }
        Instant end = clock.instant().plus(settings.safetyNet());
        double share = shareOfSwaps(start.length);
        var improvement = new Improvement(shop, scoring, strategy, settings.withinShare(1 - share), clock);
        Outcome best = bestOf(improvement, start, settings, cancelled, listener);
        Plan improved = finish(shop, best.placements().toArray(Placement[]::new), best.search());
        if (shop.wears()) {
            // exact yields may undo what the search gained; then the start was the better plan
            improved = better(shop, scoring, improved, construction.plan(best.search()));
        }
        BooleanSupplier enough =
                () -> cancelled.getAsBoolean() || clock.instant().isAfter(end);
        return swapped(shop, scoring, improved, settings, enough);
    }

    /** Of the time there is: where there are few orders, the sequence of their steps is what can be improved; many gain nothing by it. */
    private static double shareOfSwaps(int orders) {
        return orders > FEW_ORDERS ? 0 : MOST_SHARE / orders;
    }

    /** The plan with its steps in a better sequence, if one is found. A try times all orders, a move of the search a few of them. */
    private static Plan swapped(
            Shop shop, Scoring scoring, Plan plan, PlannerSettings settings, BooleanSupplier enough) {
        long tries = (long)
                (ORDERS_A_MOVE * settings.steps() / shop.problem().demands().size());
        Plan best = plan;
        for (Plan found : sideBySide(
                settings.threads(),
                i -> new CriticalSwaps(shop, scoring, new SplittableRandom(settings.seed() + i))
                        .improve(plan, tries, enough))) {
            best = found == plan ? best : better(shop, scoring, best, exact(shop, found));
        }
        return best;
    }

    /** How much of an earlier plan may change. */
    public enum Reach {
        /** What the change touches: orders that can no longer be done as they were, and those that are in their way. */
        RIPPLE,
        /** All of it. */
        WHOLE
    }

    /**
     * The best plan found from an earlier one, on a problem in which something has changed since; it keeps no fewer decisions by
     * hand than the earlier one timed on it, and with as many it is no later.
     *
     * @param levers such as {@link Levers#asIn}
     */
    public Plan replan(
            PlanningProblem problem,
            Levers levers,
            Plan earlier,
            Reach reach,
            Weights weights,
            PlannerSettings settings,
            BooleanSupplier cancelled,
            Consumer<Progress> listener) {
        var shop = new Shop(problem, levers);
        Scoring scoring = Scoring.of(shop, weights);
        String strategy = earlier.search().strategy();
        Adoption.Start start = new Adoption(shop, earlier).start();
        BitSet fixed = Improvement.pinned(shop);
        if (reach == Reach.RIPPLE) {
            fixed.or(Ripple.untouched(start));
        }
        Plan carriedOn = finish(shop, start.placements(), Construction.search(strategy, settings.seed(), 1));
        Plan best = better(shop, scoring, carriedOn, Redispatch.of(shop, earlier));
        if (settings.steps() == 0 || fixed.cardinality() == start.placements().length) {
            return best;
        }
        var improvement = new Improvement(shop, scoring, strategy, settings, fixed, clock);
        Outcome found = bestOf(improvement, start.placements(), settings, cancelled, listener);
        return better(
                shop,
                scoring,
                finish(shop, found.placements().toArray(Placement[]::new), found.search()),
                best.with(found.search()));
    }

    /**
     * The plan carried on for the sake of one order, in whose favour something has changed: it and perhaps others leave their places and
     * are placed anew. Where it alone does, it is the plan that has it soonest, of those found that are on the whole no later than the
     * earlier one; where others give way to it, of those that have it sooner the one that is least late on the whole. Where there is none
     * of these, the one that is least late.
     *
     * @param anew orders that are placed anew, in this sequence; the first is the one it is done for
     */
    public Plan replanFor(
            PlanningProblem problem,
            Levers levers,
            Plan earlier,
            List<Integer> anew,
            Weights weights,
            PlannerSettings settings) {
        var shop = new Shop(problem, levers);
        Scoring scoring = Scoring.of(shop, weights);
        Adoption.Start start = new Adoption(shop, earlier, anew).start();
        var search = Construction.search(earlier.search().strategy(), settings.seed(), 1);
        var found = new ArrayList<Plan>();
        found.add(Redispatch.of(shop, earlier));
        found.add(finish(shop, start.placements(), search));
        BitSet fixed = Improvement.pinned(shop);
        fixed.or(Ripple.untouched(start));
        if (settings.steps() > 0 && fixed.cardinality() < start.placements().length) {
            var improvement = new Improvement(shop, scoring, earlier.search().strategy(), settings, fixed, clock);
            Outcome outcome = bestOf(improvement, start.placements(), settings, () -> false, progress -> {});
            found.add(finish(shop, outcome.placements().toArray(Placement[]::new), outcome.search()));
        }
        int demand = anew.getFirst();
        // where others give way, somebody is later; else nobody need be
        boolean othersGiveWay = anew.size() > 1;
        long before = lateness(shop, scoring, earlier);
        Comparator<Plan> byHand = Comparator.comparingLong(plan -> shop.pins().broken(plan));
        Comparator<Plan> leastLate = byHand.thenComparingLong(plan -> lateness(shop, scoring, plan));
        return found.stream()
                .filter(plan -> othersGiveWay
                        ? ready(plan, demand) < ready(earlier, demand)
                        : lateness(shop, scoring, plan) <= before)
                .min(
                        othersGiveWay
                                ? leastLate
                                : byHand.thenComparingInt(plan -> ready(plan, demand))
                                        .thenComparing(leastLate))
                .orElseGet(() -> Collections.min(found, leastLate));
    }

    /** When the last of the order leaves, {@link Placement#NEVER} where nothing does. */
    private static int ready(Plan plan, int demand) {
        Delivery last = plan.lastDelivery(demand);
        return last == null ? Placement.NEVER : last.minute();
    }

    /** The one that keeps more of what was decided by hand, then the one that is less late; the first where both are alike. */
    private static Plan better(Shop shop, Scoring scoring, Plan one, Plan other) {
        int byHand = Long.compare(shop.pins().broken(one), shop.pins().broken(other));
        if (byHand != 0) {
            return byHand < 0 ? one : other;
        }
        return lateness(shop, scoring, one) <= lateness(shop, scoring, other) ? one : other;
    }

    /** What the search minimises, of an exact plan. */
    static long lateness(Shop shop, Scoring scoring, Plan plan) {
        var ready = new int[shop.problem().demands().size()];
        var delivered = new double[ready.length];
        Arrays.fill(ready, Placement.NEVER);
        for (Delivery delivery : plan.deliveries()) {
            delivered[delivery.demand()] += delivery.quantity();
            int before = ready[delivery.demand()];
            ready[delivery.demand()] =
                    before == Placement.NEVER ? delivery.minute() : Math.max(before, delivery.minute());
        }
        long points = 0;
        for (int d = 0; d < ready.length; d++) {
            points += scoring.lateness(Placement.delivering(d, delivered[d], ready[d]));
        }
        return points;
    }

    private static Outcome bestOf(
            Improvement improvement,
            Placement[] start,
            PlannerSettings settings,
            BooleanSupplier cancelled,
            Consumer<Progress> listener) {
        List<Outcome> outcomes = sideBySide(
                settings.threads(), i -> improvement.search(start, settings.seed() + i, cancelled, listener));
        Outcome best = outcomes.getFirst();
        for (Outcome outcome : outcomes) {
            if (outcome.score().compareTo(best.score()) > 0) {
                best = outcome;
            }
        }
        return best;
    }

    /** What so many searches find, each in a thread of its own. */
    private static <T> List<T> sideBySide(int threads, IntFunction<T> search) {
        if (threads == 1) {
            return List.of(search.apply(0));
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var searches = new ArrayList<Future<T>>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                searches.add(pool.submit(() -> search.apply(number)));
            }
            var found = new ArrayList<T>();
            for (Future<T> one : searches) {
                found.add(one.get());
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search failed: " + e.getCause() + "; see its cause.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The searches were interrupted; cancel them by the given supplier instead.", e);
        }
    }

    private static Plan finish(Shop shop, Placement[] found, Search search) {
        Placement[] placements = found.clone();
        Plan plan = exact(shop, RawPlan.of(shop, placements, search));
        for (int repair = 0; repair < MAX_REPAIRS; repair++) {
            List<Integer> lost = lost(placements, plan);
            if (lost.isEmpty()) {
                break;
            }
            placements = placedElsewhere(shop, placements, lost);
            plan = exact(shop, RawPlan.of(shop, placements, search));
        }
        return plan;
    }

    private static Plan exact(Shop shop, Plan raw) {
        Plan plan = Redispatch.of(shop, raw);
        for (int timing = 1; timing < MAX_TIMINGS; timing++) {
            Plan again = Redispatch.of(shop, plan);
            if (again.equals(plan)) {
                break;
            }
            plan = again;
        }
        return plan;
    }

    /** Orders whose place rested on yields that turned out lower: their tool does not live that long; and whoever uses what they leave over. */
    private static List<Integer> lost(Placement[] placements, Plan plan) {
        var delivered = new BitSet();
        for (Delivery delivery : plan.deliveries()) {
            delivered.set(delivery.demand());
        }
        var lost = new ArrayList<Integer>();
        for (Placement placement : placements) {
            if (placement.isMet() && !delivered.get(placement.demand())) {
                lost.add(placement.demand());
            }
        }
        var takersOf = new HashMap<Integer, List<Integer>>();
        for (Placement placement : placements) {
            for (Placement.Taken taken : placement.takes()) {
                if (taken.maker() >= 0) {
                    takersOf.computeIfAbsent(taken.maker(), m -> new ArrayList<>())
                            .add(placement.demand());
                }
            }
        }
        var known = new HashSet<>(lost);
        for (int i = 0; i < lost.size(); i++) {
            for (int taker : takersOf.getOrDefault(lost.get(i), List.of())) {
                if (known.add(taker)) {
                    lost.add(taker);
                }
            }
        }
        return lost;
    }

    private static Placement[] placedElsewhere(Shop shop, Placement[] placements, List<Integer> lost) {
        var board = new Board(shop, wornOut(shop, placements));
        var isLost = new HashSet<>(lost);
        for (Placement placement : placements) {
            if (!isLost.contains(placement.demand())) {
                board.add(placement);
            }
        }
        var decoder = new Decoder(board);
        Placement[] repaired = placements.clone();
        for (int demand : lost) {
            repaired[demand] = decoder.place(demand);
        }
        return repaired;
    }

    /** Tools whose life the placements use up, as nearly as yields allow to say. */
    private static Set<Integer> wornOut(Shop shop, Placement[] placements) {
        var left = new double[shop.toolCount()];
        for (int t = 0; t < left.length; t++) {
            left[t] = NEARLY
                    * Math.max(0, shop.tool(t).lifeStrokes() - shop.tool(t).strokesUsed());
        }
        for (Placement placement : placements) {
            for (Placement.PlacedOperation operation : placement.operations()) {
                if (operation.way().tool() >= 0) {
                    left[operation.way().tool()] -=
                            Micro.toUnits(operation.way().strokes(operation.quantityIn()));
                }
            }
        }
        Set<Integer> wornOut = new HashSet<>();
        for (int t = 0; t < left.length; t++) {
            if (left[t] <= 0) {
                wornOut.add(t);
            }
        }
        return wornOut;
    }
}
