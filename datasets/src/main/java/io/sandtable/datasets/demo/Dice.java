package io.sandtable.datasets.demo;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The one seed of the demo company, split by purpose so that a change to one table leaves the others as they were. */
final class Dice {
    private static final long SEED = 20261121L;

    private Dice() {}

    static RandomGenerator of(String purpose) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED * 31 + purpose.hashCode());
    }
}
