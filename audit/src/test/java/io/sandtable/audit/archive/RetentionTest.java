package io.sandtable.audit.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.tlog.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Duration YEAR = Duration.ofDays(366);

    @TempDir
    private Path folder;

    @Test
    void whatARecordNames_orAContentThatItNames_isNeverGarbage_theRestIsAfterTenYears() {
        Archive archive = new Archive(folder);
        Hash original = archive.put("订单,数量\n".getBytes(UTF_8));
        Hash snapshot = archive.put(("imported from " + original.hex() + "\n").getBytes(UTF_8));
        Hash unused = archive.put("a run that nobody proposed".getBytes(UTF_8));
        List<byte[]> records = List.of(
                CanonicalJson.of(Map.of("schema", "x/1", "resultHash", "0".repeat(64))),
                CanonicalJson.of(Map.of("schema", "x/1", "snapshot", snapshot.hex())));
        Retention retention = new Retention(archive, Retention.LEAST);

        Instant now = Instant.now().plus(YEAR.multipliedBy(9));
        assertThat(retention.sweep(records, now)).isEqualTo(new Retention.Inventory(2, 1, List.of()));
        Instant later = now.plus(YEAR.multipliedBy(2));
        assertThat(retention.look(records, later)).isEqualTo(new Retention.Inventory(2, 1, List.of(unused)));
        assertThat(archive.contains(unused)).isTrue();

        retention.sweep(records, later);

        assertThat(archive.contains(unused)).isFalse();
        assertThat(archive.list()).containsExactlyInAnyOrder(original, snapshot);
        assertThat(retention.sweep(records, later.plus(YEAR.multipliedBy(100))).garbage())
                .isEmpty();
    }

    @Test
    void shorterRetention_isRefused() {
        assertThatThrownBy(() -> new Retention(new Archive(folder), Period.ofYears(9)))
                .hasMessageContaining("P10Y is the least");
        assertThat(new Retention(new Archive(folder), Period.ofYears(30))).isNotNull();
    }

    @Test
    void damagedContentThatARecordNames_stopsTheSweep() throws Exception {
        Archive archive = new Archive(folder);
        Hash named = archive.put("a".getBytes(UTF_8));
        String hex = named.hex();
        Files.writeString(
                folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex), "b");

        assertThatThrownBy(() -> new Retention(archive, Retention.LEAST)
                        .sweep(List.of(CanonicalJson.of(Map.of("snapshot", hex))), Instant.now()))
                .hasMessageContaining("was changed");
    }
}
