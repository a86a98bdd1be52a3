package io.sandtable.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.web.Language;
import io.sandtable.web.readiness.Readiness.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static List<Fact> workshop() throws IOException {
        return Datasets.read(Path.of("..", "docs", "examples", "bracket-workshop"), ReadOptions.none())
                .facts();
    }

    private static Readiness of(List<? extends Fact> facts) {
        return Readiness.of(BusinessSnapshot.of(facts), Readinesses.TEMPLATE);
    }

    private static Readiness.Asked asked(Readiness readiness, Question question) {
        return readiness.questions().stream()
                .filter(q -> q.question() == question)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_isReadyWhereNothingWasImported() {
        Readiness empty = Readinesses.EMPTY;

        assertThat(empty.questions()).hasSameSizeAs(Question.values()).allMatch(q -> q.state() == State.NOT_IMPORTED);
        assertThat(empty.base().tables()).hasSize(4);
        assertThat(empty.tables()).allMatch(t -> t.rows() == 0);
    }

    @Test
    void workshop_canAnswerWhatItsTablesHold() throws IOException {
        Readiness readiness = of(workshop());

        assertThat(asked(readiness, Question.DEMAND).state()).isEqualTo(State.READY);
        assertThat(asked(readiness, Question.CAPACITY).state()).isEqualTo(State.READY);
        assertThat(asked(readiness, Question.SUPPLIER_LOST).state()).isEqualTo(State.READY);
        assertThat(asked(readiness, Question.OUTSOURCING).state()).isEqualTo(State.READY);
        assertThat(asked(readiness, Question.TOOL_WEAR).state()).isEqualTo(State.NOT_IMPORTED);
        assertThat(asked(readiness, Question.TOOL_WEAR).lack().tables())
                .extracting(Table::file)
                .containsExactly("Equipment.csv", "NEEDS_TOOL.csv");
        assertThat(readiness.facts().get(Origin.DEMO)).isPositive();
    }

    @Test
    void emptyColumn_isNamedWithItsTable() throws IOException {
        List<Fact> facts = workshop().stream()
                .map(f -> f instanceof Fact.NodeFact n && n.type() == NodeType.CALENDAR
                        ? without(n, Attributes.SHIFTS.name())
                        : f)
                .toList();

        Readiness.Asked capacity = asked(of(facts), Question.CAPACITY);

        assertThat(capacity.state()).isEqualTo(State.COLUMNS_MISSING);
        assertThat(capacity.lack().columns()).singleElement().satisfies(lacking -> {
            assertThat(lacking.column()).isEqualTo(Attributes.SHIFTS);
            assertThat(lacking.table().file()).isEqualTo("Calendar.csv");
        });
    }

    @Test
    void priceOrTariff_eitherWillDo() throws IOException {
        Readiness readiness = of(workshop());

        assertThat(asked(readiness, Question.ENERGY).lack().columns())
                .extracting(Readiness.Lacking::column)
                .doesNotContain(Attributes.PRICE);
    }

    @Test
    void everyQuestion_isWordedWithANameOfTheCompany() throws IOException {
        BusinessSnapshot snapshot = BusinessSnapshot.of(workshop());

        ReadinessView view = ReadinessView.of(Readiness.of(snapshot, Readinesses.TEMPLATE), snapshot, Language.ZH);

        assertThat(view.kinds()).isEqualTo(Question.values().length);
        assertThat(view.questions().get(1).example())
                .contains(
                        snapshot.relations(RelationType.YIELDS).getFirst().to().name());
        assertThat(view.shares()).isNotEmpty();
    }

    private static Fact without(Fact.NodeFact fact, String column) {
        var values = new TreeMap<>(fact.values());
        values.remove(column);
        return new Fact.NodeFact(fact.type(), fact.id(), values, fact.evidence(), fact.row());
    }
}
