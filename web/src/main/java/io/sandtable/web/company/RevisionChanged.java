package io.sandtable.web.company;

import java.util.List;

/**
 * A company's graph has a new revision.
 *
 * @param code why, worded under {@code revision.…}: import, stock, rule
 * @param arguments what the words are about
 */
public record RevisionChanged(String company, long revision, String code, List<String> arguments) {
    public RevisionChanged {
        arguments = List.copyOf(arguments);
    }
}
