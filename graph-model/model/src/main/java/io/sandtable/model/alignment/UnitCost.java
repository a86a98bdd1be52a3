package io.sandtable.model.alignment;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.UnitConversion;
import io.sandtable.model.UnitFactors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a purchase or a lot was booked at, against what it costs by the material's standard cost in the right unit.
 *
 * @param thing purchase or lot, as the business sees it
 * @param quantity in the material's unit
 * @param booked quantity × its own price, CNY
 * @param recalculated quantity × standard cost, CNY
 * @param mistaken the unit that the price is of, where it is that of another unit of the material; empty where it is of the right one
 */
public record UnitCost(
        Node thing, Node material, double quantity, double booked, double recalculated, Optional<String> mistaken) {
    /** Prices move by so much without their unit being another one. */
    private static final double PRICE_MOVES = 1.3;
    /** Units closer than this cannot be told apart by prices. */
    private static final double UNITS_DIFFER = 1.8;

    private static final List<String> USUAL = List.of("kg", "t", "斤", "g", "m", "mm", "m2", "m3", "L", "件", "千个");

    /** What was booked more than it costs; negative where less. */
    public double difference() {
        return booked - recalculated;
    }

    /** Of all purchases and lots that stand under several units or whose price is of another unit, the dearest mistakes first. */
    public static List<UnitCost> of(BusinessSnapshot aligned, BusinessSnapshot stored) {
        var costs = new ArrayList<UnitCost>();
        of(aligned, NodeType.PURCHASE_ORDER, Attributes.PRICE, stored, costs);
        of(aligned, NodeType.STOCK_LOT, Attributes.UNIT_COST, stored, costs);
        costs.sort(Comparator.comparingDouble((UnitCost c) -> Math.abs(c.difference()))
                .reversed()
                .thenComparing(c -> c.thing().id()));
        return costs;
    }

    private static void of(
            BusinessSnapshot aligned, NodeType type, Attribute price, BusinessSnapshot stored, List<UnitCost> costs) {
        for (Node thing : aligned.nodes(type)) {
            OptionalDouble own = thing.findNumber(price);
            boolean foreign = !thing.findText(Attributes.CURRENCY).orElse("CNY").equals("CNY");
            for (Relation about : thing.out(RelationType.FOR)) {
                Node material = about.to();
                OptionalDouble cost = material.type() == NodeType.MATERIAL
                        ? material.findNumber(Attributes.STANDARD_COST)
                        : OptionalDouble.empty();
                if (!foreign
                        && own.isPresent()
                        && own.getAsDouble() > 0
                        && cost.isPresent()
                        && cost.getAsDouble() > 0) {
                    double quantity = thing.number(Attributes.QUANTITY);
                    Optional<String> mistaken = mistaken(material, own.getAsDouble() / cost.getAsDouble());
                    if (mistaken.isPresent() || isConverted(thing, stored)) {
                        costs.add(new UnitCost(
                                thing,
                                material,
                                quantity,
                                quantity * own.getAsDouble(),
                                quantity * cost.getAsDouble(),
                                mistaken));
                    }
                }
            }
        }
    }

    /** Whether its quantity was given in another unit. */
    private static boolean isConverted(Node thing, BusinessSnapshot stored) {
        return stored.findNode(thing.id())
                .filter(own -> own.number(Attributes.QUANTITY) != thing.number(Attributes.QUANTITY))
                .isPresent();
    }

    /** The unit of the material by whose worth the price is too high or too low. */
    private static Optional<String> mistaken(Node material, double tooHigh) {
        if (tooHigh < UNITS_DIFFER && tooHigh > 1 / UNITS_DIFFER) {
            return Optional.empty();
        }
        UnitConversion conversion = UnitConversion.of(material, null);
        String own = material.text(Attributes.UNIT);
        Set<String> units = new LinkedHashSet<>();
        material.findText(Attributes.UNIT_FACTORS)
                .map(UnitFactors::parse)
                .ifPresent(said -> said.factors().forEach(f -> units.addAll(List.of(f.unit(), f.of()))));
        units.addAll(USUAL);
        units.remove("");
        return units.stream()
                .filter(unit -> conversion.find(unit, own).stream().anyMatch(worth -> isNear(tooHigh / worth)))
                .findFirst();
    }

    private static boolean isNear(double ratio) {
        return ratio <= PRICE_MOVES && ratio >= 1 / PRICE_MOVES;
    }
}
