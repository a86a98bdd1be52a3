package io.sandtable.simulation.sensitivity.global;

/**
 * A base point of a sweep and the model's figures around it, in the letters of Saltelli and others 2010.
 *
 * @param a and {@code b} two independent points
 * @param atA figures at a, {@code atB} at b
 * @param atAb for each factor the figures at a with that factor's columns from b
 * @param atBa for each factor the figures at b with that factor's columns from a; no element where pairs are not wanted
 */
record Row(double[] a, double[] b, double[] atA, double[] atB, double[][] atAb, double[][] atBa) {
    /** One figure of it, less a constant. */
    Values figure(int figure, double less) {
        return new Values(
                atA[figure] - less, atB[figure] - less, column(atAb, figure, less), column(atBa, figure, less));
    }

    /** Whether a figure is a finite number at every point of it. */
    boolean isFinite(int figure) {
        boolean finite = Double.isFinite(atA[figure]) && Double.isFinite(atB[figure]);
        for (double[] values : atAb) {
            finite &= Double.isFinite(values[figure]);
        }
        for (double[] values : atBa) {
            finite &= Double.isFinite(values[figure]);
        }
        return finite;
    }

    private static double[] column(double[][] values, int figure, double less) {
        double[] column = new double[values.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = values[k][figure] - less;
        }
        return column;
    }

    /** One figure at the points of a row; letters as there. */
    record Values(double a, double b, double[] ab, double[] ba) {}
}
