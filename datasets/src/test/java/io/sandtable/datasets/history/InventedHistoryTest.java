package io.sandtable.datasets.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventedHistoryTest {
    @TempDir
    private Path folder;

    static List<String> names() {
        return InventedHistory.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void history_loadsLikeAnybodysFiles_andItsBooksAddUp(String name) throws IOException {
        history(name).write(folder);

        Dataset dataset = Datasets.read(folder, ReadOptions.none());

        assertThat(dataset.problems()).isEmpty();
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.nodes(NodeType.ORDER)).hasSizeGreaterThan(3000).allSatisfy(order -> {
            double shipped = quantity(order.in(RelationType.SHIPPED_FOR));
            assertThat(shipped).isCloseTo(order.numberOr(Attributes.DELIVERED_QUANTITY, 0), within(1e-6));
        });
        assertThat(snapshot.nodes(NodeType.STOCK_LOT)).allSatisfy(InventedHistoryTest::balances);
    }

    /** What came in is what went out and what is left. */
    private static void balances(Node lot) {
        double out = quantity(lot.out(RelationType.SHIPPED_FOR)) + quantity(lot.in(RelationType.CAME_FROM));
        lot.out(RelationType.CAME_FROM).forEach(came -> {
            double left = lot.number(Attributes.QUANTITY);
            assertThat(came.number(Attributes.QUANTITY)).isCloseTo(out + left, within(1e-3));
            assertThat(came.date(Attributes.MOVED_DATE)).isEqualTo(lot.date(Attributes.RECEIVED_DATE));
        });
    }

    private static double quantity(List<Relation> moves) {
        return moves.stream().mapToDouble(m -> m.number(Attributes.QUANTITY)).sum();
    }

    @Test
    void sameSeed_writesTheSameFiles_anotherSeedOthers() {
        InventedHistory history = history(InventedHistory.names().getFirst());

        assertThat(history.files()).isEqualTo(history.files());
        assertThat(history.withSeed(7).files().get("Order.csv"))
                .isNotEqualTo(history.files().get("Order.csv"));
    }

    private static InventedHistory history(String name) {
        return InventedHistory.find(name).orElseThrow();
    }
}
