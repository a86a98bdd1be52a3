package io.sandtable.web.planfile;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.ask.InterventionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan file held against the model it was made from. */
public record CheckedPlan(ModelFile model, Plan plan, List<Finding> findings) {
    /**
     * Reads the plan and the model that it names, or that one, and checks the one against the other.
     *
     * @throws IllegalArgumentException where the plan cannot be read, or the model is not the one that it was made from
     */
    public static CheckedPlan of(Path planFile, @Nullable Path otherModel) {
        JsonNode json = json(planFile);
        if (!json.path("format").asString("").equals(PlanFile.FORMAT)) {
            throw new IllegalArgumentException("%s is no plan of format %s but %s; give a file that 'plan' wrote."
                    .formatted(planFile, PlanFile.FORMAT, json.path("format")));
        }
        ModelFile model = ModelFile.read(otherModel != null ? otherModel : named(planFile, json))
                .limitedBy(json.path("model").path("constraints").asInt(Constraints.ALL.sum()))
                .decidingByHand(InterventionJson.read(json.path("interventions")));
        String made = json.path("model").path("sha256").asString("");
        if (otherModel == null && !model.sha256().equals(made)) {
            throw new IllegalArgumentException(
                    "%s has changed since the plan was made (SHA-256 %s, the plan says %s); give the model it was made from with --model, or plan again."
                            .formatted(model.path(), model.sha256(), made));
        }
        Plan plan = PlanFileReader.read(model.problem(), json);
        return new CheckedPlan(model, plan, Checker.check(model.problem(), plan));
    }

    /** Where the model is: as the plan says, from here or from where the plan lies. */
    private static Path named(Path planFile, JsonNode json) {
        Path named = Path.of(json.path("model").path("path").asString(""));
        return Files.exists(named) ? named : planFile.resolveSibling(named);
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "%s is not JSON (line %d: %s); give a file that 'plan' wrote."
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be read (%s); check the path and its rights.".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether everything in it can be done and every must-rule is kept. */
    public boolean isOk() {
        return findings.stream().noneMatch(Finding::must);
    }

    /** {@code {"ok": …, "violations": [{"kind", "on", "when", "amount"}]}}. */
    public ObjectNode json() {
        PlanningProblem problem = model.problem();
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("ok", isOk());
        ArrayNode violations = answer.putArray("violations");
        for (Finding finding : findings) {
            violations
                    .addObject()
                    .put("kind", finding.kind().id())
                    .put("on", model.nameOf(finding.on()))
                    .put("when", problem.time(finding.when()).toString())
                    .put("amount", finding.amount())
                    .put("must", finding.must());
        }
        return answer;
    }
}
