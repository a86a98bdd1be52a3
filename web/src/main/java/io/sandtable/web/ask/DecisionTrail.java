package io.sandtable.web.ask;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.log.DecisionNumbers;
import io.sandtable.audit.log.Receipt;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.model.SnapshotText;
import io.sandtable.web.settings.AuditSettings;
import io.sandtable.web.settings.HomeSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a question and its plans on record: the snapshot into the archive, the record into the log. */
@Component
public class DecisionTrail {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path home;
    private final Origin origin;
    private final Archive archive;
    private final Clock clock;

    DecisionTrail(HomeSettings home, AuditSettings audit, Archive archive, Clock clock) {
        this.home = home.home();
        this.origin = new Origin(audit.origin());
        this.archive = archive;
        this.clock = clock;
    }

    /** Records the answer as proposed and writes its bundle beside the other output. */
    public Decision propose(Answer answer, Path bundleFolder) {
        archive.put(SnapshotText.write(answer.snapshot()).getBytes(StandardCharsets.UTF_8));
        try (DecisionLog log = DecisionLog.open(home, origin)) {
            Receipt receipt = new DecisionNumbers(log, clock)
                    .append(number -> CanonicalJson.of(
                            DecisionRecord.proposed(answer, number.toString(), clock.instant(), answer.recommended())));
            byte[] canonical = log.record(receipt.index());
            Bundle.write(bundleFolder, canonical, receipt.proof(), log.verifierKey());
            return new Decision(
                    JSON.readTree(canonical).get("number").asString(),
                    receipt.index(),
                    Hash.of(canonical).hex(),
                    new String(receipt.checkpoint().bytes(), StandardCharsets.UTF_8));
        }
    }
}
