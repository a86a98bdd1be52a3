package io.sandtable.web.compare;

import io.sandtable.simulation.correction.Correction;
import io.sandtable.simulation.correction.Corrections;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.web.api.AskAgain;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.inquiry.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/scenarios/{id}/corrections}: which must-conditions to give up where no plan keeps them all. */
@RestController
@Profile("service")
@Tag(name = "scenarios")
class CorrectionsApi {
    private final Answers answers;
    private final PlanCorrections corrections;

    CorrectionsApi(Answers answers, PlanCorrections corrections) {
        this.answers = answers;
        this.corrections = corrections;
    }

    @GetMapping("/api/v1/scenarios/{id}/corrections")
    @Operation(
            summary =
                    "Where no plan keeps all must-conditions: the smallest sets of them to give up, at most three in one, each with the best plan found without them; 202 while they are worked out: ask again")
    ResponseEntity<ObjectNode> corrections(@PathVariable String id) {
        Answer answer = answers.getAnswer(id);
        Optional<Corrections> found = corrections.findOrBegin(id, answer);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", id);
        if (found.isEmpty()) {
            return AskAgain.with(json);
        }
        json.put("replans", found.get().replans()).put("cutShort", found.get().cutShort());
        ArrayNode sets = json.putArray("sets");
        for (Correction correction : found.get().sets()) {
            ObjectNode row = sets.addObject();
            ArrayNode rules = row.putArray("rules");
            for (PlannedRule rule : answer.problem().rules()) {
                if (correction.rules().contains(rule.id())) {
                    rules.addObject().put("ruleId", rule.id()).put("ruleText", rule.text());
                }
            }
            row.set(
                    "kpis",
                    KpiJson.kpis(
                            correction.best().kpis(),
                            answer.baseline().evaluation().kpis()));
        }
        return ResponseEntity.ok(json);
    }
}
