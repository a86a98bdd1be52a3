package io.sandtable.datasets.history;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance from one seed, split by purpose so that more of one kind leaves the others as they were. */
record Chance(long seed) {
    RandomGenerator of(String purpose) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + purpose.hashCode());
    }

    /** A factor around 1: normal, its standard deviation in percent, never less than a fifth. */
    static double factor(RandomGenerator dice, double percent) {
        return Math.max(0.2, 1 + dice.nextGaussian() * percent / 100);
    }
}
