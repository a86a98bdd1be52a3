package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.Distribution.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How inputs move together, whatever their distributions: a Gaussian copula (Nelsen 2006).
 *
 * @param correlation of the normal numbers behind the inputs (Pearson), one row an input; positive semidefinite
 */
public record Copula(List<List<Double>> correlation) {
    /** What rounding may take an eigenvalue below zero. */
    private static final double ROUNDING = 1e-9;

    private static final int MAX_PROJECTIONS = 200;

    public Copula {
        correlation = correlation.stream().map(List::copyOf).toList();
        double[][] matrix = array(correlation);
        check(matrix);
        if (lowestEigenvalue(matrix) < -ROUNDING) {
            int[] pair = offendingPair(matrix);
            throw new IllegalArgumentException(
                    "The correlations cannot all hold at once: %s between inputs %d and %d contradicts the others. Bring it nearer to 0, or take the nearest matrix."
                            .formatted(matrix[pair[0]][pair[1]], pair[0] + 1, pair[1] + 1));
        }
    }

    /** Inputs of which none tells anything of another. */
    public static Copula independent(int inputs) {
        return new Copula(IntStream.range(0, inputs)
                .mapToObj(i -> IntStream.range(0, inputs)
                        .mapToObj(j -> i == j ? 1.0 : 0.0)
                        .toList())
                .toList());
    }

    /** The copula under which the inputs' rank correlations (Spearman) are these: 2 sin(πρ/6) each (Pearson 1907). */
    public static Copula ofRanks(List<List<Double>> spearman) {
        return new Copula(pearson(spearman));
    }

