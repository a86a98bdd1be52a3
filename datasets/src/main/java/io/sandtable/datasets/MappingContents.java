package io.sandtable.datasets;

import java.util.List;

/**
 * What a mapping in a file says it reads.
 *
 * @param name that it gives itself; empty where it cannot be understood
 * @param tables names of the usual tables, or of its own, that it reads
 * @param problems what is wrong with it
 */
public record MappingContents(String name, List<String> tables, List<Problem> problems) {
    public MappingContents {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }
}
