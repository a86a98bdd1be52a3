package io.sandtable.datasets;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words a proposal for a reader of Chinese or English. */
public final class ProposalWords {
    private final ResourceBundle patterns;
    private final Locale locale;

    /** Chinese for any Chinese locale, English for every other. */
    public ProposalWords(Locale locale) {
        this.locale = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        this.patterns = ResourceBundle.getBundle(
                "io.sandtable.datasets.proposals",
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Why a column is thought to be what it is, in half a sentence. */
    public String why(Proposal.Reason reason) {
        return reason.code() == Proposal.Reason.Code.VALUES_OF
                ? say("VALUES_OF", reason.word())
                : say(reason.code().name(), reason.word());
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
        return new MessageFormat(patterns.getString(key), locale).format(arguments);
    }
}
