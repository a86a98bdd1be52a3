package io.sandtable.web.imports;

import java.time.Instant;
import java.util.List;

/**
 * A mapping that a person has confirmed, or put into the folder of mappings: the next files with the same columns are read by it.
 *
 * @param name of its file, without the ending
 * @param by sign-in name of who confirmed it; empty where somebody put the file there
 * @param at when; of a file that somebody put there, when it was last changed
 * @param from files or documents that it was confirmed for
 * @param tables that it reads, by the names that mappings have for them
 * @param broken whether it cannot be understood and reads nothing
 */
public record KeptMapping(String name, String by, Instant at, List<String> from, List<String> tables, boolean broken) {
    public KeptMapping {
        from = List.copyOf(from);
        tables = List.copyOf(tables);
    }
}
