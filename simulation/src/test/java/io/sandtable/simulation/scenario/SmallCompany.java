package io.sandtable.simulation.scenario;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A company of few facts that has something of everything: two products, a mould, a subcontractor, a foreign supplier. */
public final class SmallCompany {
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static final Evidence EVIDENCE = new Evidence("EVI-small", Origin.DEMO, "small", null, AS_OF, null, null);

    private final List<Fact> facts = new ArrayList<>();

    public static SmallCompany complete() {
        var c = new SmallCompany();
        c.node(NodeType.FAMILY, "FAM-shell", "name", "电池壳");
        c.node(NodeType.MATERIAL, "MAT-alu", "name", "铝锭", "role", "raw", "unit", "kg", "shelfLifeDays", 100.0);
        c.node(NodeType.MATERIAL, "MAT-shell", "name", "电池壳A", "role", "product", "unit", "件", "standardCost", 200.0);
        c.node(NodeType.MATERIAL, "MAT-lid", "name", "盖板", "role", "product", "unit", "件", "standardCost", 20.0);
        c.relation(RelationType.MEMBER_OF, "MAT-shell", "FAM-shell");
        c.node(NodeType.SUPPLIER, "SUP-near", "name", "近铝", "country", "CN", "paymentTermDays", 30.0);
        c.node(NodeType.SUPPLIER, "SUP-far", "name", "Far", "country", "DE", "currency", "EUR");
        c.node(NodeType.SUPPLIER, "SUP-sub", "name", "外协", "country", "CN");
        c.node(NodeType.SUPPLIER, "SUP-mould", "name", "模具厂", "country", "CN");
        c.node(NodeType.PRICE_SERIES, "PRI-eur", "unit", "CNY/EUR", "points", "2026-01-01=7.8;2026-12-01=9");
        c.relation(
                RelationType.SUPPLIES,
                "SUP-near",
                "MAT-alu",
                "price",
                22.6,
                "priceIncludesVat",
                true,
                "leadTimeDays",
                7.0,
                "priority",
                1.0,
                "onTimePercent",
                90.0,
                "leadTimeSpreadDays",
                10.0,
                "rejectPercent",
                1.0,
                "capacityPerWeek",
                9000.0);
        c.relation(RelationType.SUPPLIES, "SUP-far", "MAT-alu", "price", 2.5, "leadTimeDays", 40.0, "priority", 2.0);
        c.relation(RelationType.SUPPLIES, "SUP-mould", "EQP-mould", "price", 680_000.0, "leadTimeDays", 45.0);
        c.node(NodeType.POLICY, "POL-duty", "name", "铝关税", "kind", "duty", "ratePercent", 6.0, "country", "DE");
        c.relation(RelationType.APPLIES_TO, "POL-duty", "MAT-alu");
        c.node(NodeType.POLICY, "POL-carbon", "kind", "carbon", "amount", 80.0);
        c.node(NodeType.POLICY, "POL-vat", "kind", "vat", "ratePercent", 13.0);
        c.node(
                NodeType.ENERGY,
                "ENE-power",
                "kind",
                "electricity",
                "unit",
                "kWh",
                "tariff",
                "MON-SUN 00:00-08:00 valley 0.3;MON-SUN 08:00-24:00 peak 1.1",
                "emissionFactor",
                0.57);
        c.node(
                NodeType.CALENDAR,
                "CAL-day",
                "shifts",
                "MON-FRI 08:00-20:00",
                "holidays",
                "CN",
                "overtime",
                "SAT 08:00-16:00");
        c.node(NodeType.EQUIPMENT, "EQP-team", "kind", "labour", "labourRate", 45.0);
        c.node(
                NodeType.EQUIPMENT,
                "EQP-cast",
                "name",
                "压铸机",
                "kind",
                "machine",
                "units",
                2.0,
                "availabilityPercent",
                90.0);
        c.node(NodeType.EQUIPMENT, "EQP-mill", "name", "加工中心", "kind", "machine");
        c.node(
                NodeType.EQUIPMENT,
                "EQP-mould",
                "name",
                "壳体模具",
                "kind",
                "tool",
                "lifeStrokes",
                100_000.0,
                "strokesUsed",
                80_000.0,
                "wearCurve",
                "0=99;0.8=97;1=90");
        c.relation(RelationType.FOLLOWS, "EQP-cast", "CAL-day");
        c.relation(RelationType.FOLLOWS, "EQP-mill", "CAL-day");
        c.relation(RelationType.STAFFED_BY, "EQP-cast", "EQP-team", "operators", 2.0);
        c.relation(RelationType.DRAWS, "EQP-cast", "ENE-power", "kilowatts", 120.0);
        c.node(NodeType.ROUTING, "ROU-shell", "priority", 1.0);
        c.relation(RelationType.YIELDS, "ROU-shell", "MAT-shell");
        c.node(NodeType.PROCESS, "PRO-cast", "name", "压铸", "technology", "压铸");
        c.node(NodeType.PROCESS, "PRO-mill", "name", "精加工", "technology", "CNC");
        c.relation(RelationType.STEP_OF, "PRO-cast", "ROU-shell", "sequence", 10.0);
        c.relation(RelationType.STEP_OF, "PRO-mill", "ROU-shell", "sequence", 20.0);
        c.relation(
                RelationType.RUNS_ON,
                "PRO-cast",
                "EQP-cast",
                "minutesPerUnit",
                2.0,
                "setupMinutes",
                60.0,
                "yieldPercent",
                98.0);
        c.relation(RelationType.RUNS_ON, "PRO-mill", "EQP-mill", "minutesPerUnit", 3.0);
        c.relation(RelationType.NEEDS_TOOL, "PRO-cast", "EQP-mould", "strokesPerUnit", 1.0);
        c.relation(RelationType.CONSUMES, "PRO-cast", "MAT-alu", "quantityPerUnit", 6.0, "scrapPercent", 5.0);
        c.relation(
                RelationType.OUTSOURCED_TO,
                "PRO-cast",
                "SUP-sub",
                "price",
                60.0,
                "leadTimeDays",
                10.0,
                "confidentiality",
                "high");
        c.node(NodeType.CUSTOMER, "CUS-ev", "name", "远航", "paymentTermDays", 60.0);
        c.order("ORD-1", "MAT-shell", 100, LocalDate.of(2026, 12, 18));
        c.order("ORD-2", "MAT-shell", 200, LocalDate.of(2027, 2, 26));
        c.order("ORD-3", "MAT-lid", 50, LocalDate.of(2027, 2, 26));
        c.node(
                NodeType.STOCK_LOT,
                "LOT-1",
                "quantity",
                500.0,
                "unitCost",
                19.0,
                "expiryDate",
                LocalDate.of(2027, 3, 1));
        c.relation(RelationType.FOR, "LOT-1", "MAT-alu");
        c.node(NodeType.ACCOUNT, "ACC-cash", "kind", "cash", "amount", 1_000_000.0);
        c.node(
                NodeType.ACCOUNT,
                "ACC-owed",
                "kind",
                "receivable",
                "amount",
                50_000.0,
                "dueDate",
                LocalDate.of(2026, 12, 10));
        c.node(NodeType.ACCOUNT, "ACC-wages", "kind", "payroll", "amount", 90_000.0, "dayOfMonth", 10.0);
        return c;
    }

    public SmallCompany node(NodeType type, String id, Object... values) {
        facts.add(new Fact.NodeFact(type, id, values(values), EVIDENCE, ""));
        return this;
    }

    public SmallCompany relation(RelationType type, String from, String to, Object... values) {
        facts.add(new Fact.RelationFact(type, from, to, "", values(values), EVIDENCE, ""));
        return this;
    }

    public SmallCompany without(RelationType type) {
        facts.removeIf(f -> f instanceof Fact.RelationFact r && r.type() == type);
        return this;
    }

    public BusinessSnapshot snapshot() {
        return BusinessSnapshot.of(facts);
    }

    public Scenario scenario() {
        return Scenario.of(snapshot(), AS_OF, 1);
    }

    private void order(String id, String material, double quantity, LocalDate due) {
        node(
                NodeType.ORDER,
                id,
                "code",
                id.replace("ORD-", "SO-"),
                "status",
                "open",
                "quantity",
                quantity,
                "dueDate",
                due,
                "price",
                300.0);
        relation(RelationType.FOR, id, material);
        relation(RelationType.ORDERED, "CUS-ev", id);
    }

    private static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
