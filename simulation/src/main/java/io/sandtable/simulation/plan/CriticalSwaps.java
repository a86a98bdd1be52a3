package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Exact.ExactLot;
import io.sandtable.simulation.plan.Exact.ExactOperation;
import io.sandtable.simulation.plan.Exact.Part;
import io.sandtable.simulation.plan.Exact.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes late orders less late by exchanging neighbours on a machine, at the ends of the blocks of an order's critical path, where alone an
 * exchange can help (Nowicki and Smutnicki 1996, "A fast taboo search algorithm for the job shop problem"); everything is timed anew after
 * each exchange, and late acceptance decides. What is made where, from what, by whom and how much of it stays: where tools wear, quantities hang on
 * the sequence, and nothing is tried.
 */
final class CriticalSwaps {
    private static final int LATE_ACCEPTANCE = 100;
    /** Tries without a better plan after which the search goes back to the best one. */
    private static final int PATIENCE = 1_000;
    /** After going back, up to so many neighbours are exchanged whatever it costs. */
    private static final int MOST_KICKS = 20;

    private final Shop shop;
    private final Scoring scoring;
    private final RandomGenerator random;

    CriticalSwaps(Shop shop, Scoring scoring, RandomGenerator random) {
        this.shop = shop;
        this.scoring = scoring;
        this.random = random;
    }

    /** The least late plan found, timed as early as can be; the given one where none is less late. */
    Plan improve(Plan plan, long tries, BooleanSupplier enough) {
        Plan best = plan;
        Sequence at = shop.wears() ? null : Sequence.of(shop, scoring, plan);
        long least = at == null ? 0 : at.points();
        var recent = new long[LATE_ACCEPTANCE];
        Arrays.fill(recent, least);
        int unimproved = 0;
        for (long t = 0; at != null && least > 0 && t < tries && !enough.getAsBoolean(); t++) {
            int slot = (int) (t % recent.length);
            at.exchange(at.criticalPairs(random), random, Math.max(at.points(), recent[slot]));
            unimproved++;
            if (at.isLost() || unimproved >= PATIENCE) {
                at = kicked(best, random);
                unimproved = 0;
                Arrays.fill(recent, at == null ? least : at.points());
            }
            if (at != null) {
                recent[slot] = at.points();
            }
            if (at != null && at.points() < least) {
                least = at.points();
                best = at.written();
                unimproved = 0;
            }
        }
        return best;
    }

    /** The plan with some neighbours exchanged at random, so that the search does not go the same way again. */
    private @Nullable Sequence kicked(Plan plan, RandomGenerator random) {
        Sequence sequence = Sequence.of(shop, scoring, plan);
        int kicks = 1 + random.nextInt(MOST_KICKS);
        for (int k = 0; k < kicks && sequence != null && !sequence.isLost(); k++) {
            sequence.exchange(sequence.pairs(), random, Long.MAX_VALUE);
        }
        return sequence == null || sequence.isLost() ? Sequence.of(shop, scoring, plan) : sequence;
    }

    /** A plan's operations in their sequence, timed. */
    private static final class Sequence {
        private final Shop shop;
        private final Scoring scoring;
        private final Plan plan;
        private final Redispatch redispatch;
        private final List<ExactOperation> operations;
        private final int[] starts;
        private final int[] ends;
        private final int demands;
        private final ExactOperation[][] onMachine;
        private ExactTiming timing;
        private boolean lost;
        private long points;
        /** Of the points, those of orders that are planned. */
        private long late;

        private Sequence(Shop shop, Scoring scoring, Plan plan, Redispatch redispatch, ExactTiming timing) {
            this.shop = shop;
            this.scoring = scoring;
            this.plan = plan;
            this.redispatch = redispatch;
            this.timing = timing;
            operations = redispatch.structure().lots().stream()
                    .flatMap(lot -> lot.operations.stream())
                    .toList();
            starts = new int[operations.size()];
            ends = new int[operations.size()];
            demands = shop.problem().demands().size();
            onMachine = new ExactOperation[shop.machineCount()][];
            accept();
        }

        /** Null where the plan cannot be timed as it is. */
        static @Nullable Sequence of(Shop shop, Scoring scoring, Plan plan) {
            var redispatch = new Redispatch(shop, plan);
            ExactTiming timing = redispatch.sizeAndTime();
            return timing == null ? null : new Sequence(shop, scoring, plan, redispatch, timing);
        }

        long points() {
            return points;
        }

        Plan written() {
            timing.noteChangeovers();
            return redispatch.write(plan, timing);
        }

        /** Takes the times found as the sequence from here on. */
        private void accept() {
            redispatch.structure().resequence();
            for (int i = 0; i < starts.length; i++) {
                starts[i] = operations.get(i).start;
                ends[i] = operations.get(i).end;
            }
            points = points(timing);
            late = 0;
            for (int d = 0; d < demands; d++) {
                late += lateness(d);
            }
            var perMachine = new ArrayList<List<ExactOperation>>();
            for (int m = 0; m < onMachine.length; m++) {
                perMachine.add(new ArrayList<>());
            }
            for (ExactOperation operation : operations) {
                if (runs(operation)) {
                    perMachine.get(operation.way.machine()).add(operation);
                }
            }
            for (int m = 0; m < onMachine.length; m++) {
                perMachine.get(m).sort(Comparator.comparingInt((ExactOperation o) -> o.start));
                onMachine[m] = perMachine.get(m).toArray(ExactOperation[]::new);
                for (int k = 0; k < onMachine[m].length; k++) {
                    onMachine[m][k].place = k;
                }
            }
        }

