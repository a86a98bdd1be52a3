package io.sandtable.simulation.scenario;

import java.util.List;

/**
 * The problems of one scenario under more and more changes, for whoever asks many times: what a change does not touch is not compiled
 * again. Not for several threads.
 */
public final class Recompilation {
    private final ProblemCompiler compiler;

    public Recompilation(Scenario scenario) {
        this.compiler = new ProblemCompiler(scenario);
    }

    /** What {@link Scenario#compile} makes of the scenario with these changes after its own. */
    public PlanningProblem with(List<Change> changes) {
        return compiler.compile(changes);
    }
}
