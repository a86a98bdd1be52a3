package io.sandtable.model.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A thing as one source describes it.
 *
 * @param source what lists it; two things of one source are never the same, for a list names a thing once
 * @param code its number in that source, empty where it has none
 * @param names name, English name and aliases, the name first
 * @param specification empty where none stands apart from the name
 * @param unit empty where it is not counted
 * @param price CNY per unit, negative where none is known
 */
public record Described(
        String id,
        NodeType type,
        String source,
        String code,
        List<String> names,
        String specification,
        String unit,
        double price) {
    /** No price is known. */
    public static final double NO_PRICE = -1;

    public Described {
        names = List.copyOf(names);
    }

    /** What a snapshot says of it; its source is the one that says that it exists. */
    public static Described of(Node node) {
        var names = new ArrayList<String>();
        node.findText(Attributes.NAME).ifPresent(names::add);
        node.findText(Attributes.NAME_EN).ifPresent(names::add);
        names.addAll(node.names(Attributes.ALIASES));
        boolean material = node.type() == NodeType.MATERIAL;
        return new Described(
                node.id(),
                node.type(),
                node.source().evidence().id(),
                node.findText(Attributes.CODE)
                        .orElse(node.id().substring(node.type().prefix().length() + 1)),
                names,
                material ? node.findText(Attributes.SPECIFICATION).orElse("") : "",
                material ? node.findText(Attributes.UNIT).orElse("") : "",
                material ? price(node).orElse(NO_PRICE) : NO_PRICE);
    }

    private static OptionalDouble price(Node material) {
        OptionalDouble cost = material.findNumber(Attributes.STANDARD_COST);
        return cost.isPresent()
                ? cost
                : material.in(RelationType.SUPPLIES).stream()
                        .filter(Described::inYuan)
                        .mapToDouble(s -> s.numberOr(Attributes.PRICE, NO_PRICE))
                        .filter(price -> price > 0)
                        .min();
    }

    private static boolean inYuan(Relation supplies) {
        return supplies.findText(Attributes.CURRENCY)
                .or(() -> supplies.from().findText(Attributes.CURRENCY))
                .orElse("CNY")
                .equals("CNY");
    }
}
