package io.sandtable.simulation.relief;

import java.util.function.IntFunction;

/**
 * One kind of relief for one cause, of a size still to be found.
 *
 * @param most the largest size that makes sense, in steps; at least 1
 * @param relief of so many steps, 1 … most
 * @param give what is planned when that much is given
 */
record Loosening(int most, IntFunction<Relief> relief, IntFunction<Given> give) {
    Loosening {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "A relief may have %d steps; give 1 or more, or leave it out.".formatted(most));
        }
    }

    /** The same relief, found for another reason as well? Then it need not be tried twice. */
    boolean isLike(Loosening other) {
        return relief.apply(most).equals(other.relief.apply(other.most));
    }
}
