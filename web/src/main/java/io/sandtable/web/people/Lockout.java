package io.sandtable.web.people;

import io.sandtable.web.settings.PeopleSettings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: a name, whether it exists or not, and a network address are locked for a while after too many wrong
 * passwords. A try counts before its password is looked at, so that many at the same moment gain nothing. Kept in memory: a
 * restart forgets it.
 */
@Component
class Lockout {
    private final FailureCount byName;
    private final FailureCount byAddress;
    private final Clock clock;

    Lockout(PeopleSettings settings, Clock clock) {
        this.byName = new FailureCount(settings.failuresPerName(), settings.failureWindow(), settings.lockTime());
        this.byAddress = new FailureCount(settings.failuresPerAddress(), settings.failureWindow(), settings.lockTime());
        this.clock = clock;
    }

    /** Counts a try; false if it may not be made. */
    synchronized boolean mayTry(String name, String address) {
        Instant now = clock.instant();
        if (byName.isLocked(name, now) || byAddress.isLocked(address, now)) {
            return false;
        }
        byName.add(name, now);
        byAddress.add(address, now);
        return true;
    }

    /** The password was right: the try was no failure, and the earlier ones of the name are forgiven. */
    synchronized void succeeded(String name, String address) {
        byName.forget(name);
        byAddress.undo(address);
    }

    /** An administrator has made a new password. */
    synchronized void forgive(String name) {
        byName.forget(name);
    }
}
