package io.sandtable.web.drivers;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.simulation.drivers.DriverRun;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskRun;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.ask.ReplayDecision;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log's records of finished sweeps: what each depended on and the hash of what it gave, enough to run it again. */
@Component
class SweepRecords {
    static final String SCHEMA = "sandtable-sweep/1";

    private static final int DIGITS = 12;

    private final HomeLog log;
    private final Clock clock;

    SweepRecords(HomeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** All drivers of a plan at once, with as many runs as it took. */
    void record(String inquiryId, Answer answer, Alternative plan, DriverRun run, SobolIndices shares) {
        ObjectNode how = SweepJson.run(run.seed(), shares.runs(), run.mode(), run.inputs(), run.copula());
        record("sobol", inquiryId, answer, List.of(plan), how, SweepHash.of(shares));
    }

    /** All plans in the same uncertain worlds. */
    void record(String inquiryId, Answer answer, List<Alternative> plans, RiskResult result) {
        RiskRun run = result.run();
        ObjectNode how = SweepJson.run(run.seed(), result.done(), run.mode(), run.inputs(), run.copula())
                .put("generator", run.generator());
        record("risk", inquiryId, answer, plans, how, SweepHash.of(result));
    }

    private void record(
            String kind, String inquiryId, Answer answer, List<Alternative> plans, ObjectNode run, String hash) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA).put("kind", kind).put("inquiry", inquiryId);
        json.put("at", clock.instant().toString());
        ReplayDecision.origin(json, answer);
        ArrayNode all = json.putArray("plans");
        plans.forEach(plan -> all.addObject()
                .put("id", plan.id())
                .put("letter", plan.letter())
                .put("resultHash", plan.resultHash()));
        json.set("run", run);
        json.put("result", hash);
        json.put("sweep", number(plans, run, hash));
        log.record(List.of(json));
    }

    /** What it is called on the command line: the same sweep of the same plans has the same number. */
    static String number(List<Alternative> plans, ObjectNode run, String hash) {
        String all = plans.stream().map(Alternative::id).toList() + run.toString() + hash;
        return "SWP-" + Hash.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }
}
