package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;

/** An operation that a subcontractor offers to do. */
record WorkOutside(String process, Subcontract offer) {}
