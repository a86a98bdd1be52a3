package io.sandtable.simulation.sensitivity.global;

import io.sandtable.simulation.sensitivity.global.Expansion.Term;
import java.util.ArrayList;
import java.util.List;

/** Products of up to two Legendre polynomials, orthonormal on the unit cube: as many as a sample can tell apart. */
final class LegendreBasis {
    private static final int HIGHEST_DEGREE = 10;

    private final int degree;
    private final List<Term> terms;

    private LegendreBasis(int degree, List<Term> terms) {
        this.degree = degree;
        this.terms = terms;
    }

    /** The basis of the highest degree with at most so many terms; without products of two where even those of degree 2 are too many. */
    static LegendreBasis atMost(int most, List<Factor> factors, int columns) {
        int[] factorOf = new int[columns];
        for (int k = 0; k < factors.size(); k++) {
            for (int column : factors.get(k).columns()) {
                factorOf[column] = k;
            }
        }
        int degree = 2;
        List<Term> terms = terms(degree, factorOf);
        if (terms.size() > most) {
            terms = terms.stream().filter(t -> t.other() < 0).toList();
            return new LegendreBasis(degree, terms);
        }
        while (degree < HIGHEST_DEGREE) {
            List<Term> more = terms(degree + 1, factorOf);
            if (more.size() > most) {
                break;
            }
            degree++;
            terms = more;
        }
        return new LegendreBasis(degree, terms);
    }

    private static List<Term> terms(int degree, int[] factorOf) {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < factorOf.length; i++) {
            for (int p = 1; p <= degree; p++) {
                terms.add(new Term(i, p, -1, 0, factorOf[i], -1));
                for (int j = i + 1; j < factorOf.length; j++) {
                    for (int q = 1; p + q <= degree; q++) {
                        terms.add(new Term(i, p, j, q, factorOf[i], factorOf[j]));
                    }
                }
            }
        }
        return terms;
    }

    List<Term> terms() {
        return terms;
    }

    /** For each column the polynomials of degree 0 … at a point: √(2n+1) P_n(2u − 1). */
    double[][] at(double[] point) {
        double[][] values = new double[point.length][];
        for (int c = 0; c < point.length; c++) {
            values[c] = polynomials(2 * point[c] - 1);
        }
        return values;
    }

    private double[] polynomials(double x) {
        double[] p = new double[degree + 1];
        p[0] = 1;
        p[1] = x;
        for (int n = 1; n < degree; n++) {
            p[n + 1] = ((2 * n + 1) * x * p[n] - n * p[n - 1]) / (n + 1);
        }
        for (int n = 1; n <= degree; n++) {
            p[n] *= Math.sqrt(2 * n + 1.0);
        }
        return p;
    }
}
