package io.sandtable.audit.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

/** Skipping aloud: the build's output says which tests did not run and why. */
public final class Skips {
    private Skips() {}

    public static void unless(boolean present, String why) {
        if (!present) {
            System.err.println("SKIPPED: " + why);
        }
        assumeThat(present).as("SKIPPED: " + why).isTrue();
    }
}
