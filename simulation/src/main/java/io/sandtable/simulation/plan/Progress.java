package io.sandtable.simulation.plan;

/** How far a search is: moves tried, and orders that its best plan so far delivers late or not at all. */
public record Progress(String strategy, long steps, long lateOrders) {}
