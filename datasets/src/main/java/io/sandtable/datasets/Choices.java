package io.sandtable.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of tables that no mapping knows.
 *
 * @param by her name
 * @param tables for each file the usual table that it is, empty where it is none; files that she says nothing of are guessed
 * @param columns for each file what its columns mean, in their order, an empty text where nothing; files that are not there are guessed
 */
public record Choices(String by, Map<String, String> tables, Map<String, List<String>> columns) {
    /** Nobody has said anything. */
    public static final Choices NONE = new Choices("", Map.of(), Map.of());

    public Choices {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    /** What she says the file is. */
    public Optional<String> table(String file) {
        return Optional.ofNullable(tables.get(file));
    }

    /** What she says of the file's column at that place; null where she says nothing. */
    public @Nullable String column(String file, int at) {
        List<String> said = columns.get(file);
        return said == null || at >= said.size() ? null : said.get(at);
    }
}
