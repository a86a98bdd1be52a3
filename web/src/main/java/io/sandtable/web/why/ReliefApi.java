package io.sandtable.web.why;

import io.sandtable.simulation.relief.Help;
import io.sandtable.simulation.relief.WhatHelps;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.AskAgain;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.inquiry.Answers;
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

/** {@code /api/v1/plans/{id}/relief}: what would help one late or short order, for programs. */
@RestController
@Profile("service")
@Tag(name = "plans")
class ReliefApi {
    private final Answers answers;
    private final PlanReliefs reliefs;

    ReliefApi(Answers answers, PlanReliefs reliefs) {
        this.answers = answers;
        this.reliefs = reliefs;
    }

    @GetMapping("/api/v1/plans/{id}/relief")
    @Operation(
            summary =
                    "What would help a late or short order: of each cause the smallest relief, verified by planning again; 202 while it is worked out: ask again")
    ResponseEntity<ObjectNode> relief(
            @PathVariable String id,
            @Parameter(description = "Number or id of the order", example = "SO-1108") @RequestParam String order,
            @RequestParam(required = false) @Nullable String scenario,
            @Parameter(hidden = true) Language language) {
        Answers.OfAnswer of = answers.getPlan(id, scenario);
        Demand demand = reliefs.getOrder(of, order);
        Optional<WhatHelps> found = reliefs.findOrBegin(of, order);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("scenario", of.inquiryId());
        json.put("order", demand.id()).put("name", demand.number());
        if (found.isEmpty()) {
            return AskAgain.with(json);
        }
        json.put("daysLate", days(found.get().daysLate()));
        json.put("replans", found.get().replans()).put("cutShort", found.get().cutShort());
        var said = new ReliefWords(of.answer(), Words.in(language));
        ArrayNode helps = json.putArray("helps");
        for (Help help : found.get().helps()) {
            write(help, of.answer().problem(), said, helps.addObject());
        }
        return ResponseEntity.ok(json);
    }

    private static void write(Help help, PlanningProblem problem, ReliefWords said, ObjectNode row) {
        row.put("kind", help.relief().kind().id()).put("on", help.relief().on());
        row.put("of", help.relief().of().isEmpty() ? null : help.relief().of());
        row.put("size", help.relief().size())
                .put("unit", help.relief().kind().unit().id());
        row.put("from", problem.day(Math.max(0, help.relief().from())).toString());
        row.put("to", problem.day(Math.max(0, help.relief().to() - 1)).toString());
        ArrayNode behind = row.putArray("lets");
        help.relief().orders().forEach(behind::add);
        row.put("said", said.what(help.relief()));
        row.put("daysLate", days(help.daysLate())).put("onTime", help.onTime());
        row.put("otherOrders", help.otherOrders());
        row.set("margin", KpiJson.money(help.margin()));
    }

    /** Null of what is never delivered in full. */
    private static @Nullable Integer days(int late) {
        return late == WhatHelps.NEVER ? null : late;
    }
}
