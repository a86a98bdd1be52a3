package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.ask.KpiJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/plans/{id}/bottlenecks}: what holds a plan's orders up, for programs. */
@RestController
@Profile("service")
@Tag(name = "plans")
class BottlenecksApi {
    private final ShownPlans plans;

    BottlenecksApi(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/api/v1/plans/{id}/bottlenecks")
    @Operation(
            summary =
                    "What holds late and short orders up, with how many it hurts, their days late and value; an order counts at everything that it waits for")
    ObjectNode bottlenecks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @Parameter(hidden = true) Language language) {
        ShownPlan shown = plans.byId(id, scenario, language);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("scenario", shown.inquiryId());
        ArrayNode array = json.putArray("bottlenecks");
        for (BottleneckLine line : plans.view(shown, "bottlenecks", BottleneckLine::all)) {
            ObjectNode row = array.addObject();
            row.put("kind", line.kind()).put("on", line.id()).put("name", line.name());
            row.put("orders", line.hurt()).put("late", line.lateOrders()).put("short", line.shortOrders());
            row.put("longest", line.decisive()).put("daysLate", line.daysLate());
            row.set("value", KpiJson.money(line.value()));
            ArrayNode orders = row.putArray("hurts");
            line.orders().forEach(order -> orders.add(order.id()));
        }
        return json;
    }
}
