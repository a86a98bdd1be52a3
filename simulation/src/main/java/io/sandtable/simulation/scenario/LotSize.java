package io.sandtable.simulation.scenario;

/**
 * In what quantities an item is made.
 *
 * @param minimum of a lot, 0 where any will do
 * @param multiple every lot is a whole multiple of it; 0 where none is asked for
 * @param maximum of a lot, positive infinity where nothing limits it; never less than the smallest lot
 */
public record LotSize(double minimum, double multiple, double maximum) {
    /** Any quantity. */
    public static final LotSize ANY = new LotSize(0, 0, Double.POSITIVE_INFINITY);

    /** What rounding may add to a multiple. */
    private static final double ROUNDING = 1e-9;

    public LotSize {
        double smallest = rounded(minimum, multiple);
        maximum = multiple > 0 && Double.isFinite(maximum)
                ? Math.floor(maximum / multiple + ROUNDING) * multiple
                : maximum;
        if (!(minimum >= 0) || !(multiple >= 0) || !(maximum >= smallest) || !(maximum > 0)) {
            throw new IllegalArgumentException(
                    "Lots of at least %s, in multiples of %s and of at most %s cannot be made; the largest must hold the smallest."
                            .formatted(minimum, multiple, maximum));
        }
    }

    /** Whole multiples. */
    public static LotSize multiples(double multiple) {
        return new LotSize(0, multiple, Double.POSITIVE_INFINITY);
    }

    /** The lot that covers so many units, no more than the largest may hold. */
    public double covering(double quantity) {
        return rounded(Math.max(quantity, minimum), multiple);
    }

    private static double rounded(double quantity, double multiple) {
        return multiple > 0 ? Math.ceil(quantity / multiple - ROUNDING) * multiple : quantity;
    }
}
