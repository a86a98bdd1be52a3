package io.sandtable.web.ask;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.log.DecisionNumbers;
import io.sandtable.audit.log.Receipt;
import io.sandtable.audit.report.PdfReport;
import io.sandtable.audit.report.ReportDocument;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.model.SnapshotText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a question and its plans on record: the snapshot into the archive, the record into the log. */
@Component
public class DecisionTrail {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HomeLog home;
    private final Archive archive;
    private final SavedAnswers answers;
    private final Clock clock;

    DecisionTrail(HomeLog home, Archive archive, SavedAnswers answers, Clock clock) {
        this.home = home;
        this.archive = archive;
        this.answers = answers;
        this.clock = clock;
    }

    /** Records the answer as proposed, with nothing chosen, and writes its bundle beside the other output. */
    public Decision propose(Answer answer, Path bundleFolder) {
        archive(answer);
        return home.use(log -> {
            Receipt receipt = append(
                    log,
                    (number, before) -> DecisionRecord.proposed(answer, number, clock.instant(), answer.recommended()));
            Bundle.write(bundleFolder, log.record(receipt.index()), receipt.proof(), log.keys());
            return decision(log, receipt);
        });
    }

    /**
     * Records what a person chose. The answer is kept under the audit number before the record is written, so that a record always
     * has its plans, whatever becomes of the question.
     */
    public Decision propose(DecisionLog log, Answer answer, Proposal proposal) {
        archive(answer);
        return decision(log, append(log, (number, before) -> {
            answers.write(number, answer);
            return DecisionRecord.chosen(answer, number, clock.instant(), proposal, before);
        }));
    }

    /** The report with the record's proof inside, sealed by the log. */
    byte[] print(PdfReport printer, ReportDocument report, Decision decision) {
        Map<String, byte[]> bundle =
                home.use(log -> Bundle.files(log.record(decision.index()), log.proof(decision.index()), log.keys()));
        return printer.render(
                report, bundle, (subject, parts) -> home.use(log -> log.seal(subject, parts)), clock.instant());
    }

    private void archive(Answer answer) {
        archive.put(SnapshotText.write(answer.snapshot()).getBytes(StandardCharsets.UTF_8));
    }

    private Receipt append(DecisionLog log, BiFunction<String, String, ObjectNode> record) {
        String before = text(log.checkpoint().bytes());
        return new DecisionNumbers(log, clock)
                .append(number -> CanonicalJson.of(record.apply(number.toString(), before)));
    }

    private static Decision decision(DecisionLog log, Receipt receipt) {
        byte[] canonical = log.record(receipt.index());
        return new Decision(
                JSON.readTree(canonical).get("number").asString(),
                receipt.index(),
                Hash.of(canonical).hex(),
                text(receipt.checkpoint().bytes()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
