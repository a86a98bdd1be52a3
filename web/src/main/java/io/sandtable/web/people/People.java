package io.sandtable.web.people;

import io.sandtable.web.api.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/**
 * The people of this service. Changes wait for each other, so that two administrators cannot take the role from one another
 * at the same moment; one service has the database, see the lock of its home.
 */
@Repository
public class People {
    private static final String COLUMNS =
            "select name, display_name, roles, enabled, must_change_password, created_at, last_sign_in from person ";

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Clock clock;

    People(JdbcClient database, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** The person of a signed-in request. */
    public Person signedIn(Authentication authentication) {
        return get(authentication.getName());
    }

    /** Refused as PERSON_NOT_FOUND if there is none of that name. */
    public Person get(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("PERSON_NOT_FOUND", name));
    }

    public Optional<Person> find(String name) {
        return database.sql(COLUMNS + "where name = :name")
                .param("name", SignInName.normal(name))
                .query(People::person)
                .optional();
    }

    /** All, by name. */
    public List<Person> list() {
        return database.sql(COLUMNS + "order by name").query(People::person).list();
    }

    Optional<String> findPasswordHash(String name) {
        return database.sql("select password_hash from person where name = :name")
                .param("name", SignInName.normal(name))
                .query(String.class)
                .optional();
    }

    /** Adds somebody whose password we make; it is returned here and kept nowhere. */
    public synchronized OneTimePassword add(String typedName, String displayName, Set<Role> roles) {
        String name = SignInName.valid(typedName);
        if (find(name).isPresent()) {
            throw Refusal.conflict("NAME_TAKEN", name);
        }
        var person = new Person(name, displayName(name, displayName), some(roles), true, true, clock.instant(), null);
        String password = PasswordRules.random();
        database.sql("""
                        insert into person (name, display_name, password_hash, roles, enabled, must_change_password, created_at)
                        values (:name, :displayName, :hash, :roles, true, true, :createdAt)""")
                .param("name", person.name())
                .param("displayName", person.displayName())
                .param("hash", encoder.encode(password))
                .param("roles", names(person.roles()))
                .param("createdAt", utc(person.createdAt()))
                .update();
        return new OneTimePassword(name, password);
    }

    synchronized void changeRoles(String name, Set<Role> roles) {
        Person person = get(name);
        if (!some(roles).contains(Role.ADMINISTRATOR)) {
            refuseIfLastAdministrator(person);
        }
        set(person, "roles", names(roles));
    }

    synchronized void disable(String name) {
        Person person = get(name);
        refuseIfLastAdministrator(person);
        set(person, "enabled", false);
    }

    synchronized void enable(String name) {
        set(get(name), "enabled", true);
    }

    /** A new password made by us; the old one is gone. */
    synchronized OneTimePassword resetPassword(String name) {
        Person person = get(name);
        String password = PasswordRules.random();
        store(person, password, true);
        return new OneTimePassword(person.name(), password);
    }

    /** Her own choice. Refused as PASSWORD_WRONG, PASSWORD_SHORT, … where it will not do. */
    synchronized void changePassword(String name, String old, String chosen) {
        Person person = get(name);
        if (!encoder.matches(old, findPasswordHash(name).orElseThrow())) {
            throw Refusal.badInput("PASSWORD_WRONG");
        }
        PasswordRules.check(person, chosen);
        if (chosen.equals(old)) {
            throw Refusal.badInput("PASSWORD_IS_OLD");
        }
        store(person, chosen, false);
    }

    void noteSignIn(String name) {
        set(get(name), "last_sign_in", utc(clock.instant()));
    }

    boolean isEmpty() {
        return list().isEmpty();
    }

    private void refuseIfLastAdministrator(Person person) {
        if (person.administers()
                && list().stream()
                        .noneMatch(other -> other.administers() && !other.name().equals(person.name()))) {
            throw Refusal.conflict("LAST_ADMINISTRATOR", person.displayName());
        }
    }

    private void store(Person person, String password, boolean mustChange) {
        set(person, "password_hash", encoder.encode(password));
        set(person, "must_change_password", mustChange);
    }

    /** The column is one of ours, never something typed. */
    private void set(Person person, String column, @Nullable Object value) {
        database.sql("update person set %s = :value where name = :name".formatted(column))
                .param("value", value)
                .param("name", person.name())
                .update();
    }

    private static Set<Role> some(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Refusal.badInput("NO_ROLE");
        }
        return roles;
    }

    private static String displayName(String name, String typed) {
        String stripped = typed.strip();
        if (stripped.length() > 60) {
            throw Refusal.badInput("DISPLAY_NAME", 60);
        }
        return stripped.isEmpty() ? name : stripped;
    }

    private static String names(Collection<Role> roles) {
        return EnumSet.copyOf(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastSignIn = row.getObject("last_sign_in", OffsetDateTime.class);
        return new Person(
                row.getString("name"),
                row.getString("display_name"),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastSignIn == null ? null : lastSignIn.toInstant());
    }
}
