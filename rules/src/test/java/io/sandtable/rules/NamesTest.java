package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Evidence ERP =
            new Evidence("EVI-erp", Origin.REAL, "erp.csv", "ab12", Company.AS_OF, null, null);

    private final Reader reader = new Reader(
            Names.of(BusinessSnapshot.of(List.of(
                    node(NodeType.FAMILY, "FAM-1", Map.of("name", "电池壳", "nameEn", "battery shells")),
                    node(NodeType.SUPPLIER, "SUP-1", Map.of("name", "华铝金属", "aliases", "华铝|Hualu", "code", "V0815")),
                    order("ORD-1", "SO-1108"),
                    order("ORD-2", "SO-1108"),
                    order("ORD-3", "SO-1109"),
                    node(NodeType.PROCESS, "PRO-1", Map.of("name", "上盖压铸", "technology", "压铸")),
                    node(NodeType.PROCESS, "PRO-2", Map.of("name", "底座压铸", "technology", "压铸")),
                    node(
                            NodeType.EQUIPMENT,
                            "EQP-1",
                            Map.of("name", "1600T机", "kind", "machine", "technology", "压铸"))))),
            Company.AS_OF,
            HolidayCalendar.china());

    @Test
    void snapshotNames_aliasesAndCodes_meanTheirNode() {
        assertThat(entities("华铝断供")).containsExactly("SUP-1");
        assertThat(entities("V0815断供")).containsExactly("SUP-1");
        assertThat(entities("SUP-1 stops delivering")).containsExactly("SUP-1");
        assertThat(entities("orders for battery shells double")).containsExactly("FAM-1");
    }

    @Test
    void orderNumber_meansAllItsLines() {
        assertThat(entities("SO-1108 最晚12月20号要交")).containsExactly("ORD-1", "ORD-2");
        assertThat(entities("SO-1109 最晚12月20号要交")).containsExactly("ORD-3");
    }

    @Test
    void technology_meansOperationsOrMachinesByWhatIsSaid() {
        assertThat(entities("压铸不得外协")).containsExactly("PRO-1", "PRO-2");
        assertThat(entities("下月压铸产能减少20%")).containsExactly("EQP-1");
    }

    @Test
    void brokenEntities_areNamedTogether() {
        assertThatThrownBy(
                        () -> Names.parse("[{\"id\":\"\",\"type\":\"Supplier\"},{\"id\":\"X\",\"type\":\"Rocket\"}]"))
                .hasMessageContaining("entry 1")
                .hasMessageContaining("entry 2 (id 'X', type 'Rocket')");
        assertThatThrownBy(() -> Names.of(List.of(named("A"), named("A")))).hasMessageContaining("'A' stands twice");
    }

    private List<String> entities(String sentence) {
        return reader.understand(sentence).statements().getFirst().entities();
    }

    private static Named named(String id) {
        return new Named(id, NodeType.SUPPLIER, id, null, List.of(), List.of());
    }

    private static Fact order(String id, String code) {
        return node(
                NodeType.ORDER,
                id,
                Map.of("code", code, "status", "open", "quantity", 5.0, "dueDate", LocalDate.of(2027, 1, 15)));
    }

    private static Fact node(NodeType type, String id, Map<String, Object> values) {
        return new Fact.NodeFact(type, id, values, ERP, "2");
    }
}
