package io.sandtable.web.ask;

/** How long a step of the run took. */
public record Stage(String name, long millis) {}
