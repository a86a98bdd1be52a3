package io.sandtable.rules;

import java.time.Instant;

/**
 * Who read a sentence in the grammar's stead.
 *
 * @param host of the endpoint that was asked, without its path and key
 * @param model as the endpoint calls it
 * @param at when it answered
 */
public record ReadBy(String host, String model, Instant at) {}
