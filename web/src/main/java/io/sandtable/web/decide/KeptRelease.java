package io.sandtable.web.decide;

import java.time.Instant;

/** A release that stands: it was not taken back. {@code by} is the sign-in name of who released, {@code byName} what others read. */
public record KeptRelease(String number, String by, String byName, Instant at, Release release) {}
