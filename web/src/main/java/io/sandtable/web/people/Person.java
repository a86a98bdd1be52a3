package io.sandtable.web.people;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name what she types to sign in; small letters, permanent, stands in records
 * @param displayName what others read
 * @param mustChangePassword the password was made by us and somebody else may have seen it
 * @param lastSignIn null until the first one
 */
public record Person(
        String name,
        String displayName,
        Set<Role> roles,
        boolean enabled,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignIn) {
    public Person {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s had no role; a person has at least one of MANAGER, PLANNER, AUDITOR, ADMINISTRATOR. Disable the person instead."
                            .formatted(name));
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the service would stay without an administrator if this person went. */
    boolean administers() {
        return enabled && is(Role.ADMINISTRATOR);
    }
}
