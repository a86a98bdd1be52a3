package io.sandtable.web.ask;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.log.LogBusy;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.web.settings.AuditSettings;
import io.sandtable.web.settings.HomeSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The decision log of this home. Whoever reads or writes it in this process has it alone, so that what was read still holds when it writes. */
@Component
public class HomeLog {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path home;
    private final Origin origin;

    HomeLog(HomeSettings home, AuditSettings audit) {
        this.home = home.home();
        this.origin = new Origin(audit.origin());
    }

    /** Works with the log; makes it where there is none yet. Waits a little where the command line has it. */
    public synchronized <T> T use(Function<DecisionLog, T> work) {
        try (DecisionLog log = open()) {
            return work.apply(log);
        }
    }

    /** Appends records that say which signed checkpoint they were appended to, one after the other. */
    public void record(List<ObjectNode> records) {
        use(log -> {
            for (ObjectNode json : records) {
                String before = new String(log.checkpoint().bytes(), StandardCharsets.UTF_8);
                log.append(CanonicalJson.of(json.put("checkpointBefore", before)));
            }
            return records.size();
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
