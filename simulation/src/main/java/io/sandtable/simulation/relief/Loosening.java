package io.sandtable.simulation.relief;

import java.util.function.IntFunction;

/**
 * One kind of relief for one cause, of a size still to be found.
 *
 * @param usual the largest size that is asked for first, in steps; at least 1
 * @param most the largest that there is; at least {@code usual}
 * @param relief of so many steps, 1 … most
 * @param give what is planned when that much is given
 */
record Loosening(int usual, int most, IntFunction<Relief> relief, IntFunction<Given> give) {
    Loosening {
        if (usual < 1 || most < usual) {
            throw new IllegalArgumentException(
                    "A relief may have %d steps, usually %d; give 1 or more and no fewer than usual, or leave it out."
                            .formatted(most, usual));
        }
    }

    Loosening(int most, IntFunction<Relief> relief, IntFunction<Given> give) {
        this(most, most, relief, give);
    }

    /** The same relief, found for another reason as well? Then it need not be tried twice. */
    boolean isLike(Loosening other) {
        return relief.apply(most).equals(other.relief.apply(other.most));
    }
}
