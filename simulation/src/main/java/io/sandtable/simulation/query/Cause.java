package io.sandtable.simulation.query;

import java.util.List;

/** Why a figure of one time is another than that of another time. */
public enum Cause {
    /** More or fewer units, at their group's average. */
    VOLUME,
    /** Other goods and customers of the same group than before. */
    MIX,
    /** Selling price. */
    PRICE,
    /** What a supplier asks for a unit of a material. */
    INPUT_PRICE,
    /** Other suppliers of the same material, dearer or cheaper ones. */
    SOURCING,
    /** Material and energy that a good unit took: yield and scrap. */
    USAGE,
    ENERGY_PRICE,
    /** The rest of the cost of a unit: labour, overhead, and what no record divides. */
    OTHER_COST,
    /** How each did: its own lateness, punctuality or price. */
    RATE,
    /** How much each had of all. */
    SHARE,
    /** Money in. */
    INCOME,
    /** Money out. */
    SPENDING,
    /** Days that machines stood. */
    STANDSTILL;

    /** What is one thing to a reader though it has two formulas: quantity is volume and mix. */
    public Cause group() {
        return this == MIX ? VOLUME : this;
    }

    /** What one cause may lie in, what is named first where two are as large standing first. */
    List<Grouping> dimensions() {
        return switch (this) {
            case VOLUME, MIX -> List.of(Grouping.CUSTOMER, Grouping.MATERIAL, Grouping.SUPPLIER);
            case PRICE, OTHER_COST -> List.of(Grouping.MATERIAL, Grouping.CUSTOMER);
            case INPUT_PRICE, SOURCING -> List.of(Grouping.SUPPLIER, Grouping.INPUT);
            case USAGE -> List.of(Grouping.MATERIAL, Grouping.INPUT);
            case ENERGY_PRICE -> List.of(Grouping.INPUT);
            case RATE, SHARE, INCOME, SPENDING -> List.of(Grouping.SUPPLIER, Grouping.CUSTOMER, Grouping.MATERIAL);
            case STANDSTILL -> List.of(Grouping.EQUIPMENT);
        };
    }
}
