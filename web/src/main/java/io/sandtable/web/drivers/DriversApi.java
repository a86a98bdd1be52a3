package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.api.AskAgain;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerJson;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/scenarios/{id}/sensitivity}: the drivers of a plan's gross margin. */
@RestController
@Profile("service")
@Tag(name = "scenarios")
class DriversApi {
    private final Answers answers;
    private final PlanDrivers drivers;

    DriversApi(Answers answers, PlanDrivers drivers) {
        this.answers = answers;
        this.drivers = drivers;
    }

    @GetMapping("/api/v1/scenarios/{id}/sensitivity")
    @Operation(
            summary = "Drivers of the recommended plan, or of the plan named; 202 while they are worked out: ask again")
    ResponseEntity<ObjectNode> sensitivity(
            @PathVariable String id, @RequestParam(required = false) @Nullable String plan) {
        Answer answer = answers.getAnswer(id);
        Alternative of = plan == null
                ? answer.recommended()
                : answer.all().stream()
                        .filter(a -> a.id().equals(plan) || a.letter().equals(plan))
                        .findFirst()
                        .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, plan));
        Optional<Tornado> tornado = drivers.findOrBegin(id, answer, of);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", id).put("plan", of.id());
        if (tornado.isEmpty()) {
            return AskAgain.with(json);
        }
        json.setAll(AnswerJson.sensitivity(tornado.get()));
        return ResponseEntity.ok(json);
    }
}
