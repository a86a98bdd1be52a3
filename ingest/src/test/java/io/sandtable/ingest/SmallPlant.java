package io.sandtable.ingest;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.store.FactWriter;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.testing.TestGraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A company for the tests: two sites, one of them with bins, three materials, three lots. */
final class SmallPlant {
    static final String COMPANY = "plant";
    private static final Evidence ERP =
            new Evidence("EVI-erp", Origin.REAL, "erp.csv", "ab12", LocalDate.of(2026, 11, 21), null, null);

    private SmallPlant() {}

    /** The shared test graph with nothing but this company in it. */
    static GraphConnection loaded() {
        GraphConnection connection = TestGraph.emptied();
        new FactWriter(connection).merge(facts());
        return connection;
    }

    /** As its files say once more. */
    static void importAgain(GraphConnection connection) {
        new FactWriter(connection).replaceAll(facts());
    }

    private static List<Fact> facts() {
        return List.of(
                node("SIT-SZ", Map.of("name", "苏州本厂仓", "code", "SZ")),
                node("SIT-KS", Map.of("name", "昆山外仓", "code", "KS")),
                node("ZON-RAW", Map.of("name", "原料区", "code", "RAW")),
                node("BIN-1", Map.of("code", "RAW-01")),
                node("BIN-2", Map.of("code", "RAW-02")),
                node("BIN-KS", Map.of("code", "KS-01")),
                relation(RelationType.PART_OF, "ZON-RAW", "SIT-SZ"),
                relation(RelationType.PART_OF, "BIN-1", "ZON-RAW"),
                relation(RelationType.PART_OF, "BIN-2", "ZON-RAW"),
                relation(RelationType.PART_OF, "BIN-KS", "SIT-KS"),
                node("MAT-AL", Map.of("code", "AL", "role", "raw", "unit", "kg")),
                node("MAT-CU", Map.of("code", "CU", "role", "raw", "unit", "kg")),
                node("MAT-M6", Map.of("code", "M6", "role", "raw", "unit", "件")),
                lot("LOT-A1", "A1", 500),
                lot("LOT-A2", "A2", 300),
                lot("LOT-K1", "K1", 40),
                relation(RelationType.FOR, "LOT-A1", "MAT-AL"),
                relation(RelationType.FOR, "LOT-A2", "MAT-AL"),
                relation(RelationType.FOR, "LOT-K1", "MAT-CU"),
                relation(RelationType.STORED_IN, "LOT-A1", "BIN-1"),
                relation(RelationType.STORED_IN, "LOT-A2", "BIN-2"),
                relation(RelationType.STORED_IN, "LOT-K1", "BIN-KS"));
    }

    /** Another raw material, counted in kg. */
    static void add(GraphConnection connection, String id, String code) {
        new FactWriter(connection).merge(List.of(node(id, Map.of("code", code, "role", "raw", "unit", "kg"))));
    }

    private static Fact lot(String id, String code, double quantity) {
        return node(id, Map.of("code", code, "quantity", quantity, "unitCost", 21.5));
    }

    private static Fact node(String id, Map<String, Object> values) {
        return new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, ERP, "");
    }

    private static Fact relation(RelationType type, String from, String to) {
        return new Fact.RelationFact(type, from, to, "", Map.of(), ERP, "");
    }
}
