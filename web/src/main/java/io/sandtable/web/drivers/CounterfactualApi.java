package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.web.api.AskAgain;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/plans/{id}/counterfactual}: what it would take for a figure to come to another value. */
@RestController
@Profile("service")
@Tag(name = "plans")
class CounterfactualApi {
    private final Answers answers;
    private final PlanTargets targets;

    CounterfactualApi(Answers answers, PlanTargets targets) {
        this.answers = answers;
        this.targets = targets;
    }

    @GetMapping("/api/v1/plans/{id}/counterfactual")
    @Operation(
            summary =
                    "The smallest change of each input alone with which a figure comes to the baseline's value, the plan's choices fixed; 202 while it is worked out: ask again")
    ResponseEntity<ObjectNode> counterfactual(
            @PathVariable String id,
            @Parameter(description = "As in the answers, such as grossMargin, cashLow or onTimePct")
                    @RequestParam(defaultValue = "grossMargin")
                    String figure,
            @Parameter(description = "Another value than the baseline's, in the figure's unit")
                    @RequestParam(required = false)
                    @Nullable
                    Double target,
            @RequestParam(required = false) @Nullable String scenario) {
        Answers.OfAnswer of = answers.getPlan(id, scenario);
        Kpi kpi = Kpi.find(figure).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, figure));
        if (target != null && !Double.isFinite(target)) {
            throw new IllegalArgumentException(
                    "target was %s; give a finite number in %s.".formatted(target, kpi.unit()));
        }
        Optional<Counterfactual> found = targets.findOrBegin(of, kpi, target);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("scenario", of.inquiryId()).put("figure", figure);
        if (found.isEmpty()) {
            return AskAgain.with(json);
        }
        write(found.get(), json);
        return ResponseEntity.ok(json);
    }

    private static void write(Counterfactual found, ObjectNode json) {
        json.put("unit", found.kpi().unit()).put("now", found.now()).put("target", found.target());
        ArrayNode takes = json.putArray("takes");
        for (Counterfactual.Takes one : found.takes()) {
            ObjectNode row = takes.addObject();
            row.put("dimension", one.range().dimension().id())
                    .put("unit", one.range().dimension().unit());
            row.put("low", one.range().low()).put("high", one.range().high());
            row.put("change", one.change().isPresent() ? (Double) one.change().getAsDouble() : null);
            row.put("value", one.value());
        }
    }
}
