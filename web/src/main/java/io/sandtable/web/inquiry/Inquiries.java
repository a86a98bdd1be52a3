package io.sandtable.web.inquiry;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.web.Language;
import io.sandtable.web.ask.InterventionJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The questions of this home, newest first. */
@Repository
public class Inquiries {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter ID_DAY = DateTimeFormatter.ofPattern("yyyy-MMdd");

    /** A company's data changes; older runs say little about the next. */
    private static final int RUNS_THAT_COUNT = 25;

    /** Of one moment: a day's thousandth question comes after the one before, though as text its id would not. */
    private static final String NEWEST = "asked_at desc, length(id) desc, id desc";

    private final JdbcClient database;
    private final Clock clock;

    Inquiries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Inquiry getInquiry(String id) {
        return findInquiry(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.INQUIRY_GONE, id));
    }

    public Optional<Inquiry> findInquiry(String id) {
        return database.sql("select * from inquiry where id = ?")
                .param(id)
                .query(Inquiries::inquiry)
                .optional();
    }

    /** Those of a company, the last changed first, from the given place on. */
    public List<Inquiry> listInquiries(String company, int from, int most) {
        return database.sql("select * from inquiry where company = ? order by changed_at desc, " + NEWEST
                        + " offset ? rows fetch first ? rows only")
                .params(company, from, most)
                .query(Inquiries::inquiry)
                .list();
    }

    public int count(String company) {
        return database.sql("select count(*) from inquiry where company = ?")
                .param(company)
                .query(Integer.class)
                .single();
    }

    /** Those that wait for a run or were in one when the service stopped, the oldest first. */
    List<Inquiry> pending() {
        return database.sql(
                        "select * from inquiry where state in ('QUEUED', 'RUNNING') order by changed_at, asked_at, length(id), id")
                .query(Inquiries::inquiry)
                .list();
    }

    /** Keeps a new inquiry under the day's next number, which nobody else had or gets, whatever is discarded. */
    public Inquiry add(String company, Language language, String author, LocalDate asOf, long seed, List<Chip> chips) {
        return add(company, language, author, asOf, seed, chips, List.of(), null);
    }

    /**
     * The same with what was decided by hand.
     *
     * @param parent the inquiry that it is a copy of, null where it is none
     */
    public synchronized Inquiry add(
            String company,
            Language language,
            String author,
            LocalDate asOf,
            long seed,
            List<Chip> chips,
            List<Intervention> interventions,
            @Nullable String parent) {
        Instant now = now();
        String day = LocalDate.now(clock).format(ID_DAY);
        String id = "INQ-%s-%03d".formatted(day, nextNumber(day));
        var inquiry = new Inquiry(
                id,
                company,
                language,
                author,
                now,
                asOf,
                seed,
                Inquiry.State.DRAFT,
                now,
                chips,
                interventions,
                null,
                null,
                null,
                null,
                null,
                parent);
        database.sql("""
                        insert into inquiry (id, company, language, author, asked_at, as_of, seed, state, changed_at, chips, interventions, parent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        id,
                        company,
                        language.choose("zh", "en"),
                        author,
                        at(now),
                        asOf,
                        seed,
                        "DRAFT",
                        at(now),
                        ChipJson.write(chips),
                        InterventionJson.write(interventions).toString(),
                        parent))
                .update();
        return inquiry;
    }

    /** It is committed before it is used: a number may be skipped, but is never given twice. */
    private int nextNumber(String day) {
        int known = database.sql("update inquiry_number set last_number = last_number + 1 where of_day = ?")
                .param(day)
                .update();
        if (known == 0) {
            database.sql("insert into inquiry_number (of_day, last_number) values (?, 1)")
                    .param(day)
                    .update();
        }
        return database.sql("select last_number from inquiry_number where of_day = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }

    /** Keeps a change; refused where somebody else has changed it since it was read. */
    void change(Inquiry before, Inquiry after) {
        int rows = database.sql("""
                        update inquiry set state = ?, changed_at = ?, chips = ?, confirmed_by = ?, confirmed_at = ?, revision = ?, problem = ?
                        where id = ? and changed_at = ? and state = ?""")
                .params(java.util.Arrays.asList(
                        after.state().name(),
                        at(after.changedAt()),
                        ChipJson.write(after.chips()),
                        after.confirmedBy(),
                        after.confirmedAt() == null ? null : at(after.confirmedAt()),
                        after.revision(),
                        after.problem() == null ? null : JSON.writeValueAsString(after.problem()),
                        after.id(),
                        at(before.changedAt()),
                        before.state().name()))
                .update();
        if (rows == 0) {
            throw new InquiryRefused(
                    findInquiry(before.id()).isEmpty() ? InquiryRefused.Code.INQUIRY_GONE : InquiryRefused.Code.CHANGED,
                    before.id());
        }
    }

    /** Names it, or takes its name away; conditions and plans stay as they are. */
    void rename(String id, @Nullable String name) {
        int rows = database.sql("update inquiry set name = ? where id = ?")
                .params(java.util.Arrays.asList(name, id))
                .update();
        if (rows == 0) {
            throw new InquiryRefused(InquiryRefused.Code.INQUIRY_GONE, id);
        }
    }

    /** Those of a company that have plans, the last changed first. */
    public List<Inquiry> listDone(String company, int most) {
        return database.sql("select * from inquiry where company = ? and state = 'DONE' order by changed_at desc, "
                        + NEWEST + " fetch first ? rows only")
                .params(company, most)
                .query(Inquiries::inquiry)
                .list();
    }

    void remove(String id) {
        database.sql("delete from inquiry where id = ?").param(id).update();
    }

    /** Notes that a run begins to wait. */
    void runQueued(String id, String by) {
        database.sql("""
                        insert into inquiry_run (inquiry_id, number, started_by, queued_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ? from inquiry_run where inquiry_id = ?""").params(id, by, at(now()), id).update();
    }

    /** Notes that the inquiry's last run has left the queue. */
    void runStarted(String id) {
        database.sql("update inquiry_run set started_at = ? where inquiry_id = ? and ended_at is null")
                .params(at(now()), id)
                .update();
    }

    /** Notes how the inquiry's last run ended. */
    void runEnded(String id, String because) {
        database.sql("update inquiry_run set ended_at = ?, ended_because = ? where inquiry_id = ? and ended_at is null")
                .params(at(now()), because, id)
                .update();
    }

    /** Keeps how an inquiry and its last run ended, at once: who sees the one sees the other. */
    @Transactional
    void end(Inquiry before, Inquiry after, String because) {
        change(before, after);
        runEnded(before.id(), because);
    }

    /** Every run on the question, cancelled ones too, the first first. */
    public List<RunNote> listRuns(String id) {
        return database.sql("select * from inquiry_run where inquiry_id = ? order by number")
                .param(id)
                .query((row, n) -> new RunNote(
                        row.getInt("number"),
                        row.getString("started_by"),
                        instant(row, "queued_at"),
                        findInstant(row, "started_at"),
                        findInstant(row, "ended_at"),
                        row.getString("ended_because")))
                .list();
    }

    /** How long the company's runs that ended with plans took, without their waiting; empty where there was none yet. */
    public Optional<UsualTime> usualTime(String company) {
        return database.sql("""
                        select median(millis) as middle, count(*) as runs from (
                            select datediff(millisecond, r.started_at, r.ended_at) as millis
                            from inquiry_run r join inquiry i on i.id = r.inquiry_id
                            where i.company = ? and r.ended_because = 'done' and r.started_at is not null
                            order by r.ended_at desc fetch first ? rows only)""")
                .params(company, RUNS_THAT_COUNT)
                .query((row, n) -> new UsualTime(Duration.ofMillis(row.getLong("middle")), row.getInt("runs")))
                .optional()
                .filter(usual -> usual.runs() > 0);
    }

    /** The median of so many runs. */
    public record UsualTime(Duration median, int runs) {}

    /**
     * One run.
     *
     * @param startedAt when it left the queue, null before
     * @param endedBecause done, cancelled, refused, failed or interrupted; null while it is under way
     */
    public record RunNote(
            int number,
            String startedBy,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBecause) {
        /** Whether an end of the service cut it short. */
        public boolean isInterrupted() {
            return "interrupted".equals(endedBecause);
        }
    }

    /** The present moment, as finely as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The moment of a change: later than the one before, so that two changes are told apart. */
    Instant after(Inquiry before) {
        Instant now = now();
        return now.isAfter(before.changedAt()) ? now : before.changedAt().plusMillis(1);
    }

    private static Inquiry inquiry(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new Inquiry(
                row.getString("id"),
                row.getString("company"),
                row.getString("language").equals("en") ? Language.EN : Language.ZH,
                row.getString("author"),
                instant(row, "asked_at"),
                row.getObject("as_of", LocalDate.class),
                row.getLong("seed"),
                Inquiry.State.valueOf(row.getString("state")),
                instant(row, "changed_at"),
                ChipJson.read(row.getString("chips")),
                InterventionJson.read(row.getString("interventions")),
                row.getString("confirmed_by"),
                findInstant(row, "confirmed_at"),
                row.getObject("revision", Long.class),
                problem == null ? null : JSON.readValue(problem, Inquiry.Problem.class),
                row.getString("name"),
                row.getString("parent"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
