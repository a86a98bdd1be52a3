package io.sandtable.web.decide;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.Money;
import io.sandtable.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The decisions of the log as a table that lists can ask. It is written in one way only, by reading on in the log: after an append, and
 * at start, where it is behind, missing or of another log. So it can never say more than the log.
 */
@Repository
class DecisionIndex {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final List<LogFollower> followers;

    DecisionIndex(JdbcClient database, TransactionOperations transactions, List<LogFollower> followers) {
        this.database = database;
        this.transactions = transactions;
        this.followers = List.copyOf(followers);
    }

    /** How far the log was read, and which record was the last. */
    private record Read(long size, String lastHash) {
        static final Read NOTHING = new Read(0, "");
    }

    /** Which decisions are asked for; null takes all. */
    record Wanted(
            @Nullable String company,
            @Nullable DecisionState state,
            @Nullable String inquiry) {}

    /** Takes in what the log has beyond the last reading; all or nothing. */
    void catchUp(DecisionLog log) {
        transactions.executeWithoutResult(transaction -> {
            Read read = read();
            if (!belongsTo(log, read)) {
                database.sql("delete from decision_leaf").update();
                database.sql("delete from decision_release").update();
                database.sql("delete from decision").update();
                followers.forEach(LogFollower::forget);
                read = Read.NOTHING;
            }
            long at = read.size();
            String last = read.lastHash();
            for (List<byte[]> page = log.recordsFrom(at); !page.isEmpty(); page = log.recordsFrom(at)) {
                for (byte[] leaf : page) {
                    take(at++, leaf);
                    last = Hash.of(leaf).hex();
                }
            }
            database.sql("merge into decision_read (one, size, last_hash) key (one) values (1, ?, ?)")
                    .params(at, last)
                    .update();
        });
    }

    private Read read() {
        return database.sql("select size, last_hash from decision_read")
                .query((row, n) -> new Read(row.getLong("size"), row.getString("last_hash")))
                .optional()
                .orElse(Read.NOTHING);
    }

    /** Not where a backup of the log was put back: then the table knows records that are gone. */
    private static boolean belongsTo(DecisionLog log, Read read) {
        return read.size() == 0
                || (read.size() <= log.size()
                        && Hash.of(log.record(read.size() - 1)).hex().equals(read.lastHash()));
    }

    private void take(long index, byte[] leaf) {
        JsonNode json = JSON.readTree(leaf);
        switch (json.path("schema").asString("")) {
            case "sandtable-decision/1" -> {
                // from the command line nothing is chosen, so there is nothing to approve
                if (json.has("inquiry")) {
                    add(index, leaf, json);
                }
            }
            case DecisionEvent.SCHEMA, DecisionEvent.FIRST_SCHEMA, DecisionEvent.RELEASE_SCHEMA ->
                move(index, DecisionEvent.read(json));
            default -> {
                // not ours; a follower's, or of some later kind
                String hash = Hash.of(leaf).hex();
                followers.forEach(follower -> follower.take(index, hash, json));
            }
        }
    }

    private void add(long index, byte[] leaf, JsonNode json) {
        JsonNode choice = json.get("choice");
        JsonNode question = json.get("question");
        var said = new ArrayList<String>();
        int place = 0;
        for (JsonNode sentence : question.get("sentences")) {
            if (question.path("ruleIds").path(place++).asString("").isEmpty()) {
                said.add(sentence.asString());
            }
        }
        boolean chinese = question.get("language").asString().equals("zh");
        database.sql("""
                        insert into decision (number, log_index, record_hash, company, inquiry, question, language, plan_letter,
                            plan_zh, plan_en, compliant, proposer, proposer_name, proposed_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED')""")
                .params(
                        json.get("number").asString(),
                        index,
                        Hash.of(leaf).hex(),
                        json.get("scenario").get("company").asString(),
                        json.get("inquiry").asString(),
                        String.join(chinese ? "；" : "; ", said),
                        chinese ? "zh" : "en",
                        choice.get("letter").asString(),
                        choice.get("name").get("zh").asString(),
                        choice.get("name").get("en").asString(),
                        json.get("overrides").isEmpty(),
                        json.get("proposer").asString(),
                        json.get("proposerName").asString(),
                        at(Instant.parse(json.get("at").asString())))
                .update();
        leaf(index, json.get("number").asString());
    }

