package io.sandtable.store;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts for the tests: two suppliers of one material, an order for a product made of it, values of every kind. */
final class SmallCompany {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final Evidence ERP = new Evidence("EVI-erp", Origin.REAL, "erp.csv", "ab12", DAY, null, null);
    static final Evidence MARKET =
            new Evidence("EVI-market", Origin.REAL, "market.csv", "cd34", DAY, "CC-BY-4.0, the exchange", null);
    static final Evidence STAND_IN =
            new Evidence("EVI-default", Origin.DEFAULT, "stand-ins", null, DAY, null, "median");

    private SmallCompany() {}

    static List<Fact> facts() {
        return new ArrayList<>(List.of(
                node("SUP-1", "2", Map.of("name", "佛山协力", "aliases", "协力|Xieli")),
                node("SUP-2", "3", Map.of("name", "Line\nbreak\tand 'quote' \"\\`")),
                node("MAT-1", "4", Map.of("name", "铝板", "role", "raw", "unit", "kg", "standardCost", 20.0)),
                node("MAT-2", "5", Map.of("name", "电池壳", "role", "product", "unit", "pc", "salesPrice", 129.9)),
                node("PRO-1", "6", Map.of("confidential", true)),
                node("ORD-1", "7", Map.of("status", "open", "quantity", 1200.0, "dueDate", LocalDate.of(2027, 1, 15))),
                supplies("SUP-1", "", 20.5),
                supplies("SUP-1", "second contract", 19.25),
                supplies("SUP-2", "", 21.0),
                relation(RelationType.CONSUMES, "PRO-1", "MAT-1", Map.of("quantityPerUnit", 2.4)),
                relation(RelationType.FOR, "ORD-1", "MAT-2", Map.of()),
                // a market price over the ERP's own, a stand-in beside it
                new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("standardCost", 20.75), MARKET, "row 9"),
                new Fact.RelationFact(
                        RelationType.SUPPLIES, "SUP-2", "MAT-1", "", Map.of("onTimePercent", 95.0), STAND_IN, "")));
    }

    static Fact node(String id, String row, Map<String, Object> values) {
        return new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, ERP, row);
    }

    static Fact supplies(String supplier, String variant, double price) {
        return new Fact.RelationFact(
                RelationType.SUPPLIES,
                supplier,
                "MAT-1",
                variant,
                Map.of("price", price, "leadTimeDays", 7.0, "validFrom", DAY),
                ERP,
                "11");
    }

    static Fact relation(RelationType type, String from, String to, Map<String, Object> values) {
        return new Fact.RelationFact(type, from, to, "", values, ERP, "12");
    }
}
