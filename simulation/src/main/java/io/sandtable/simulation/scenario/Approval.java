package io.sandtable.simulation.scenario;

/**
 * A substitute that may be used in a scenario, whatever the data says.
 *
 * @param substitute id of the material that stands in for the other
 */
public record Approval(String substitute, String material) {}
