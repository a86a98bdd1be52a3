package io.sandtable.web.inquiry;

import io.sandtable.web.company.RevisionChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a company's data, so that plans which rest on older data can say why they are stale. */
@Repository
@Profile("service")
public class RevisionNotes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;
    private final Clock clock;

    RevisionNotes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One change of the data.
     *
     * @param code why, worded under {@code revision.…}
     */
    public record RevisionNote(long revision, Instant at, String code, List<String> arguments) {}

    /** What changed after the revision that the inquiry's plans rest on, the first first; empty where they are fresh. */
    public List<RevisionNote> since(Inquiry inquiry) {
        Long revision = inquiry.revision();
        if (revision == null) {
            return List.of();
        }
        return database.sql("select * from revision_note where company = ? and revision > ? order by revision")
                .params(inquiry.company(), revision)
                .query((row, n) -> new RevisionNote(
                        row.getLong("revision"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                        row.getString("code"),
                        List.of(JSON.readValue(row.getString("arguments"), String[].class))))
                .list();
    }

    @EventListener
    void note(RevisionChanged change) {
        database.sql(
                        "merge into revision_note (company, revision, noted_at, code, arguments) key (company, revision) values (?, ?, ?, ?, ?)")
                .params(
                        change.company(),
                        change.revision(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        change.code(),
                        JSON.writeValueAsString(change.arguments()))
                .update();
    }
}
