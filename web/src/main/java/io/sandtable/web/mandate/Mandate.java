package io.sandtable.web.mandate;

import io.sandtable.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leave to release approved plans without asking again. Money is without VAT.
 *
 * @param id permanent, such as M-2026-1121-001
 * @param grantedByName who gave it, as others read it
 * @param suppliers ids of those who may be bought from, subcontractors among them
 * @param perOrder the most that one purchase or subcontract order may come to
 * @param perMonth the most that all releases of a calendar month under it may come to
 * @param until the last day on which it holds
 * @param revoked null while it stands
 */
public record Mandate(
        String id,
        String company,
        String grantedByName,
        Instant grantedAt,
        Set<String> suppliers,
        Money perOrder,
        Money perMonth,
        LocalDate until,
        String note,
        @Nullable Revoked revoked) {
    /** Who took it back, when and why. */
    public record Revoked(String byName, Instant at, String note) {}

    public Mandate {
        suppliers = Set.copyOf(suppliers);
    }

    /** Whether it holds on that day. */
    public boolean holds(LocalDate day) {
        return revoked == null && !day.isAfter(until);
    }
}
