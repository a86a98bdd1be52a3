package io.sandtable.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One source of facts: a file, an event, a sentence or a method.
 *
 * @param id EVI-…, unique in the graph
 * @param source file name, URL, message id or sentence
 * @param sha256 lower-case hex of the archived original, null where there is none (a default, a method)
 * @param asOf the day the source speaks of
 * @param licence licence and owner of third-party data, null for the company's own
 * @param by the method of a derived or default fact, the person of a typed one; null otherwise
 */
public record Evidence(
        String id,
        Origin origin,
        String source,
        @Nullable String sha256,
        LocalDate asOf,
        @Nullable String licence,
        @Nullable String by) {
    public Evidence {
        NodeType.EVIDENCE.requireId(id);
        if ((origin == Origin.DERIVED || origin == Origin.DEFAULT || origin == Origin.USER) && by == null) {
            throw new IllegalArgumentException(
                    "Evidence %s is %s but names nobody; give the method or the person in 'by'."
                            .formatted(id, origin.code()));
        }
    }
}
