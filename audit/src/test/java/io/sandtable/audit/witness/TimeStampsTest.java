package io.sandtable.audit.witness;

import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeStampsTest {
    private static final Instant THEN = Instant.parse("2026-11-28T03:00:00Z");

    @TempDir
    private Path home;

    @Test
    void stamp_saysWhenThisVeryCheckpointExisted_andHoldsForNoOtherAndUnderNoOtherCertificate() throws Exception {
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/stamped"));
                StubAuthority authority = StubAuthority.start(THEN);
                StubAuthority stranger = StubAuthority.start(THEN)) {
            Checkpoint first = log.appendAll(records(0, 3)).getLast().checkpoint();
            Checkpoint second = log.appendAll(records(3, 5)).getLast().checkpoint();
            TimeStamps stamps = stamps(authority.address(), authority);

            byte[] token = stamps.stamp(first);

            assertThat(TimeStamps.stampedAt(first, token, authority.certificate()))
                    .isEqualTo(THEN);
            assertThatThrownBy(() -> TimeStamps.stampedAt(second, token, authority.certificate()))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("of something else");
            assertThatThrownBy(() -> TimeStamps.stampedAt(first, token, stranger.certificate()))
                    .isInstanceOf(AuditException.class);
            assertThatThrownBy(() -> stamps(stranger.address(), authority).stamp(first))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("does not hold");
            byte[] changed = token.clone();
            changed[changed.length - 5] ^= 1;
            assertThatThrownBy(() -> TimeStamps.stampedAt(first, changed, authority.certificate()))
                    .isInstanceOf(AuditException.class);
            assertThatThrownBy(() -> stamps(authority.address().resolve("/elsewhere"), authority)
                            .stamp(first))
                    .hasMessageContaining("status 404");
        }
    }

    private static TimeStamps stamps(URI address, StubAuthority trusted) {
        return new TimeStamps(address, trusted.certificate(), Duration.ofSeconds(5));
    }
}
