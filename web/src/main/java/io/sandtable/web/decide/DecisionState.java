package io.sandtable.web.decide;

import java.util.Locale;
import java.util.Optional;

/** How far a decision is. {@link #after} is the one place that says what may follow what. */
public enum DecisionState {
    PROPOSED,
    APPROVED,
    /** Written as orders; until the undo window ends nothing leaves. */
    RELEASED,
    /** A release was taken back inside its window. */
    RECALLED,
    /** The orders may be fetched; nothing calls them back. */
    ISSUED,
    /** The receiver of the webhook has them. */
    DELIVERED,
    RETURNED,
    WITHDRAWN;

    /** Where the act leads from here; empty where it is not possible any more. */
    public Optional<DecisionState> after(Act act) {
        return switch (this) {
            case PROPOSED ->
                switch (act) {
                    case APPROVE -> Optional.of(APPROVED);
                    case RETURN -> Optional.of(RETURNED);
                    case WITHDRAW -> Optional.of(WITHDRAWN);
                    case RELEASE, RECALL, SEND_AGAIN, ISSUE, DELIVER -> Optional.empty();
                };
            case APPROVED, RECALLED ->
                switch (act) {
                    case WITHDRAW -> Optional.of(WITHDRAWN);
                    case RELEASE -> Optional.of(RELEASED);
                    case APPROVE, RETURN, RECALL, SEND_AGAIN, ISSUE, DELIVER -> Optional.empty();
                };
            case RELEASED ->
                switch (act) {
                    case RECALL -> Optional.of(RECALLED);
                    case ISSUE -> Optional.of(ISSUED);
                    case APPROVE, RETURN, WITHDRAW, RELEASE, SEND_AGAIN, DELIVER -> Optional.empty();
                };
            case ISSUED ->
                switch (act) {
                    case DELIVER -> Optional.of(DELIVERED);
                    case SEND_AGAIN -> Optional.of(ISSUED);
                    case APPROVE, RETURN, WITHDRAW, RELEASE, RECALL, ISSUE -> Optional.empty();
                };
            case DELIVERED, RETURNED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Whether its orders were written and not taken back. */
    public boolean isReleased() {
        return this == RELEASED || isIssued();
    }

    /** Whether its orders may have left. */
    public boolean isIssued() {
        return this == ISSUED || this == DELIVERED;
    }

    /** Whether it still speaks for its question: no other plan may be proposed beside it. */
    public boolean isOpen() {
        return this != RETURNED && this != WITHDRAWN;
    }

    /** As in records, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DecisionState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
