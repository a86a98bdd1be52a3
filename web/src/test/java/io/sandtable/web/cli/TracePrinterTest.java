package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.Language;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.CompanyCard;
import io.sandtable.web.trace.PlannedFor;
import io.sandtable.web.trace.TraceAnswer;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sheet that came from nowhere is cut into hooks, some of which were shipped. */
class TracePrinterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence FILE = new Evidence("EVI-1", Origin.REAL, "lots.csv", null, DAY, null, null);

    private final List<Fact> facts = new ArrayList<>();

    TracePrinterTest() {
        node("MAT-H", Map.of("name", "挂钩", "nameEn", "Hook", "unit", "件"));
        node("LOT-S", Map.of("quantity", 0.0));
        node("LOT-H", Map.of("quantity", 30.0, "code", "H-7"));
        node("ORD-1", Map.of("status", "closed", "code", "SO-1"));
        node("ORD-2", Map.of("status", "open", "code", "SO-2"));
        node("CUS-A", Map.of("name", "宜家", "nameEn", "Ikea"));
        relation(RelationType.FOR, "LOT-H", "MAT-H", Map.of());
        relation(RelationType.CAME_FROM, "LOT-H", "LOT-S", Map.of());
        relation(RelationType.SHIPPED_FOR, "LOT-H", "ORD-1", Map.of("quantity", 12.5, "movedDate", DAY));
        relation(RelationType.ORDERED, "CUS-A", "ORD-1", Map.of());
    }

    @Test
    void steps_areToldWithQuantityDayAndEvidence_unknownWhereNobodyNotedThem() {
        assertThat(printed(Language.ZH, Direction.values()))
                .contains("H-7（批次，挂钩，现有 30 件）", "从哪里来", "来自", "未知", "记录断在 1 处，没有记下来源：LOT-S")
                .contains("到哪里去", "12.50 件", "2026-11-21", "lots.csv:9", "SO-1（订单，已交付）", "客户：宜家")
                .contains("SO-2");
    }

    @Test
    void oneDirection_isLeftOutWhereOnlyTheOtherIsWanted() {
        assertThat(printed(Language.ZH, Direction.BACK)).contains("从哪里来").doesNotContain("到哪里去", "SO-1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everything_isWorded(Language language) {
        assertThat(printed(language, Direction.values()))
                .doesNotContain("trace.")
                .contains(language.choose("宜家", "Ikea"), language.choose("未知", "unknown"));
    }

    private String printed(Language language, Direction... directions) {
        BusinessSnapshot snapshot = BusinessSnapshot.of(facts);
        var starts = List.of(snapshot.node("LOT-H"));
        var answer = new TraceAnswer(
                new Business(new CompanyCard("hooks", "挂钩厂", "Hooks", Origin.REAL, DAY), 1, snapshot, snapshot),
                "H-7",
                starts,
                Arrays.stream(directions).map(d -> Trace.of(starts, d)).toList());
        var planned = directions.length == 1
                ? List.<PlannedFor>of()
                : List.of(new PlannedFor(starts.getFirst(), snapshot.node("ORD-2"), OptionalDouble.of(20)));
        var out = new StringWriter();
        // like the one of the command line: what is not ended by a line is not there when the program exits
        var flushedByLines = new PrintWriter(new BufferedWriter(out), true);
        new TracePrinter(language, flushedByLines).print(answer, planned);
        return out.toString();
    }

    private void node(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
    }

    private void relation(RelationType type, String from, String to, Map<String, Object> values) {
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, String.valueOf(facts.size() + 1)));
    }
}
