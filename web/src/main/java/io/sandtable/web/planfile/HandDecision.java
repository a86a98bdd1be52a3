package io.sandtable.web.planfile;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.InterventionRefused;
import org.jspecify.annotations.Nullable;

/**
 * A decision by hand about a model's plan.
 *
 * @param refused why no plan could keep it; then it is planned without. Null where it binds
 */
public record HandDecision(
        Intervention intervention, @Nullable InterventionRefused refused) {}
