package io.sandtable.ingest;

import static io.sandtable.ingest.Messages.lot;
import static io.sandtable.ingest.Messages.reading;
import static io.sandtable.ingest.Messages.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.RelationType;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.SnapshotReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a source over the embedded broker into store and graph. */
class LiveFeedIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final String STOCK = "sandtable/plant/stock/wms1";
    private static final String READING = "sandtable/plant/reading/hall";

    @TempDir
    private Path home;

    private GraphConnection connection;
    private LoadedPlant plant;

    @BeforeEach
    void load() {
        connection = SmallPlant.loaded();
        plant = new LoadedPlant(connection);
    }

    @Test
    void stockMessage_changesTheSnapshotAndSaysWhereFrom() {
        String count = stock(
                "m1",
                "2026-11-25T19:00:00+08:00",
                true,
                lot("A1", "AL", 420, "kg", "RAW-01"),
                lot("N7", "MAT-M6", 12000, "pcs", "BIN-2"));
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(STOCK, count);
            until(() -> plant.applied.size() == 1);

            BusinessSnapshot after = snapshot();
            assertThat(after.node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(420);
            assertThat(after.node("LOT-A1")
                            .source(Attributes.QUANTITY)
                            .evidence()
                            .source())
                    .isEqualTo(STOCK + " m1");
            assertThat(after.node("LOT-A2").number(Attributes.QUANTITY)).isZero();
            assertThat(after.node("LOT-K1").number(Attributes.QUANTITY)).isEqualTo(40);
            assertThat(after.node("LOT-N7").number(Attributes.QUANTITY)).isEqualTo(12000);
            assertThat(plant.applied.getFirst().changedLots()).isEqualTo(3);
            assertThat(plant.originals).containsEntry(plant.applied.getFirst().sha256(), Messages.bytes(count));
            until(() -> states(feed).equals(List.of(StockArrival.State.APPLIED)));
        }
    }

    @Test
    void duplicate_changesNothing() {
        String count = stock("m1", "2026-11-25T19:00:00+08:00", false, lot("A1", "AL", 420, "kg", "RAW-01"));
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(STOCK, count);
            until(() -> plant.applied.size() == 1);
            long revision = revision();

            source.sendNow(STOCK, count);
            until(() -> feed.status().duplicates() == 1);

            assertThat(feed.stockMessages("plant", 10)).hasSize(1);
            assertThat(feed.status().deadLetters()).isZero();
            assertThat(revision()).isEqualTo(revision);
        }
    }

    @Test
    void filesImported_countsOfThatDayAndLaterAreAppliedAgain() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(
                    STOCK, stock("m1", "2026-11-22T19:00:00+08:00", false, lot("A2", "AL", 111, "kg", "RAW-02")));
            source.sendNow(
                    STOCK, stock("m2", "2026-11-25T19:00:00+08:00", false, lot("A1", "AL", 420, "kg", "RAW-01")));
            until(() -> plant.applied.size() == 2);

            SmallPlant.importAgain(connection);
            assertThat(snapshot().node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(500);
            feed.filesImported("plant", LocalDate.of(2026, 11, 23));
            until(() -> plant.applied.size() == 3);

            assertThat(snapshot().node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(420);
            assertThat(snapshot().node("LOT-A2").number(Attributes.QUANTITY)).isEqualTo(300);
            until(() -> states(feed).equals(List.of(StockArrival.State.APPLIED, StockArrival.State.SUPERSEDED)));
        }
    }

    @Test
    void sameCountsUnderAnotherId_makeNoNewRevision() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(
                    STOCK, stock("m1", "2026-11-25T19:00:00+08:00", false, lot("A1", "AL", 420, "kg", "RAW-01")));
            until(() -> plant.applied.size() == 1);
            long revision = revision();

            source.sendNow(
                    STOCK, stock("m2", "2026-11-25T19:05:00+08:00", false, lot("A1", "AL", 420_000, "g", "BIN-1")));
            until(() -> states(feed).equals(List.of(StockArrival.State.APPLIED, StockArrival.State.APPLIED)));

            assertThat(revision()).isEqualTo(revision);
            assertThat(plant.applied).hasSize(1);
        }
    }

    @Test
    void movedLot_liesAtItsNewBinFromThatDay_andAtTheOldOneAgainWhenItComesBack() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(
                    STOCK, stock("m1", "2026-11-23T19:00:00+08:00", false, lot("A1", "AL", 500, "kg", "RAW-02")));
            until(() -> plant.applied.size() == 1);
            assertThat(places("LOT-A1", LocalDate.of(2026, 11, 22))).containsExactly("BIN-1");
            assertThat(places("LOT-A1", LocalDate.of(2026, 11, 23))).containsExactly("BIN-2");

            source.sendNow(
                    STOCK, stock("m2", "2026-11-25T19:00:00+08:00", false, lot("A1", "AL", 500, "kg", "RAW-01")));
            until(() -> plant.applied.size() == 2);
            assertThat(places("LOT-A1", LocalDate.of(2026, 11, 24))).containsExactly("BIN-2");
            assertThat(places("LOT-A1", LocalDate.of(2026, 11, 26))).containsExactly("BIN-1");
        }
    }

    @Test
    void lotOverTwoBins_isOneLotWithTheSum() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(
                    STOCK,
                    stock(
                            "m1",
                            "2026-11-25T19:00:00+08:00",
                            false,
                            lot("B1", "AL", 0.1, "t", "RAW-01"),
                            lot("B1", "AL", 0.2, "t", "RAW-02")));
            until(() -> plant.applied.size() == 1);

            assertThat(snapshot().node("LOT-B1").number(Attributes.QUANTITY)).isEqualTo(300);
            assertThat(places("LOT-B1", LocalDate.of(2026, 11, 25))).containsExactlyInAnyOrder("BIN-1", "BIN-2");
        }
    }

    @Test
    void olderCount_isKeptAndNotApplied() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(
                    STOCK, stock("m2", "2026-11-25T19:00:00+08:00", false, lot("A1", "AL", 420, "kg", "RAW-01")));
            until(() -> plant.applied.size() == 1);

            source.sendNow(
                    STOCK, stock("m1", "2026-11-25T18:00:00+08:00", false, lot("A1", "AL", 999, "kg", "RAW-01")));
            until(() -> states(feed).equals(List.of(StockArrival.State.APPLIED, StockArrival.State.SUPERSEDED)));

            assertThat(snapshot().node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(420);
        }
    }

    @Test
    void unusableMessages_areDeadLettersAndHoldUpNobody() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(READING, "{not json");
            source.sendNow("sandtable/nobody/reading/hall", reading("r1", "2026-11-25T12:00:00Z", "T-1", 20));
            source.sendNow("sandtable/plant/wrong/hall", "{}");
            source.sendNow(READING, reading("r1", "2026-11-25T12:00:00Z", "T-1", -300));
            source.sendNow(
                    READING, reading("r2", "2026-11-25T12:00:00Z", "T-1", 20).replace("}", ", \"bin\": \"NOWHERE\"}"));
            source.sendNow(STOCK, stock("s1", "2026-11-25T12:00:00Z", false, lot("A1", "GOLD", 1, "kg", "RAW-01")));
            source.sendNow(STOCK, stock("s2", "2026-11-25T12:00:00Z", false, lot("A1", "AL", 1, "件", "RAW-01")));
            source.sendNow(STOCK, stock("s3", "2026-11-25T12:00:00Z", false, lot("A1", "CU", 1, "kg", "RAW-01")));
            source.sendNow(STOCK, stock("s4", "2026-11-25T12:00:00Z", false, lot("A1", "AL", 1, "kg", "KS-01")));
            source.sendNow(READING, reading("r3", "2026-11-25T12:00:00Z", "T-1", 21));
            until(() ->
                    feed.status().deadLetters() == 9 && feed.readings("plant").size() == 1);

            assertThat(feed.deadLetters(20))
                    .extracting(DeadLetter::reason)
                    .containsExactlyInAnyOrder(
                            DeadLetterReason.NOT_JSON,
                            DeadLetterReason.COMPANY_UNKNOWN,
                            DeadLetterReason.TOPIC_UNKNOWN,
                            DeadLetterReason.VALUE_ABSURD,
                            DeadLetterReason.BIN_UNKNOWN,
                            DeadLetterReason.MATERIAL_UNKNOWN,
                            DeadLetterReason.UNIT_MISMATCH,
                            DeadLetterReason.LOT_OF_OTHER_MATERIAL,
                            DeadLetterReason.BIN_ELSEWHERE);
            assertThat(plant.applied).isEmpty();
            assertThat(snapshot().node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(500);
        }
    }

    @Test
    void messageIdWithAnotherContent_isADeadLetterAndNoDuplicate() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(READING, reading("r1", "2026-11-25T11:00:00Z", "T-1", 20));
            source.sendNow(READING, reading("r1", "2026-11-25T11:05:00Z", "T-1", 25));
            until(() -> feed.status().deadLetters() == 1);

            assertThat(feed.deadLetters(1).getFirst().reason()).isEqualTo(DeadLetterReason.MESSAGE_ID_REUSED);
            assertThat(feed.readings("plant").getFirst().value()).isEqualTo(20);
        }
    }

    @Test
    void deadLetter_isAcceptedOnceTheMaterialIsThere() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(STOCK, stock("s1", "2026-11-25T12:00:00Z", false, lot("Z1", "ZN", 7, "kg", "RAW-01")));
            until(() -> feed.status().deadLetters() == 1);
            String id = feed.deadLetters(1).getFirst().id();

            assertThat(feed.replay(id).accepted()).isTrue();
            until(() -> feed.status().deadLetters() == 1);
            addMaterial("MAT-ZN", "ZN");
            assertThat(feed.replay(id).accepted()).isTrue();
            until(() -> plant.applied.size() == 1);

            assertThat(feed.deadLetters(1)).isEmpty();
            assertThat(snapshot().node("LOT-Z1").number(Attributes.QUANTITY)).isEqualTo(7);
            assertThatThrownBy(() -> feed.replay(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void restart_appliesWhatWasStoredWhileTheGraphWasAway() {
        plant.open = null;
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            source.sendNow(STOCK, stock("m1", "2026-11-25T12:00:00Z", false, lot("A1", "AL", 77, "kg", "RAW-01")));
            until(() -> feed.status().waitingStock() == 1);
        }
        plant.open = connection;

        try (LiveFeed feed = open()) {
            until(() -> plant.applied.size() == 1);

            assertThat(snapshot().node("LOT-A1").number(Attributes.QUANTITY)).isEqualTo(77);
            assertThat(feed.status().sources()).hasSize(1);
            assertThat(feed.status().sources().getFirst().count()).isEqualTo(1);
        }
    }

    @Test
    void readings_giveStateAndHistoryAndLag() {
        try (LiveFeed feed = open();
                Source source = Source.of(feed)) {
            for (int minute = 0; minute < 10; minute++) {
                source.sendNow(
                        READING, reading("r" + minute, "2026-11-25T11:5%d:00Z".formatted(minute), "T-1", 20 + minute));
            }
            until(() -> feed.status().stored() == 10);

            SensorState state = feed.readings("plant").getFirst();
            assertThat(state.value()).isEqualTo(29);
            assertThat(state.low()).hasValue(20);
            assertThat(state.high()).hasValue(29);
            assertThat(state.count()).isEqualTo(10);
            List<HistoryPoint> history = feed.history(
                    "plant",
                    "T-1",
                    Instant.parse("2026-11-25T11:50:00Z"),
                    Instant.parse("2026-11-25T12:00:00Z"),
                    Duration.ofMinutes(5));
            assertThat(history).extracting(HistoryPoint::mean).containsExactly(22.0, 27.0);
            assertThat(feed.status().sources().getFirst().lag()).isEqualTo(Duration.ofMinutes(1));
            assertThat(feed.status().state()).isEqualTo(LiveStatus.State.RUNNING);
        }
    }

    @Test
    void secondFeedOnTheSameHome_isRefused() {
        try (LiveFeed feed = open()) {
            assertThat(feed.status().state()).isEqualTo(LiveStatus.State.RUNNING);

            assertThatThrownBy(this::open)
                    .isInstanceOf(FeedUnavailable.class)
                    .extracting(e -> ((FeedUnavailable) e).reason())
                    .isEqualTo(FeedUnavailable.Reason.HOME_IN_USE);
        }
    }

    private LiveFeed open() {
        return LiveFeed.open(IngestSettings.of(new Embedded("127.0.0.1", 0, Optional.empty())), home, CLOCK, plant);
    }

    private List<StockArrival.State> states(LiveFeed feed) {
        return feed.stockMessages("plant", 10).stream().map(StockArrival::state).toList();
    }

    private List<String> places(String lot, LocalDate day) {
        return snapshot().node(lot).out(RelationType.STORED_IN).stream()
                .filter(stored -> stored.validOn(day))
                .map(stored -> stored.to().id())
                .toList();
    }

    private BusinessSnapshot snapshot() {
        return new SnapshotReader(connection).read().snapshot();
    }

    private long revision() {
        return new SnapshotReader(connection).revision();
    }

    private void addMaterial(String id, String code) {
        SmallPlant.add(connection, id, code);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what was waited for did not come").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
