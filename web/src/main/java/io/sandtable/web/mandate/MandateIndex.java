package io.sandtable.web.mandate;

import io.sandtable.model.Money;
import io.sandtable.web.decide.LogFollower;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The mandates of the log as a table. */
@Repository
class MandateIndex implements LogFollower {
    private final JdbcClient database;

    MandateIndex(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void forget() {
        database.sql("delete from mandate").update();
    }

    @Override
    public void take(long index, String hash, JsonNode record) {
        switch (record.path("schema").asString("")) {
            case MandateRecords.GRANTED -> add(MandateRecords.read(record));
            case MandateRecords.REVOKED ->
                database.sql("update mandate set revoked_by_name = ?, revoked_at = ?, revoked_note = ? where id = ?")
                        .params(
                                record.get("byName").asString(),
                                at(Instant.parse(record.get("at").asString())),
                                record.get("note").asString(),
                                record.get("mandate").asString())
                        .update();
            default -> {
                // somebody else's
            }
        }
    }

    private void add(Mandate mandate) {
        database.sql("""
                        insert into mandate (id, company, granted_by_name, granted_at, suppliers, per_order_fen, per_month_fen,
                            until, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        mandate.id(),
                        mandate.company(),
                        mandate.grantedByName(),
                        at(mandate.grantedAt()),
                        String.join(" ", new TreeSet<>(mandate.suppliers())),
                        mandate.perOrder().minor(),
                        mandate.perMonth().minor(),
                        mandate.until(),
                        mandate.note())
                .update();
    }

    /** Of a company, the newest first. */
    List<Mandate> list(String company) {
        return database.sql("select * from mandate where company = ? order by granted_at desc, id desc")
                .param(company)
                .query(MandateIndex::mandate)
                .list();
    }

    Optional<Mandate> find(String id) {
        return database.sql("select * from mandate where id = ?")
                .param(id)
                .query(MandateIndex::mandate)
                .optional();
    }

    /** How many were given on a day: their numbers begin with {@code M-} and the day. */
    int given(String numbersOfDay) {
        return database.sql("select count(*) from mandate where id like ?")
                .param(numbersOfDay + "%")
                .query(Integer.class)
                .single();
    }

    private static Mandate mandate(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getString("id"),
                row.getString("company"),
                row.getString("granted_by_name"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                Set.of(row.getString("suppliers").split(" ")),
                Money.fen(row.getLong("per_order_fen")),
                Money.fen(row.getLong("per_month_fen")),
                row.getObject("until", LocalDate.class),
                row.getString("note"),
                revoked(row));
    }

    private static Mandate.@Nullable Revoked revoked(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("revoked_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Mandate.Revoked(row.getString("revoked_by_name"), at.toInstant(), row.getString("revoked_note"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
