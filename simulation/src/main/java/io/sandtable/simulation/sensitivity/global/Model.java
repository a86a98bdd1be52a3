package io.sandtable.simulation.sensitivity.global;

/** Any function of uncertain inputs to one or more figures. Called from several threads at once. */
@FunctionalInterface
public interface Model {
    /**
     * The figures at a point.
     *
     * @param point one value in [0, 1) for each column: the probability at which an input's distribution is read, such as low + u (high −
     *     low) of a uniform one. It is the callee's to keep
     * @return one value for each figure, the same number of them at every point; NaN or infinite where there is none
     */
    double[] at(double[] point);
}
