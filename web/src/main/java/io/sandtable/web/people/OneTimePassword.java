package io.sandtable.web.people;

import java.io.Serial;
import java.io.Serializable;

/** A password that we made and say exactly once; at her first sign-in the person chooses her own. */
public record OneTimePassword(String name, String password) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return "one-time password of " + name;
    }
}
