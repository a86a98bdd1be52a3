package io.sandtable.web.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sentences for the rule book that wait for a yes. */
@Repository
class RuleDrafts {
    private static final DateTimeFormatter ID_DAY = DateTimeFormatter.ofPattern("yyyy-MMdd");

    private final JdbcClient database;
    private final Clock clock;

    RuleDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    synchronized RuleDraft add(String company, String sentence, List<String> replaces, String author) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String day = "RUD-" + LocalDate.now(clock).format(ID_DAY) + "-";
        int next = database.sql("select max(id) from rule_draft where id like ?")
                        .param(day + "%")
                        .query(String.class)
                        .optional()
                        .map(last -> Integer.parseInt(last.substring(day.length())))
                        .orElse(0)
                + 1;
        var draft = new RuleDraft(day + "%06d".formatted(next), company, sentence, replaces, author, now);
        database.sql(
                        "insert into rule_draft (id, company, sentence, replaces, author, said_at) values (?, ?, ?, ?, ?, ?)")
                .params(draft.id(), company, sentence, String.join(" ", replaces), author, now.atOffset(ZoneOffset.UTC))
                .update();
        return draft;
    }

    Optional<RuleDraft> find(String id) {
        return database.sql("select * from rule_draft where id = ?")
                .param(id)
                .query(RuleDrafts::draft)
                .optional();
    }

    /** The oldest first. */
    List<RuleDraft> list(String company) {
        return database.sql("select * from rule_draft where company = ? order by said_at, id")
                .param(company)
                .query(RuleDrafts::draft)
                .list();
    }

    /** Says it in other words. */
    void reword(String id, String sentence) {
        database.sql("update rule_draft set sentence = ? where id = ?")
                .params(sentence, id)
                .update();
    }

    /** Says which rules it takes the place of. */
    void replace(String id, List<String> rules) {
        database.sql("update rule_draft set replaces = ? where id = ?")
                .params(String.join(" ", rules), id)
                .update();
    }

    void remove(String id) {
        database.sql("delete from rule_draft where id = ?").param(id).update();
    }

    private static RuleDraft draft(ResultSet row, int number) throws SQLException {
        return new RuleDraft(
                row.getString("id"),
                row.getString("company"),
                row.getString("sentence"),
                Stream.of(row.getString("replaces").split(" "))
                        .filter(rule -> !rule.isEmpty())
                        .toList(),
                row.getString("author"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }
}
