package io.sandtable.web.ask;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.ClockWatch;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.log.LogBusy;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.web.settings.AuditSettings;
import io.sandtable.web.settings.HomeSettings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The decision log of this home. Whoever reads or writes it in this process has it alone, so that what was read still holds when it writes. */
@Component
public class HomeLog {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLog.class);
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path home;
    private final Origin origin;
    private final ClockWatch clock;

    HomeLog(HomeSettings home, AuditSettings audit, Clock clock) {
        this.home = home.home();
        this.origin = new Origin(audit.origin());
        this.clock = new ClockWatch(clock);
    }

    /** Works with the log; makes it where there is none yet. Waits a little where the command line has it. */
    public synchronized <T> T use(Function<DecisionLog, T> work) {
        try (DecisionLog log = open()) {
            watchTheClock(log);
            return work.apply(log);
        }
    }

    /** Where that cannot be written, reading goes on; whoever writes will be told by its own record. */
    private void watchTheClock(DecisionLog log) {
        try {
            clock.check(log);
        } catch (UncheckedIOException e) {
            LOG.warn("The clock was set back and that could not be put on record: {}", e.getMessage());
        }
    }

    /** Appends records under one commit; each says to which signed checkpoint they were appended. */
    public void record(List<ObjectNode> records) {
        use(log -> {
            String before = new String(log.checkpoint().bytes(), StandardCharsets.UTF_8);
            return log.appendAll(records.stream()
                    .map(json -> CanonicalJson.of(json.put("checkpointBefore", before)))
                    .toList());
        });
    }

    private DecisionLog open() {
        for (int tries = 1; ; tries++) {
            try {
                return DecisionLog.open(home, origin);
            } catch (LogBusy busy) {
                if (tries == TRIES) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Whether anything was ever logged here; where not, there is nothing to read. */
    public boolean exists() {
        return Files.exists(folder().resolve(DecisionLog.CHECKPOINT));
    }

    /** Where its tiles and its checkpoint lie. */
    public Path folder() {
        return home.resolve(DecisionLog.FOLDER);
    }
}
