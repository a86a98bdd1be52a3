package io.sandtable.web.drivers;

import io.sandtable.simulation.drivers.DriverRun;
import io.sandtable.simulation.drivers.DriverSweep;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.risk.MonteCarlo;
import io.sandtable.simulation.risk.RiskListener;
import io.sandtable.simulation.risk.RiskRun;
import io.sandtable.simulation.sensitivity.global.SweepProgress;
import io.sandtable.web.EngineVersion;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.ask.ReplayDecision;
import io.sandtable.web.ask.ReplayDecision.Again;
import io.sandtable.web.ask.ReplayDecision.Compared;
import io.sandtable.web.ask.ReplayDecision.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a recorded sweep again, from the log and the archive alone: first its plans, then all that was drawn. */
@Component
public class ReplaySweep {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HomeLog home;
    private final ReplayDecision decisions;
    private final PlanSearch search;

    ReplaySweep(HomeLog home, ReplayDecision decisions, PlanSearch search) {
        this.home = home;
        this.decisions = decisions;
        this.search = search;
    }

    /** Whether the number is one of a sweep. */
    public static boolean isSweep(String number) {
        return number.startsWith("SWP-");
    }

    /** Replays the sweep of that number. */
    public Replay replay(String number) {
        JsonNode record = find(number);
        Again again = decisions.again(record);
        var compared = new ArrayList<Compared>();
        var plans = new ArrayList<Alternative>();
        for (JsonNode recorded : record.get("plans")) {
            Optional<Alternative> plan = again.plans().stream()
                    .filter(p -> p.id().equals(recorded.get("id").asString()))
                    .findFirst();
            plan.ifPresent(plans::add);
            compared.add(new Compared(
                    recorded.get("id").asString(),
                    recorded.get("resultHash").asString(),
                    plan.map(Alternative::resultHash).orElse("")));
        }
        boolean same = compared.stream().allMatch(c -> c.recorded().equals(c.replayed()));
        compared.add(new Compared(number, record.get("result").asString(), same ? hash(record, again, plans) : ""));
        return new Replay(
                compared.stream().allMatch(c -> c.recorded().equals(c.replayed())),
                compared,
                record.get("engine").get("version").asString(),
                EngineVersion.current());
    }

    private String hash(JsonNode record, Again again, List<Alternative> plans) {
        JsonNode run = record.get("run");
        long seed = Long.parseLong(run.get("seed").asString());
        int runs = run.get("runs").asInt();
        long plannerSeed = Long.parseLong(record.get("engine").get("seed").asString());
        try {
            if (record.get("kind").asString().equals("risk")) {
                var monteCarlo = new MonteCarlo(
                        again.scenario(),
                        (problem, plan) -> search.planAgain(problem, plan, plannerSeed),
                        search.threads());
                return SweepHash.of(monteCarlo.run(
                        new RiskRun(
                                seed,
                                runs,
                                SweepJson.mode(run),
                                SweepJson.inputs(run),
                                SweepJson.copula(run),
                                run.get("generator").asString()),
                        plans.stream()
                                .map(p -> new MonteCarlo.Named(
                                        p.letter(), p.evaluation().plan()))
                                .toList(),
                        RiskListener.SILENT));
            }
            Plan plan = plans.getFirst().evaluation().plan();
            var sweep = new DriverSweep(
                    search.response(again.scenario(), again.problem(), plan, SweepJson.mode(run), plannerSeed),
                    new DriverRun(seed, runs, SweepJson.mode(run), SweepJson.inputs(run), SweepJson.copula(run)),
                    search.threads(),
                    SweepProgress.SILENT);
            return SweepHash.of(sweep.all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted; start it again.", e);
        }
    }

    private JsonNode find(String number) {
        return home.use(log -> {
            long from = 0;
            for (List<byte[]> page = log.recordsFrom(from); !page.isEmpty(); page = log.recordsFrom(from)) {
                from += page.size();
                for (byte[] leaf : page) {
                    JsonNode record = JSON.readTree(leaf);
                    if (record.path("schema").asString("").equals(SweepRecords.SCHEMA)
                            && record.path("sweep").asString("").equals(number)) {
                        return record;
                    }
                }
            }
            throw new IllegalArgumentException(
                    "The log holds no sweep %s; its number stands on the drivers page and begins with SWP-."
                            .formatted(number));
        });
    }
}
