package io.sandtable.simulation.sensitivity.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Samples a model for its Sobol indices and may go on until they are sharp enough: what was evaluated for fewer points is kept. Holds the
 * sample in memory; one thread at a time calls it.
 */
public final class SobolSweep {
    private final Model model;
    private final List<Factor> factors;
    private final SobolSettings settings;
    private final SweepProgress progress;
    private final int columns;
    private final List<ScrambledSobol> sequences;
    private final List<List<Row>> sample = new ArrayList<>();

    public SobolSweep(Model model, List<Factor> factors, SobolSettings settings) {
        this(model, factors, settings, SweepProgress.SILENT);
    }

    public SobolSweep(Model model, List<Factor> factors, SobolSettings settings, SweepProgress progress) {
        this.model = model;
        this.factors = List.copyOf(factors);
        this.settings = settings;
        this.progress = progress;
        this.columns = Factor.columns(factors);
        this.sequences = Stream.iterate(0L, r -> r + 1)
                .limit(settings.scrambles())
                .map(r -> new ScrambledSobol(2 * columns, ScrambledSobol.mix(settings.seed()) + r))
                .toList();
        sequences.forEach(s -> sample.add(new ArrayList<>()));
    }

    /**
     * The indices from so many base points; a model of d factors is evaluated (d + 2) times for each, with pairs (2 d + 2) times. Calling it
     * again with more evaluates only what is missing. Interrupting the calling thread cancels; the sample stays as it was.
     *
     * @param runs a power of two, the number of scrambles or more
     */
    public SobolIndices upTo(int runs) throws InterruptedException {
        if (runs < settings.scrambles() || Integer.bitCount(runs) != 1) {
            throw new IllegalArgumentException(
                    "A sweep was to have %d runs; it needs a power of two of at least %d, because Sobol points are evenly spread in such numbers only. Take %d."
                            .formatted(
                                    runs,
                                    settings.scrambles(),
                                    Integer.highestOneBit(Math.max(runs, settings.scrambles()))));
        }
        extend(runs / settings.scrambles());
        return SobolEstimate.of(factors, settings, columns, sample);
    }

    private void extend(int rows) throws InterruptedException {
        int there = sample.getFirst().size();
        if (rows <= there) {
            if (rows < there) {
                throw new IllegalArgumentException(
                        "The sweep already has %d points in each scramble and was asked for %d; ask a new sweep for fewer."
                                .formatted(there, rows));
            }
            return;
        }
        var done = new AtomicInteger(there * settings.scrambles());
        int of = rows * settings.scrambles();
        var tasks = new ArrayList<Callable<Row>>();
        for (ScrambledSobol sequence : sequences) {
            for (int i = there; i < rows; i++) {
                double[] point = sequence.point(i);
                tasks.add(() -> {
                    Row row = row(Arrays.copyOf(point, columns), Arrays.copyOfRange(point, columns, 2 * columns));
                    progress.runs(done.incrementAndGet(), of);
                    return row;
                });
            }
        }
        List<Row> found = InParallel.of(settings.threads(), tasks);
        int more = rows - there;
        for (int r = 0; r < sample.size(); r++) {
            sample.get(r).addAll(found.subList(r * more, (r + 1) * more));
        }
    }

    private Row row(double[] a, double[] b) {
        return new Row(
                a,
                b,
                model.at(a.clone()),
                model.at(b.clone()),
                swapped(a, b),
                settings.pairs() ? swapped(b, a) : new double[0][]);
    }

    /** For each factor the figures at a point with the factor's columns from the other. */
    private double[][] swapped(double[] point, double[] other) {
        double[][] values = new double[factors.size()][];
        for (int k = 0; k < values.length; k++) {
            double[] mixed = point.clone();
            for (int column : factors.get(k).columns()) {
                mixed[column] = other[column];
            }
            values[k] = model.at(mixed);
        }
        return values;
    }
}
