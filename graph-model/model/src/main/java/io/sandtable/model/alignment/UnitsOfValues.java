package io.sandtable.model.alignment;

import static io.sandtable.model.Attributes.*;

import io.sandtable.model.Attribute;
import io.sandtable.model.Curve;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.Set;

/** Which numbers change with the unit of the material they are about, and how. */
final class UnitsOfValues {
    /** So many units of it. */
    private static final Set<Attribute> COUNTED = Set.of(
            SAFETY_STOCK,
            LOT_MULTIPLE,
            LOT_MINIMUM,
            LOT_MAXIMUM,
            QUANTITY,
            DELIVERED_QUANTITY,
            REJECTED_QUANTITY,
            MINIMUM_SHIPMENT,
            MINIMUM_QUANTITY,
            MULTIPLE,
            CAPACITY_PER_WEEK,
            QUANTITY_PER_UNIT,
            QUANTITY_PER_LOT);

    /** So much for one unit of it. */
    private static final Set<Attribute> PER_UNIT =
            Set.of(SALES_PRICE, STANDARD_COST, WEIGHT_KG, PRICE, UNIT_COST, TRANSFER_COST);

    /** Types that are about a material by FOR, whose quantities are in its unit. */
    static final Set<NodeType> ABOUT =
            Set.of(NodeType.ORDER, NodeType.PURCHASE_ORDER, NodeType.WORK_ORDER, NodeType.STOCK_LOT);

    private static final Set<RelationType> IN_UNITS_OF_END =
            Set.of(RelationType.SUPPLIES, RelationType.CONSUMES, RelationType.YIELDS);

    private UnitsOfValues() {}

    /** The value in the other unit, of which one of this unit is so many. */
    static Object converted(Attribute attribute, Object value, double factor) {
        if (factor == 1) {
            return value;
        }
        if (attribute.equals(PRICE_TIERS)) {
            return Curve.parse(value.toString())
                    .stretched(factor)
                    .scaled(1 / factor)
                    .toString();
        }
        return value instanceof Double number
                ? (Object)
                        (COUNTED.contains(attribute)
                                ? number * factor
                                : PER_UNIT.contains(attribute) ? number / factor : number)
                : value;
    }

    /** The factor for values of a relation, by that of the thing it ends at. */
    static double ofRelation(RelationType type, double to) {
        return IN_UNITS_OF_END.contains(type) ? to : 1;
    }

    /** A substitute's ratio: so many of the first for one of the second. */
    static Object ratio(String name, Object value, double from, double to) {
        return name.equals(RATIO.name()) && value instanceof Double ratio ? (Object) (ratio * from / to) : value;
    }
}
