package io.sandtable.web.decide;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.web.ask.HomeLog;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The log with its tables: whoever works with it has it alone, and finds in the tables what it says. */
@Component
public class FollowedLog {
    private final HomeLog home;
    private final DecisionIndex index;

    FollowedLog(HomeLog home, DecisionIndex index) {
        this.home = home;
        this.index = index;
    }

    /** Whether anything was ever put on record. */
    public boolean exists() {
        return home.exists();
    }

    /** What was read in the log before, and what is appended by the work, stand in the tables afterwards. */
    public <T> T use(Function<DecisionLog, T> work) {
        return home.use(log -> {
            index.catchUp(log);
            T done = work.apply(log);
            index.catchUp(log);
            return done;
        });
    }
}
