package io.sandtable.datasets;

import java.util.Locale;

/** Words a proposal for a reader of Chinese or English. */
public final class ProposalWords {
    private final Patterns patterns;

    /** Chinese for any Chinese locale, English for every other. */
    public ProposalWords(Locale locale) {
        this.patterns = Patterns.of("proposals", locale);
    }

    /** Why a column is thought to be what it is, in half a sentence. */
    public String why(Proposal.Reason reason) {
        return say(reason.code().name(), reason.word());
    }

    /** What a usual table is called. */
    public String table(String name) {
        return say("table." + name);
    }

    /** What a column of a usual table is called. */
    public String column(String name) {
        return say("column." + name);
    }

    /** What stands between the things of a list. */
    public String comma() {
        return say("comma");
    }

    /** What stands between things of which one is enough. */
    public String or() {
        return say("or");
    }

    String say(String key, Object... arguments) {
        return patterns.say(key, arguments);
    }
}
