package io.sandtable.web.accounts;

import java.util.List;
import java.util.Set;

/**
 * An account as the books number it.
 *
 * @param levels numbers of its levels, the standard's first
 * @param auxiliaries what a line on it is kept by
 */
public record BookAccount(List<String> levels, String zh, String en, Set<Auxiliary> auxiliaries)
        implements Comparable<BookAccount> {
    public BookAccount {
        levels = List.copyOf(levels);
        auxiliaries = Set.copyOf(auxiliaries);
    }

    /** What lines of an account are told apart by. */
    public enum Auxiliary {
        CUSTOMER,
        SUPPLIER,
        MATERIAL
    }

    /** Its number with that between the levels. */
    public String code(String separator) {
        return String.join(separator, levels);
    }

    @Override
    public int compareTo(BookAccount other) {
        return code(".").compareTo(other.code("."));
    }
}
