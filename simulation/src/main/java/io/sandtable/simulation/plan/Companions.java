package io.sandtable.simulation.plan;

/** Whatever an operation needs all the time besides its machine: a tool, people. */
@FunctionalInterface
interface Companions {
    /** Nothing is needed. */
    Companions NONE = (start, end) -> start;

    /** The wall minute itself where all are free in [start, end), else the first at which they may be; {@link Integer#MAX_VALUE} never. */
    int firstFree(int start, int end);
}
