package io.sandtable.web.decide;

import java.util.Locale;

/** What may be done to a proposed decision; worded as {@code decision.act.…}. */
public enum Act {
    APPROVE,
    RETURN,
    WITHDRAW;

    /** As in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