    /**
     * The copula nearest to these rank correlations, where they may contradict each other: estimated pair by pair they often do.
     *
     * @param of the inputs, for the warning
     */
    public static Repaired nearestOfRanks(String of, List<List<Double>> spearman) {
        double[][] wanted = array(pearson(spearman));
        check(wanted);
        if (lowestEigenvalue(wanted) >= -ROUNDING) {
            return new Repaired(new Copula(list(wanted)), 0, List.of());
        }
        double[][] nearest = nearest(wanted);
        double moved = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (int j = 0; j < i; j++) {
                moved = Math.max(moved, Math.abs(nearest[i][j] - wanted[i][j]));
            }
        }
        return new Repaired(
                new Copula(list(nearest)), moved, List.of(new RiskWarning(RiskWarning.Code.CORRELATION_REPAIRED, of)));
    }

    /**
     * A copula that is possible.
     *
     * @param moved by how much the correlation that was changed most was changed
     */
    public record Repaired(Copula copula, double moved, List<RiskWarning> warnings) {
        public Repaired {
            warnings = List.copyOf(warnings);
        }
    }

    /** Rank correlation of pairs (Spearman, ties share their mean rank); 0 of fewer than {@link Fit#FEWEST} or where one never moves. */
    public static double rankCorrelation(double[] one, double[] other) {
        if (one.length < Fit.FEWEST) {
            return 0;
        }
        double found = new SpearmansCorrelation().correlation(one, other);
        return Double.isNaN(found) ? 0 : Math.clamp(found, -1, 1);
    }

    public int inputs() {
        return correlation.size();
    }

    /** Whether no input tells anything of another. */
    public boolean isIndependent() {
        return equals(independent(inputs()));
    }

    /** The lower triangle that makes independent normal numbers correlated (Cholesky); rows of inputs that others decide end in 0. */
    double[][] factor() {
        double[][] matrix = array(correlation);
        int n = matrix.length;
        var lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = rest <= ROUNDING ? 0 : StrictMath.sqrt(rest);
                } else {
                    lower[i][j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
                }
            }
        }
        return lower;
    }

    /** What makes independent probabilities dependent, ready for many points; may be shared by threads. */
    public Tie tie() {
        if (isIndependent()) {
            return probabilities -> probabilities;
        }
        double[][] factor = factor();
        return probabilities -> tie(factor, probabilities);
    }

    /** Makes independent probabilities dependent. */
    @FunctionalInterface
    public interface Tie {
        /** @param probabilities one for each input, above 0 and below 1 */
        double[] of(double[] probabilities);
    }

    /** Independent probabilities made dependent; {@code factor} of {@link #factor}. */
    static double[] tie(double[][] factor, double[] probabilities) {
        double[] normal =
                Arrays.stream(probabilities).map(Normal.STANDARD::quantile).toArray();
        var tied = new double[normal.length];
        for (int i = 0; i < tied.length; i++) {
            double z = 0;
            for (int j = 0; j <= i; j++) {
                z += factor[i][j] * normal[j];
            }
            tied[i] = Math.clamp(Normal.STANDARD.cumulative(z), Double.MIN_NORMAL, 1 - 0x1p-53);
        }
        return tied;
    }

    private static List<List<Double>> pearson(List<List<Double>> spearman) {
        double[][] ranks = array(spearman);
        check(ranks);
        for (int i = 0; i < ranks.length; i++) {
            for (int j = 0; j < ranks.length; j++) {
                ranks[i][j] = i == j ? 1 : 2 * StrictMath.sin(Math.PI * ranks[i][j] / 6);
            }
        }
        return list(ranks);
    }

    private static void check(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw new IllegalArgumentException(
                        "Row %d of the correlations has %d numbers; each of the %d rows needs as many as there are rows."
                                .formatted(i + 1, matrix[i].length, matrix.length));
            }
            for (int j = 0; j < matrix.length; j++) {
                double r = matrix[i][j];
                if (!(Math.abs(r) <= 1) || r != matrix[j][i] || (i == j && r != 1)) {
                    throw new IllegalArgumentException(
                            "The correlation of inputs %d and %d was %s; it must be -1 to 1, the same both ways, and 1 of an input with itself."
                                    .formatted(i + 1, j + 1, r));
                }
            }
        }
    }

    private static double lowestEigenvalue(double[][] matrix) {
        return matrix.length == 0
                ? 0
                : Arrays.stream(new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues())
                        .min()
                        .orElseThrow();
    }

    /** The one pair without which the rest is nearest to possible. */
    private static int[] offendingPair(double[][] matrix) {
        int[] worst = {0, 1};
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i + 1; j < matrix.length; j++) {
                double[][] without = copy(matrix);
                without[i][j] = 0;
                without[j][i] = 0;
                double lowest = lowestEigenvalue(without);
                if (matrix[i][j] != 0 && lowest > best) {
                    best = lowest;
                    worst = new int[] {i, j};
                }
            }
        }
        return worst;
    }

    /** The nearest correlation matrix: alternating projections with Dykstra's correction (Higham 2002). */
    private static double[][] nearest(double[][] wanted) {
        int n = wanted.length;
        double[][] unit = copy(wanted);
        var correction = new double[n][n];
        double[][] semidefinite = unit;
        for (int round = 0; round < MAX_PROJECTIONS; round++) {
            double[][] corrected = combine(unit, correction, -1);
            semidefinite = withoutNegative(corrected);
            correction = combine(semidefinite, corrected, -1);
            unit = copy(semidefinite);
            for (int i = 0; i < n; i++) {
                unit[i][i] = 1;
            }
        }
        // the last step to a unit diagonal by scaling, which keeps it semidefinite
        var scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double r = semidefinite[i][j] / StrictMath.sqrt(semidefinite[i][i] * semidefinite[j][j]);
                scaled[i][j] = i == j ? 1 : Math.clamp(r, -1, 1);
                scaled[j][i] = scaled[i][j];
            }
        }
        return scaled;
    }

    private static double[][] withoutNegative(double[][] matrix) {
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
        int n = matrix.length;
        var result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(0, eigen.getRealEigenvalue(k));
            double[] vector = eigen.getEigenvector(k).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    result[i][j] += value * vector[i] * vector[j];
                    result[j][i] = result[i][j];
                }
            }
        }
        return result;
    }

    private static double[][] combine(double[][] one, double[][] other, double share) {
        double[][] sum = copy(one);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += share * other[i][j];
            }
        }
        return sum;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] array(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
    }

    private static List<List<Double>> list(double[][] matrix) {
        var rows = new ArrayList<List<Double>>();
        for (double[] row : matrix) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return Collections.unmodifiableList(rows);
    }
}
