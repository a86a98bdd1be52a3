package io.sandtable.simulation.sensitivity.global;

import io.sandtable.simulation.sensitivity.global.Expansion.Term;
import io.sandtable.simulation.sensitivity.global.Row.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Finds the likeness of a figure: in a few rounds the terms that stand out from what is not explained yet, all of them fitted together by least
 * squares (after orthogonal matching pursuit). Each scramble gets the coefficients that all the others were fitted to, so that it does not
 * control itself.
 */
final class ExpansionFit {
    private static final int ROUNDS = 4;
    /** A term must stand out by so many standard errors: of a thousand that are nothing, hardly one does. */
    private static final double NOISE = 4;

    private static final int MOST_TERMS = 100;
    /** Points for each coefficient. */
    private static final int POINTS_A_TERM = 8;

    private final List<Term> candidates;
    private final int factors;
    private final int scrambles;
    private final List<Point> points = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    /** What the chosen terms are at each point, a term a row. */
    private final List<double[]> columns = new ArrayList<>();

    private record Point(int scramble, double[][] polynomials, double figure) {}

    private record Candidate(int term, double standsOut) {}

    ExpansionFit(
            Polynomials polynomials,
            List<Term> candidates,
            List<List<Row>> rows,
            List<List<Values>> values,
            int factors) {
        this.candidates = candidates;
        this.factors = factors;
        this.scrambles = rows.size();
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < rows.get(r).size(); i++) {
                Row row = rows.get(r).get(i);
                points.add(
                        new Point(r, polynomials.atA(row), values.get(r).get(i).a()));
                points.add(
                        new Point(r, polynomials.atB(row), values.get(r).get(i).b()));
            }
        }
    }

    /** For each scramble the likeness that the other scrambles were fitted to. */
    List<Expansion> eachToOthers() {
        double[] unexplained = points.stream().mapToDouble(Point::figure).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> more = standingOut(unexplained);
            if (more.isEmpty()) {
                break;
            }
            more.forEach(this::choose);
            unexplained = less(new Sums(this).coefficients());
        }
        var sums = new Sums(this);
        List<Term> terms = chosen.stream().map(candidates::get).toList();
        return IntStream.range(0, scrambles)
                .mapToObj(r -> new Expansion(terms, sums.coefficientsWithout(r), factors))
                .toList();
    }

    private List<Integer> standingOut(double[] unexplained) {
        int room = Math.min(MOST_TERMS, points.size() / POINTS_A_TERM) - chosen.size();
        return IntStream.range(0, candidates.size())
                .filter(q -> !chosen.contains(q))
                .mapToObj(q -> new Candidate(q, standsOut(candidates.get(q), unexplained)))
                .filter(c -> c.standsOut() > NOISE)
                .sorted(Comparator.comparingDouble(Candidate::standsOut).reversed())
                .limit(room)
                .map(Candidate::term)
                .toList();
    }

    /** The mean product of a term and what is not explained, in standard errors. */
    private double standsOut(Term term, double[] unexplained) {
        double sum = 0;
        double squares = 0;
        for (int p = 0; p < unexplained.length; p++) {
            double product = unexplained[p] * term.at(points.get(p).polynomials());
            sum += product;
            squares += product * product;
        }
        double mean = sum / unexplained.length;
        double error = Math.sqrt(Math.max(0, squares / unexplained.length - mean * mean) / unexplained.length);
        return error == 0 ? 0 : Math.abs(mean) / error;
    }

    private void choose(int term) {
        chosen.add(term);
        columns.add(points.stream()
                .mapToDouble(p -> candidates.get(term).at(p.polynomials()))
                .toArray());
    }

    private double[] less(double[] coefficients) {
        double[] rest = points.stream().mapToDouble(Point::figure).toArray();
        for (int q = 0; q < coefficients.length; q++) {
            double[] column = columns.get(q);
            for (int p = 0; p < rest.length; p++) {
                rest[p] -= coefficients[q] * column[p];
            }
        }
        return rest;
    }

    /** The normal equations of each scramble and of all. */
    private static final class Sums {
        private final int terms;
        private final double[][][] matrices;
        private final double[][] right;
        private final double[][] matrixOfAll;
        private final double[] rightOfAll;

        Sums(ExpansionFit fit) {
            terms = fit.columns.size();
            matrices = new double[fit.scrambles][terms][terms];
            right = new double[fit.scrambles][terms];
            matrixOfAll = new double[terms][terms];
            rightOfAll = new double[terms];
            double[] at = new double[terms];
            for (int p = 0; p < fit.points.size(); p++) {
                Point point = fit.points.get(p);
                for (int q = 0; q < terms; q++) {
                    at[q] = fit.columns.get(q)[p];
                }
                add(at, point.figure(), matrices[point.scramble()], right[point.scramble()]);
            }
            for (int r = 0; r < fit.scrambles; r++) {
                for (int i = 0; i < terms; i++) {
                    rightOfAll[i] += right[r][i];
                    for (int j = 0; j < terms; j++) {
                        matrixOfAll[i][j] += matrices[r][i][j];
                    }
                }
            }
        }

        private static void add(double[] at, double figure, double[][] matrix, double[] right) {
            for (int i = 0; i < at.length; i++) {
                right[i] += at[i] * figure;
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += at[i] * at[j];
                }
            }
        }

        double[] coefficients() {
            return solved(matrixOfAll, rightOfAll);
        }

        double[] coefficientsWithout(int scramble) {
            double[][] matrix = new double[terms][terms];
            double[] sums = new double[terms];
            for (int i = 0; i < terms; i++) {
                sums[i] = rightOfAll[i] - right[scramble][i];
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = matrixOfAll[i][j] - matrices[scramble][i][j];
                }
            }
            return solved(matrix, sums);
        }

        /** @param lower the matrix below its diagonal, which is symmetric */
        private static double[] solved(double[][] lower, double[] sums) {
            if (sums.length == 0) {
                return sums;
            }
            double[][] matrix = Arrays.stream(lower).map(double[]::clone).toArray(double[][]::new);
            for (int i = 0; i < sums.length; i++) {
                for (int j = 0; j < i; j++) {
                    matrix[j][i] = matrix[i][j];
                }
            }
            DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver();
            // a likeness of nothing controls nothing, and does no harm
            return solver.isNonSingular()
                    ? solver.solve(new ArrayRealVector(sums, false)).toArray()
                    : new double[sums.length];
        }
    }
}
