package io.sandtable.web.people;

import io.sandtable.web.settings.PeopleSettings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: a name, whether it exists or not, and a network address are locked for a while after too many wrong
 * passwords. No more tries are under way at once than may still fail, the others wait for their end: many at the same moment gain
 * nothing, and many right ones lock nobody out. Kept in memory: a restart forgets it.
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

    /** Whether a try may be made now, to be ended by one of the next three; waits where those under way could still use up what is left. */
    synchronized boolean mayTry(String name, String address) {
        while (true) {
            Instant now = clock.instant();
            if (byName.isLocked(name, now) || byAddress.isLocked(address, now)) {
                return false;
            }
            if (byName.hasRoom(name, now) && byAddress.hasRoom(address, now)) {
                byName.begin(name);
                byAddress.begin(address);
                return true;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // the service ends
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** The password was wrong. */
    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        byName.add(name, now);
        byAddress.add(address, now);
        ended(name, address);
    }

    /** The password was right: the earlier failures of the name are forgiven. */
    synchronized void succeeded(String name, String address) {
        byName.forget(name);
        ended(name, address);
    }

    /** Nobody knows: the password could not be looked at. */
    synchronized void ended(String name, String address) {
        byName.end(name);
        byAddress.end(address);
        notifyAll();
    }

    /** An administrator has made a new password. */
    synchronized void forgive(String name) {
        byName.forget(name);
        notifyAll();
    }
}
