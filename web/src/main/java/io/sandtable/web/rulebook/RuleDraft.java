package io.sandtable.web.rulebook;

import java.time.Instant;

/** A sentence that somebody wants to be a rule; nothing is one before it is confirmed. */
public record RuleDraft(String id, String company, String sentence, String author, Instant saidAt) {}
