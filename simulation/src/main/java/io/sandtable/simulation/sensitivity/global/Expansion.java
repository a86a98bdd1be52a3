package io.sandtable.simulation.sensitivity.global;

import io.sandtable.simulation.sensitivity.global.Row.Values;
import java.util.List;

/**
 * A figure's likeness as a sum of few products of Legendre polynomials of one or two columns. Its indices are known exactly (B. Sudret, Global
 * sensitivity analysis using polynomial chaos expansions, 2008), so that only what it misses must be sampled: a control variate. It need not
 * be a good likeness for the result to be right, only for it to be sharp.
 */
final class Expansion {
    private final List<Term> terms;
    private final double[] coefficients;
    private final int factors;

    /** @param coefficients one for each term */
    Expansion(List<Term> terms, double[] coefficients, int factors) {
        this.terms = terms;
        this.coefficients = coefficients;
        this.factors = factors;
    }

    /**
     * A product of orthonormal polynomials.
     *
     * @param other second column, −1 where there is one only
     * @param factor that the column belongs to, {@code otherFactor} that of the second column
     */
    record Term(int column, int degree, int other, int otherDegree, int factor, int otherFactor) {
        double at(double[][] polynomials) {
            double value = polynomials[column][degree];
            return other < 0 ? value : value * polynomials[other][otherDegree];
        }

        /** The value where its factor's columns come from the second point. */
        double withFactor(double[][] polynomials, double[][] factorFrom) {
            return of(factorFrom, other >= 0 && otherFactor != factor ? polynomials : factorFrom);
        }

        /** The value where its other factor's columns come from the second point. */
        double withOtherFactor(double[][] polynomials, double[][] factorFrom) {
            return of(polynomials, factorFrom);
        }

        private double of(double[][] first, double[][] second) {
            double value = first[column][degree];
            return other < 0 ? value : value * second[other][otherDegree];
        }

        boolean isOfTwoFactors() {
            return other >= 0 && factor != otherFactor;
        }
    }

    /** The likeness at the points of a row, given the polynomials at both. */
    Values at(double[][] a, double[][] b, boolean pairs) {
        double atA = 0;
        double atB = 0;
        double[] ab = new double[factors];
        double[] ba = new double[pairs ? factors : 0];
        for (int q = 0; q < coefficients.length; q++) {
            Term term = terms.get(q);
            double valueA = coefficients[q] * term.at(a);
            double valueB = coefficients[q] * term.at(b);
            atA += valueA;
            atB += valueB;
            ab[term.factor()] += coefficients[q] * term.withFactor(a, b) - valueA;
            if (term.isOfTwoFactors()) {
                ab[term.otherFactor()] += coefficients[q] * term.withOtherFactor(a, b) - valueA;
            }
            if (pairs) {
                ba[term.factor()] += coefficients[q] * term.withFactor(b, a) - valueB;
                if (term.isOfTwoFactors()) {
                    ba[term.otherFactor()] += coefficients[q] * term.withOtherFactor(b, a) - valueB;
                }
            }
        }
        for (int k = 0; k < ab.length; k++) {
            ab[k] += atA;
        }
        for (int k = 0; k < ba.length; k++) {
            ba[k] += atB;
        }
        return new Values(atA, atB, ab, ba);
    }

    /** Its variance. */
    double variance() {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum += coefficient * coefficient;
        }
        return sum;
    }

    /** The part of its variance that a factor explains alone. */
    double first(int factor) {
        double sum = 0;
        for (int q = 0; q < coefficients.length; q++) {
            Term term = terms.get(q);
            if (term.factor() == factor && !term.isOfTwoFactors()) {
                sum += coefficients[q] * coefficients[q];
            }
        }
        return sum;
    }

    /** The part of its variance that a factor has to do with. */
    double total(int factor) {
        double sum = 0;
        for (int q = 0; q < coefficients.length; q++) {
            Term term = terms.get(q);
            if (term.factor() == factor || (term.isOfTwoFactors() && term.otherFactor() == factor)) {
                sum += coefficients[q] * coefficients[q];
            }
        }
        return sum;
    }

    /** The part of its variance that two factors explain, each alone and both together. */
    double closed(int one, int other) {
        double sum = first(one) + first(other);
        for (int q = 0; q < coefficients.length; q++) {
            Term term = terms.get(q);
            if (term.isOfTwoFactors()
                    && Math.min(term.factor(), term.otherFactor()) == Math.min(one, other)
                    && Math.max(term.factor(), term.otherFactor()) == Math.max(one, other)) {
                sum += coefficients[q] * coefficients[q];
            }
        }
        return sum;
    }
}
