package io.sandtable.bench.alignment;

import io.sandtable.bench.Benchmark;
import io.sandtable.bench.Figure;
import io.sandtable.model.alignment.Aligner;
import io.sandtable.model.alignment.UnitWorth;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** How well and how fast things of two exports are found to be the same: five seeds, pairs written by hand, and lists of 20,000. */
public final class AlignmentBenchmark implements Benchmark {
    /** Enough of each for the goals to mean something. */
    static final int ARTICLES = 320;

    static final int LOOK_ALIKES = 120;
    static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);
    static final double LEAST_PRECISION = 0.99;
    static final double LEAST_RECALL = 0.9;

    private static final int LARGE = 20_000;
    private static final double LONGEST_MILLIS = 60_000;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        List<Found> seeds = SEEDS.stream().map(AlignmentBenchmark::ofSeed).toList();
        Found held = find(HandWritten.exports(HandWritten.HELD_OUT));
        Found seen = find(HandWritten.exports(HandWritten.SEEN));
        var millis = new ArrayList<Long>();
        for (int run = 1; run <= runs; run++) {
            err.println("… %,d × %,d, run %d of %d".formatted(LARGE, LARGE, run, runs));
            millis.add(millis(LargeLists.of(run, LARGE)));
        }
        int five = SEEDS.size();
        return List.of(
                Figure.atLeast("alignment.precision", least(seeds, Found::precision), "%", 100 * LEAST_PRECISION, five),
                Figure.atLeast("alignment.recall", least(seeds, Found::recall), "%", 100 * LEAST_RECALL, five),
                Figure.plain("alignment.recall-unasked", least(seeds, Found::recallUnasked), "%", five),
                Figure.plain("alignment.held-out.precision", 100 * held.precision(), "%", 1),
                Figure.plain("alignment.held-out.recall", 100 * held.recall(), "%", 1),
                Figure.plain("alignment.by-hand.precision", 100 * seen.precision(), "%", 1),
                Figure.plain("alignment.by-hand.recall", 100 * seen.recall(), "%", 1),
                Figure.median("alignment.20000x20000", millis, LONGEST_MILLIS));
    }

    static Found ofSeed(long seed) {
        return find(Exports.of(seed, ARTICLES, LOOK_ALIKES));
    }

    static Found find(Exports exports) {
        return Found.of(exports.same(), aligner().proposals(exports.things()));
    }

    private static double least(List<Found> seeds, ToDoubleFunction<Found> share) {
        return 100 * seeds.stream().mapToDouble(share).min().orElseThrow();
    }

    private static long millis(List<io.sandtable.model.alignment.Described> things) {
        long begin = System.nanoTime();
        aligner().proposals(things);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static Aligner aligner() {
        return new Aligner(UnitWorth.general(), Set.of(), Set.of());
    }
}
