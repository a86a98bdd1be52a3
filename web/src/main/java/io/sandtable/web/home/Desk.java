package io.sandtable.web.home;

import io.sandtable.web.Language;
import java.time.Instant;
import java.util.List;

/** What lies on somebody's desk today. */
public interface Desk {
    /** The home page shows so many rows of a list. */
    int ROWS = 7;

    /**
     * What this person could do or should know, worded in the language.
     *
     * @param person the name that they signed in with
     */
    Lists lists(String person, Language language);

    /** Each list holds at most {@link #ROWS} rows; tasks and alerts the oldest first, questions the newest first. */
    record Lists(List<Task> tasks, List<Alert> alerts, List<Asked> recent) {
        public Lists {
            tasks = List.copyOf(tasks);
            alerts = List.copyOf(alerts);
            recent = List.copyOf(recent);
        }
    }

    /** What a person is asked to do; each kind has one action. */
    enum Act {
        /** Conditions of a question wait for somebody who says that they are meant so. */
        CONFIRM,
        /** Plans wait for a choice. */
        CHOOSE,
        /** A chosen plan waits for approval. */
        APPROVE
    }

    /**
     * One thing to do.
     *
     * @param object what it is about, such as the question's sentence
     * @param reason why it waits here
     * @param since from when it waits
     * @param address page where it is done
     */
    record Task(Act act, String object, String reason, Instant since, String address) {}

    /**
     * One thing to know: an order that turned late, cash below its floor, data gone stale.
     *
     * @param broken whether a must condition is broken, which alone is red
     */
    record Alert(boolean broken, String object, String reason, Instant since, String address) {}

    /**
     * A question that was asked.
     *
     * @param state what became of it, in words
     */
    record Asked(String sentence, String state, Instant askedAt, String address) {}
}