    private void move(long index, DecisionEvent event) {
        database.sql(
                        "update decision set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, approved_once = approved_once or ? where number = ?")
                .params(
                        event.state().name(),
                        event.by(),
                        event.byName(),
                        at(event.at()),
                        event.state() == DecisionState.APPROVED,
                        event.number())
                .update();
        leaf(index, event.number());
        switch (event.state()) {
            case RELEASED -> released(event);
            case RECALLED ->
                database.sql("delete from decision_release where number = ?")
                        .param(event.number())
                        .update();
            case PROPOSED, APPROVED, ISSUED, DELIVERED, RETURNED, WITHDRAWN -> {
                // a release that stands goes on standing
            }
        }
    }

    private void released(DecisionEvent event) {
        Release release = Objects.requireNonNull(event.release());
        database.sql("""
                        insert into decision_release (number, released_by, released_by_name, released_at, files, leaves_at,
                            purchases_fen)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        event.number(),
                        event.by(),
                        event.byName(),
                        at(event.at()),
                        release.files(),
                        at(release.leavesAt()),
                        release.purchases().minor())
                .update();
    }

    /** The release of a decision, if one stands. */
    Optional<KeptRelease> release(String number) {
        return database.sql("select * from decision_release where number = ?")
                .param(number)
                .query(DecisionIndex::release)
                .optional();
    }

    private static KeptRelease release(ResultSet row, int number) throws SQLException {
        return new KeptRelease(
                row.getString("number"),
                row.getString("released_by"),
                row.getString("released_by_name"),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                new Release(
                        row.getString("files"),
                        row.getObject("leaves_at", OffsetDateTime.class).toInstant(),
                        Money.fen(row.getLong("purchases_fen"))));
    }

    private void leaf(long index, String number) {
        database.sql("insert into decision_leaf (log_index, number) values (?, ?)")
                .params(index, number)
                .update();
    }

    Optional<KeptDecision> find(String number) {
        return database.sql("select * from decision where number = ?")
                .param(number)
                .query(DecisionIndex::decision)
                .optional();
    }

    /** The newest first, from the given place on. */
    List<KeptDecision> list(Wanted wanted, int from, int most) {
        return database.sql("select * from decision" + where(wanted)
                        + " order by log_index desc offset ? rows fetch first ? rows only")
                .params(with(wanted, from, most))
                .query(DecisionIndex::decision)
                .list();
    }

    int count(Wanted wanted) {
        return database.sql("select count(*) from decision" + where(wanted))
                .params(with(wanted))
                .query(Integer.class)
                .single();
    }

    private static String where(Wanted wanted) {
        var conditions = new ArrayList<String>();
        if (wanted.company() != null) {
            conditions.add("company = ?");
        }
        if (wanted.state() != null) {
            conditions.add("state = ?");
        }
        if (wanted.inquiry() != null) {
            conditions.add("inquiry = ?");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static List<Object> with(Wanted wanted, Object... more) {
        var values = new ArrayList<Object>();
        if (wanted.company() != null) {
            values.add(wanted.company());
        }
        if (wanted.state() != null) {
            values.add(wanted.state().name());
        }
        if (wanted.inquiry() != null) {
            values.add(wanted.inquiry());
        }
        values.addAll(Arrays.asList(more));
        return values;
    }

    /** Places in the log of everything about a decision, its record first. */
    List<Long> leaves(String number) {
        return database.sql("select log_index from decision_leaf where number = ? order by log_index")
                .param(number)
                .query(Long.class)
                .list();
    }

    /** Those whose place in the graph does not say yet what became of them. */
    List<KeptDecision> notInGraph() {
        return database.sql("""
                        select * from decision where approved_once and coalesce(graph_state, '') <> state order by log_index""").query(DecisionIndex::decision).list();
    }

    void inGraph(String number, DecisionState state) {
        database.sql("update decision set graph_state = ? where number = ?")
                .params(state.name(), number)
                .update();
    }

    private static KeptDecision decision(ResultSet row, int number) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new KeptDecision(
                row.getString("number"),
                row.getLong("log_index"),
                row.getString("company"),
                row.getString("inquiry"),
                row.getString("question"),
                row.getString("plan_letter"),
                row.getString("plan_zh"),
                row.getString("plan_en"),
                row.getBoolean("compliant"),
                row.getString("language").equals("en") ? Language.EN : Language.ZH,
                row.getString("proposer"),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                DecisionState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
