package io.sandtable.web.people;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody has to be the first: where nobody is, {@code admin} is made, who may do everything but audit. */
@Component
public class FirstAdministrator {
    static final String NAME = "admin";

    private final People people;

    FirstAdministrator(People people) {
        this.people = people;
    }

    /** The password just made, to be said once; empty where there are people already. */
    public Optional<OneTimePassword> createWhereNobodyIs() {
        return people.isEmpty()
                ? Optional.of(people.add(NAME, "", EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER, Role.PLANNER)))
                : Optional.empty();
    }

    /** A new password for somebody who lost hers and whom no administrator can help; she may come in again. */
    public OneTimePassword rescue(String name) {
        people.enable(name);
        return people.resetPassword(name);
    }
}
