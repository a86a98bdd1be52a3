package io.sandtable.web.ask;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.web.settings.AuditSettings;
import io.sandtable.web.settings.HomeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The decision log of this home. Whoever reads or writes it in this process has it alone, so that what was read still holds when it writes. */
@Component
public class HomeLog {
    private final Path home;
    private final Origin origin;

    HomeLog(HomeSettings home, AuditSettings audit) {
        this.home = home.home();
        this.origin = new Origin(audit.origin());
    }

    /** Works with the log; makes it where there is none yet. */
    public synchronized <T> T use(Function<DecisionLog, T> work) {
        try (DecisionLog log = DecisionLog.open(home, origin)) {
            return work.apply(log);
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
