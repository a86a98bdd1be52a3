package io.sandtable.web.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of decisions with a real log and a real database, and nothing else. */
class DecisionIndexTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/decisions");
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @TempDir
    Path home;

    private DecisionIndex index = database("none");
    private int databases;

    /** What a table of other records was given, and what it was told to forget. */
    private static final List<String> OTHERS = new ArrayList<>();

    private record Others() implements LogFollower {
        @Override
        public void forget() {
            OTHERS.clear();
        }

        @Override
        public void take(long index, String hash, JsonNode record) {
            assertThat(hash).isEqualTo(Hash.of(CanonicalJson.of(record)).hex());
            OTHERS.add(record.get("schema").asString() + " at " + index);
        }
    }

    @BeforeEach
    void emptyDatabase() {
        OTHERS.clear();
        index = database(home.getFileName() + "-" + databases++);
    }

    private static DecisionIndex database(String name) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new DecisionIndex(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                List.of(new Others()));
    }

    private DecisionLog log() {
        return DecisionLog.open(home, ORIGIN);
    }

    private static byte[] proposed(String number) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "sandtable-decision/1");
        json.put("number", number);
        json.put("at", NOON.toString());
        json.put("inquiry", "INQ-2026-1121-001");
        json.put("proposer", "li");
        json.put("proposerName", "李敏");
        json.putObject("choice")
                .put("letter", "B")
                .putObject("name")
                .put("zh", "购置新模具")
                .put("en", "Buy a mould");
        ObjectNode question = json.putObject("question");
        question.put("language", "zh");
        question.putArray("sentences").add("订单增长40%").add("现金不低于200万");
        question.putArray("ruleIds").add("").add("RUL-1");
        json.putObject("scenario").put("company", "demo");
        json.putArray("overrides");
        return CanonicalJson.of(json);
    }

    private static byte[] event(String number, DecisionState state, String by) {
        return new DecisionEvent(
                        number,
                        state,
                        NOON,
                        by,
                        by,
                        "",
                        List.of(),
                        0,
                        Hash.of(new byte[0]).hex(),
                        "note")
                .canonical();
    }

    @Test
    void eventOfVersionOne_isFollowedAndHandedOutAsItWas() {
        byte[] first = new DecisionEvent(
                        "A-2026-1121-001",
                        DecisionState.APPROVED,
                        NOON,
                        "wang",
                        "王强",
                        "",
                        null,
                        0,
                        Hash.of(new byte[0]).hex(),
                        "note")
                .canonical();
        assertThat(new String(first, StandardCharsets.UTF_8))
                .contains("\"schema\":\"sandtable-decision-event/1\"")
                .doesNotContain("changedSince");
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));
            log.append(first);

            index.catchUp(log);
        }

        assertThat(index.find("A-2026-1121-001").orElseThrow().state()).isEqualTo(DecisionState.APPROVED);
        assertThat(DecisionEvent.read(JsonMapper.shared().readTree(first)).canonical())
                .isEqualTo(first);
    }

    @Test
    void decision_isListedWithWhatWasAskedWithoutTheStandingRules() {
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));

            index.catchUp(log);
        }

        KeptDecision kept = index.find("A-2026-1121-001").orElseThrow();
        assertThat(kept.question()).isEqualTo("订单增长40%");
        assertThat(kept.state()).isEqualTo(DecisionState.PROPOSED);
        assertThat(kept.proposerName()).isEqualTo("李敏");
        assertThat(kept.proposedAt()).isEqualTo(NOON);
    }

    @Test
    void recordWithoutChoice_isNoDecisionToApprove() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "sandtable-decision/1").put("number", "A-2026-1121-001");
        try (DecisionLog log = log()) {
            log.append(CanonicalJson.of(json));

            index.catchUp(log);
        }

        assertThat(index.count(new DecisionIndex.Wanted(null, null, null))).isZero();
    }

    @Test
    void crashBetweenLogAndTable_isHealedFromTheLogAlone() {
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));
            index.catchUp(log);
            // the process dies here: in the log, not in the table
            log.append(event("A-2026-1121-001", DecisionState.APPROVED, "wang"));
        }
        assertThat(index.find("A-2026-1121-001").orElseThrow().state()).isEqualTo(DecisionState.PROPOSED);

        try (DecisionLog log = log()) {
            index.catchUp(log);
        }

        KeptDecision healed = index.find("A-2026-1121-001").orElseThrow();
        assertThat(healed.state()).isEqualTo(DecisionState.APPROVED);
        assertThat(healed.decidedBy()).isEqualTo("wang");
        assertThat(index.leaves("A-2026-1121-001")).containsExactly(0L, 1L);
        assertThat(index.notInGraph()).extracting(KeptDecision::number).containsExactly("A-2026-1121-001");
    }

    @Test
    void missingTable_isRebuiltAndEqualsTheOneThatGrew() {
        try (DecisionLog log = log()) {
            // more than one tile of 256 records, appended together: each append is forced to the disk
            for (int batch = 0; batch < 3; batch++) {
                var leaves = new ArrayList<byte[]>();
                for (int i = 1; i <= 100; i++) {
                    String number = "A-2026-1121-%03d".formatted(batch * 100 + i);
                    leaves.add(proposed(number));
                    if (i % 4 == 0) {
                        leaves.add(event(number, DecisionState.RETURNED, "wang"));
                    }
                }
                log.appendAll(leaves);
                index.catchUp(log);
            }
            DecisionIndex anew = database(home.getFileName() + "-anew");

            anew.catchUp(log);

            var all = new DecisionIndex.Wanted(null, null, null);
            assertThat(anew.list(all, 0, 1000)).hasSize(300).isEqualTo(index.list(all, 0, 1000));
            assertThat(anew.count(new DecisionIndex.Wanted("demo", DecisionState.RETURNED, null)))
                    .isEqualTo(75);
        }
    }

    @Test
    void logPutBackFromABackup_takesLaterDecisionsOutOfTheTable() throws IOException {
        Path backup = home.resolveSibling(home.getFileName() + "-backup");
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));
            index.catchUp(log);
        }
        copy(home, backup);
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-002"));
            index.catchUp(log);
        }

        try (DecisionLog log = DecisionLog.open(backup, ORIGIN)) {
            log.append(proposed("A-2026-1121-003"));
            index.catchUp(log);
        }

        assertThat(index.list(new DecisionIndex.Wanted(null, null, null), 0, 10))
                .extracting(KeptDecision::number)
                .containsExactly("A-2026-1121-003", "A-2026-1121-001");
    }

    @Test
    void recordsOfOtherKinds_goToWhoFollowsThem_onceAndAnewAfterABackup() throws IOException {
        byte[] other = CanonicalJson.of(JsonNodeFactory.instance.objectNode().put("schema", "other/1"));
        Path backup = home.resolveSibling(home.getFileName() + "-others");
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));
            log.append(other);
            index.catchUp(log);
            index.catchUp(log);
        }
        assertThat(OTHERS).containsExactly("other/1 at 1");
        copy(home, backup);
        try (DecisionLog log = log()) {
            log.append(other);
            index.catchUp(log);
        }
        assertThat(OTHERS).hasSize(2);

        try (DecisionLog log = DecisionLog.open(backup, ORIGIN)) {
            index.catchUp(log);
        }

        assertThat(OTHERS).containsExactly("other/1 at 1");
    }

    @Test
    void withdrawnAfterApproval_isToldToTheGraphAgain() {
        try (DecisionLog log = log()) {
            log.append(proposed("A-2026-1121-001"));
            log.append(event("A-2026-1121-001", DecisionState.APPROVED, "wang"));
            index.catchUp(log);
            index.inGraph("A-2026-1121-001", DecisionState.APPROVED);
            assertThat(index.notInGraph()).isEmpty();

            log.append(event("A-2026-1121-001", DecisionState.WITHDRAWN, "li"));
            log.append(proposed("A-2026-1121-002"));
            log.append(event("A-2026-1121-002", DecisionState.WITHDRAWN, "li"));
            index.catchUp(log);
        }

        assertThat(index.notInGraph()).extracting(KeptDecision::number).containsExactly("A-2026-1121-001");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
