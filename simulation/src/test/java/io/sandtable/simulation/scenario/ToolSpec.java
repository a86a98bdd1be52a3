package io.sandtable.simulation.scenario;

import io.sandtable.model.Curve;
import org.jspecify.annotations.Nullable;

/** A tool of a test: unlimited life, no wear unless told otherwise. */
public final class ToolSpec {
    private final String name;
    private double life = Double.POSITIVE_INFINITY;
    private double used;
    private @Nullable Curve wear;

    ToolSpec(String name) {
        this.name = name;
    }

    /** Strokes in all, and those already done. */
    public ToolSpec life(double strokes, double used) {
        life = strokes;
        this.used = used;
        return this;
    }

    /** Share of life used → good parts in percent, such as {@code 0=100;1=90}. */
    public ToolSpec wear(String curve) {
        wear = Curve.parse(curve);
        return this;
    }

    PlanningProblem.Tool build(int index) {
        return new PlanningProblem.Tool(index, name, name, life, used, wear);
    }
}
