package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.List;

/** Spaces that somebody left out: 「42×4 16Mn」 became 「42×416Mn」, 「6205-2RS」 became 「62052RS」. */
final class Gluing {
    /** Beyond it a text is no specification any more. */
    private static final int MOST_PIECES = 9;

    private Gluing() {}

    /** Whether the pieces, each used once and in any order, make exactly the longer tokens; none of these may be cut. */
    static boolean makes(List<String> pieces, List<String> tokens) {
        return !tokens.isEmpty()
                && pieces.size() <= MOST_PIECES
                && length(pieces) == length(tokens)
                && makes(new ArrayList<>(pieces), tokens, 0, "");
    }

    private static int length(List<String> texts) {
        return texts.stream().mapToInt(String::length).sum();
    }

    private static boolean makes(List<String> pieces, List<String> tokens, int at, String begun) {
        if (at == tokens.size()) {
            return pieces.isEmpty();
        }
        String token = tokens.get(at);
        if (begun.length() == token.length()) {
            return makes(pieces, tokens, at + 1, "");
        }
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (token.startsWith(begun + piece)) {
                pieces.remove(i);
                boolean made = makes(pieces, tokens, at, begun + piece);
                pieces.add(i, piece);
                if (made) {
                    return true;
                }
            }
        }
        return false;
    }
}
