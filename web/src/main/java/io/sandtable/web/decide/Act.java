package io.sandtable.web.decide;

import java.util.Locale;

/** What may be done to a proposed decision; worded as {@code decision.act.…}. */
public enum Act {
    APPROVE,
    RETURN,
    WITHDRAW,
    /** Turns it into orders. */
    RELEASE,
    /** Takes a release back while its undo window is open. */
    RECALL,
    /** Sends what was issued to the webhook once more, under the same key. */
    SEND_AGAIN,
    /** The service's own act: the window is over, the orders may leave. */
    ISSUE,
    /** The service's own act: the receiver has taken the orders. */
    DELIVER;

    /** Whether people do it; the others the service does when their time has come. */
    boolean ofPeople() {
        return this != ISSUE && this != DELIVER;
    }

    /** As in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
