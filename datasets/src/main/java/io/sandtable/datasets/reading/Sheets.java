package io.sandtable.datasets.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tables of a file that holds several.
 *
 * @param sheets lines by the name of the table, in the order of the file
 * @param sha256 lower-case hex over the file's bytes
 */
public record Sheets(Map<String, Lines> sheets, String sha256) {
    public Sheets {
        sheets = Collections.unmodifiableMap(new LinkedHashMap<>(sheets));
    }
}
