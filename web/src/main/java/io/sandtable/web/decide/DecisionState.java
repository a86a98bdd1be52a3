package io.sandtable.web.decide;

import java.util.Locale;
import java.util.Optional;

/** How far a decision is. {@link #after} is the one place that says what may follow what. */
public enum DecisionState {
    PROPOSED,
    APPROVED,
    RETURNED,
    WITHDRAWN;

    /** Where the act leads from here; empty where it is not possible any more. */
    public Optional<DecisionState> after(Act act) {
        return switch (this) {
            case PROPOSED ->
                Optional.of(
                        switch (act) {
                            case APPROVE -> APPROVED;
                            case RETURN -> RETURNED;
                            case WITHDRAW -> WITHDRAWN;
                        });
            case APPROVED -> act == Act.WITHDRAW ? Optional.of(WITHDRAWN) : Optional.empty();
            case RETURNED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Whether it still speaks for its question: no other plan may be proposed beside it. */
    public boolean isOpen() {
        return this == PROPOSED || this == APPROVED;
    }

    /** As in records, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DecisionState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
