package io.sandtable.rules.language;

import org.antlr.v4.runtime.CommonToken;

/** A token of the lattice as the grammar wants it. */
final class LatticeToken extends CommonToken {
    private final transient Token token;

    LatticeToken(Token token, String text) {
        super(token.type(), text);
        this.token = token;
        setStartIndex(token.start());
        setStopIndex(token.end() - 1);
    }

    Token token() {
        return token;
    }
}
