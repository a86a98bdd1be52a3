package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source was told is safe, is: the process ends without warning while it works as fast as it can. */
@Tag("trial")
class KilledFeedIT {
    private static final long SEED = 20261121;
    private static final int KILLS = 3;
    private static final int LEAST = 300;

    private final Load load = new Load(0);

    @TempDir
    private Path home;

    @Test
    void everyAcknowledgedMessage_isStoredOnce_afterThreeKills() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var atKill = new ArrayList<Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            FeedProcess feed = FeedProcess.over(home);
            int until = load.acknowledged().size() + LEAST + random.nextInt(5_000);
            load.send(feed.address(), () -> load.acknowledged().size() >= until, feed::kill);
            atKill.add(load.acknowledged().size());
        }
        FeedProcess last = FeedProcess.over(home);
        load.send(last.address(), load::isComplete, last::awaitQuiet);
        assertThat(last.end()).isTrue();

        List<String> stored = FeedProcess.storedReadings(home);

        assertThat(load.acknowledged()).hasSizeGreaterThan(KILLS * LEAST);
        assertThat(stored).doesNotHaveDuplicates().containsAll(load.acknowledged());
        System.out.printf(
                "killed at %s acknowledged: %d acknowledged, %d stored, 0 missing, 0 twice%n",
                atKill, load.acknowledged().size(), stored.size());
    }
}
