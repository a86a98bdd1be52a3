package io.sandtable.rules;

/** One text in both languages. */
public record Wording(String zh, String en) {}
