package io.sandtable.web.people;

import java.io.Serial;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person as Spring Security holds her in a session. Roles are those of the moment she signed in: whoever changes them ends
 * her sessions.
 */
final class Account implements UserDetails, CredentialsContainer {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final Set<Role> roles;
    private final boolean enabled;
    private final boolean mustChangePassword;
    private @Nullable String hash;

    Account(Person person, @Nullable String hash) {
        this.name = person.name();
        this.roles = Set.copyOf(person.roles());
        this.enabled = person.enabled();
        this.mustChangePassword = person.mustChangePassword();
        this.hash = hash;
    }

    Set<Role> roles() {
        return roles;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public Collection<SimpleGrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        hash = null;
    }

    /** Sessions of a person are found by it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account account && account.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
