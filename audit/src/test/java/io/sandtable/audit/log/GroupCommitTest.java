package io.sandtable.audit.log;

import static io.sandtable.audit.testing.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/group");
    private static final int CALLERS = 64;
    private static final int EACH = 20;

    @TempDir
    private Path home;

    @Test
    void manyCallersAtOnce_shareCommitsAndEachGetsItsOwnReceipt() throws Exception {
        Set<Long> sizes = new HashSet<>();
        Set<Long> indexes = new HashSet<>();
        try (DecisionLog log = DecisionLog.open(home, ORIGIN);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Receipt>>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int from = caller * EACH;
                running.add(callers.submit(() -> {
                    List<Receipt> receipts = new ArrayList<>();
                    for (int i = from; i < from + EACH; i++) {
                        Receipt receipt = log.append(record(i));
                        assertThat(receipt.proof().proves(Merkle.leafHash(record(i))))
                                .isTrue();
                        receipts.add(receipt);
                    }
                    return receipts;
                }));
            }
            for (Future<List<Receipt>> one : running) {
                for (Receipt receipt : one.get()) {
                    indexes.add(receipt.index());
                    sizes.add(receipt.checkpoint().size());
                }
            }
        }

        assertThat(indexes).hasSize(CALLERS * EACH);
        assertThat(sizes).as("checkpoints signed").hasSizeLessThan(CALLERS * EACH / 4);
        assertThat(Verifier.verify(home).size()).isEqualTo(CALLERS * EACH);
    }

    @Test
    void failedCommit_isToldToAllThatShareItAndLosesNothingOfOthers() throws Exception {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            log.append(record(0));
            Path tiles = log.folder().resolve("tile/0");
            Path aside = log.folder().resolve("aside");
            Files.move(tiles, aside);
            Files.writeString(tiles, "a file where a folder should be");

            List<Future<Receipt>> refused = new ArrayList<>();
            synchronized (log) {
                for (int i = 1; i <= 8; i++) {
                    int n = i;
                    Callable<Receipt> call = () -> log.append(record(n));
                    refused.add(callers.submit(call));
                }
                assertThat(log.record(0)).isEqualTo(record(0));
            }
            for (Future<Receipt> one : refused) {
                assertThatThrownBy(one::get).hasMessageContaining("do not treat them as decided");
            }
            // reads go on, and so does the log once there is room
            assertThat(log.record(0)).isEqualTo(record(0));
            Files.delete(tiles);
            Files.move(aside, tiles);
            assertThat(log.append(record(9)).index()).isEqualTo(1);
        }
        assertThat(Verifier.verify(home).reason()).isNull();
    }

    @Test
    void unfitRecord_isRefusedAloneAndHoldsNobodyUp() throws IOException {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThatThrownBy(() -> log.append("{ }".getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("RFC 8785");
            assertThat(log.append(record(0)).index()).isZero();
        }
    }
}
