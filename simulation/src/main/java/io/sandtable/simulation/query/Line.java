package io.sandtable.simulation.query;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One line of the records.
 *
 * @param day it is counted by
 * @param keys what it is about
 * @param origins where the values that were used come from
 * @param notes what is not as it should be with it
 */
record Line(LocalDate day, Map<Grouping, String> keys, Sums sums, Map<Origin, Integer> origins, Set<Note.Code> notes) {
    static Line on(LocalDate day) {
        var keys = new EnumMap<Grouping, String>(Grouping.class);
        keys.put(Grouping.MONTH, YearMonth.from(day).toString());
        return new Line(day, keys, new Sums(), new EnumMap<>(Origin.class), EnumSet.noneOf(Note.Code.class));
    }

    Line about(Grouping grouping, String id) {
        if (!id.isEmpty()) {
            keys.put(grouping, id);
        }
        return this;
    }

    /** About a material, and the first family it belongs to. */
    Line aboutMaterial(Node material) {
        material.out(RelationType.MEMBER_OF).stream().findFirst().ifPresent(r -> about(Grouping.FAMILY, r.to().id()));
        return about(Grouping.MATERIAL, material.id());
    }

    Line with(Additive what, double amount) {
        sums.with(what, amount);
        return this;
    }

    Line note(boolean holds, Note.Code code) {
        if (holds) {
            notes.add(code);
        }
        return this;
    }

    /** Counts values among those that were used, where they are known. */
    Line used(Thing thing, Attribute... attributes) {
        for (Attribute attribute : attributes) {
            if (thing.has(attribute)) {
                origins.merge(thing.source(attribute).evidence().origin(), 1, Integer::sum);
            }
        }
        return this;
    }

    /** The cost of what left a lot, or the standard cost that stands in for it. */
    Line usedCost(Sale sale, Node product) {
        return sale.fromLot()
                ? used(product.snapshot().node(sale.lot()), Attributes.UNIT_COST)
                : used(product, Attributes.STANDARD_COST);
    }
}