        private void restore() {
            for (int i = 0; i < starts.length; i++) {
                ExactOperation operation = operations.get(i);
                operation.start = starts[i];
                operation.end = ends[i];
                plan(operation, starts[i]);
            }
        }

        private boolean isPlanned(int demand) {
            return redispatch.structure().isPlanned(demand);
        }

        /** Whether it has a place in a machine's sequence. */
        private boolean runs(ExactOperation operation) {
            return !operation.way.outsourced()
                    && operation.lot.quantity > 0
                    && !shop.isUnlimited(operation.way.machine());
        }

        private long points(ExactTiming timed) {
            long sum = 0;
            for (int d = 0; d < demands; d++) {
                sum += points(d, isPlanned(d) ? timed.ready(d) : Placement.NEVER);
            }
            return sum;
        }

        /** What a planned order costs as things stand, 0 of one that is not planned. */
        private long lateness(int demand) {
            return isPlanned(demand) ? points(demand, timing.ready(demand)) : 0;
        }

        private long points(int demand, int at) {
            double quantity = at == Placement.NEVER ? 0 : redispatch.structure().quantity(demand);
            return scoring.lateness(Placement.delivering(demand, quantity, at));
        }

        /** Whether an order failed, so that what was before cannot be restored. */
        boolean isLost() {
            return lost;
        }

        /** Exchanges one of the pairs, each named by its first operation; keeps the outcome if it costs no more than the limit. */
        void exchange(List<ExactOperation> firsts, RandomGenerator random, long limit) {
            if (firsts.isEmpty()) {
                return;
            }
            ExactOperation first = firsts.get(random.nextInt(firsts.size()));
            ExactOperation second = onMachine[first.way.machine()][first.place + 1];
            plan(first, second.start);
            plan(second, first.start);
            ExactTiming timed = redispatch.timeAgain();
            if (timed == null) {
                lost = true;
            } else if (points(timed) > limit) {
                restore();
            } else {
                timing = timed;
                accept();
            }
        }

        private void plan(ExactOperation operation, int at) {
            redispatch.structure().plan(operation, at);
        }

        /** All neighbours. */
        List<ExactOperation> pairs() {
            var firsts = new ArrayList<ExactOperation>();
            for (ExactOperation[] sequence : onMachine) {
                for (int k = 0; k + 1 < sequence.length; k++) {
                    addPair(sequence[k], sequence[k + 1], firsts);
                }
            }
            return firsts;
        }

        /** The pairs at the ends of the blocks of a late order's critical path. */
        List<ExactOperation> criticalPairs(RandomGenerator random) {
            var firsts = new ArrayList<ExactOperation>();
            collectPairs(someLateOrder(random), random, firsts);
            return firsts;
        }

        /** Drawn by what its lateness costs; -1 where those that are planned are in time. */
        private int someLateOrder(RandomGenerator random) {
            long draw = late == 0 ? 0 : random.nextLong(late);
            for (int d = 0; d < demands; d++) {
                long share = lateness(d);
                if (draw < share) {
                    return d;
                }
                draw -= share;
            }
            return -1;
        }

        /** The first operations of the pairs at the ends of the blocks of the order's critical path. */
        private void collectPairs(int demand, RandomGenerator random, List<ExactOperation> firsts) {
            var block = new ArrayList<ExactOperation>();
            ExactOperation at =
                    demand < 0 ? null : lastOf(redispatch.structure().root(demand));
            while (at != null) {
                ExactOperation technical = technical(at);
                ExactOperation neighbour = runs(at) && at.place > 0 ? onMachine[at.way.machine()][at.place - 1] : null;
                boolean waitsForMachine = neighbour != null
                        && (technical == null
                                || neighbour.end > technical.end
                                || neighbour.end == technical.end && random.nextBoolean());
                block.add(at);
                if (!waitsForMachine) {
                    addEnds(block, firsts);
                    block.clear();
                }
                ExactOperation before = waitsForMachine ? neighbour : technical;
                at = before == null || before.start >= at.start ? null : before;
            }
            addEnds(block, firsts);
        }

        /** A block stands from its last operation to its first. */
        private static void addEnds(List<ExactOperation> block, List<ExactOperation> firsts) {
            int size = block.size();
            if (size < 2) {
                return;
            }
            addPair(block.get(1), block.get(0), firsts);
            if (size > 2) {
                addPair(block.get(size - 1), block.get(size - 2), firsts);
            }
        }

        private static void addPair(ExactOperation first, ExactOperation second, List<ExactOperation> firsts) {
            boolean sameLot = first.lot == second.lot;
            if (!sameLot && !first.isPinned() && !second.isPinned()) {
                firsts.add(first);
            }
        }

        /** What it waits for the longest, on the way of the material; null where that is only its own beginning. */
        private @Nullable ExactOperation technical(ExactOperation operation) {
            ExactOperation last = operation.step > 0 ? operation.lot.operations.get(operation.step - 1) : null;
            for (Use use : operation.uses) {
                last = later(last, lastOf(use));
            }
            return last;
        }

        private static @Nullable ExactOperation lastOf(Use use) {
            ExactOperation last = null;
            for (ExactLot lot : use.lots) {
                last = lot.quantity > 0 ? later(last, lot.last()) : last;
            }
            for (Part part : use.parts) {
                last = part.lot != null && part.taken > 0 ? later(last, part.lot.last()) : last;
            }
            return last;
        }

        private static @Nullable ExactOperation later(@Nullable ExactOperation one, @Nullable ExactOperation other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.end > one.end ? other : one;
        }
    }
}
