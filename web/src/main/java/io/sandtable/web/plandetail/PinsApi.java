package io.sandtable.web.plandetail;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Language;
import io.sandtable.web.ask.InterventionJson;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decisions by hand about single steps of a plan, for programs. */
@RestController
@Profile("service")
@Tag(name = "plans")
class PinsApi {
    private final ShownPlans plans;
    private final Trial trial;
    private final Asking asking;

    PinsApi(ShownPlans plans, Trial trial, Asking asking) {
        this.plans = plans;
        this.trial = trial;
        this.asking = asking;
    }

    /** One decision. */
    record Pin(
            @Schema(
                    description =
                            "pin: this lot there and then; place: there, whenever; in-house: not outsourced; avoid: anywhere but there",
                    allowableValues = {"pin", "place", "in-house", "avoid"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String kind,

            @Schema(description = "Number or id of the order", example = "SO-1108")
            String order,

            @Schema(description = "Id of the operation, as /pegging names it")
            String operation,

            @Schema(
                    description =
                            "Which of the order's lots of that operation, from 1; of a pin 1 unless given, else all")
            @Nullable
            Integer lot,

            @Schema(description = "Id of the machine or subcontractor; of a pin where it is now unless given") @Nullable
            String place,

            @Nullable String tool,

            @Schema(description = "When a pin begins, local time; as it is now unless given") @Nullable
            LocalDateTime start,

            @Schema(description = "Good units of the pinned lot; as it is now unless given") @Nullable
            Double quantity,

            @Schema(description = "Why; it goes into the record", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** What is decided about a plan. */
    record PinsRequest(
            @Schema(description = "The question that is meant where the same plan was found twice") @Nullable
            String scenario,

            @Nullable List<Pin> pins,

            @Schema(description = "Ids of decisions to take back") @Nullable
            List<String> withdraw,

            @Schema(description = "false: only what it would cost; true: ask the question anew with it")
            boolean keep) {}

    @PostMapping("/api/v1/plans/{id}/pins")
    @Operation(summary = "Pin or move a step, forbid a choice: what it costs, and to plan around it")
    @ApiResponse(responseCode = "200", description = "What it would cost; nothing is kept")
    @ApiResponse(responseCode = "202", description = "Kept: the new scenario is queued, its address is in Location")
    ResponseEntity<ObjectNode> pins(
            @PathVariable String id,
            @RequestBody PinsRequest request,
            Person person,
            @Parameter(hidden = true) Language language) {
        ShownPlan shown = plans.byId(id, request.scenario(), language);
        List<Intervention> added = added(request, shown, person);
        List<String> withdrawn = Objects.requireNonNullElse(request.withdraw(), List.of());
        Trial.Price price = trial.price(shown, added, withdrawn);
        ObjectNode json = json(shown, added, price);
        if (!request.keep()) {
            return ResponseEntity.ok(json);
        }
        Inquiry next = asking.decideByHand(shown.inquiryId(), Trial.decided(shown, added, withdrawn), person.name());
        json.put("kept", true);
        json.put("scenario", next.id());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/scenarios/" + next.id()))
                .body(json);
    }

    private static List<Intervention> added(PinsRequest request, ShownPlan shown, Person person) {
        var added = new ArrayList<Intervention>();
        for (@Nullable Pin pin : Objects.requireNonNullElse(request.pins(), List.<Pin>of())) {
            if (pin == null) {
                throw new IllegalArgumentException("A pin was null; give kind, order, operation and reason.");
            }
            Demand demand = shown.getOrder(String.valueOf(pin.order()));
            var steps = new PlannedSteps(shown, demand);
            added.add(InterventionJson.withId(steps.completed(new Intervention(
                    "",
                    InterventionJson.kind(String.valueOf(pin.kind())),
                    demand.id(),
                    String.valueOf(pin.operation()),
                    Objects.requireNonNullElse(pin.lot(), 0),
                    pin.place(),
                    pin.tool(),
                    pin.start(),
                    Objects.requireNonNullElse(pin.quantity(), 0.0),
                    Objects.requireNonNullElse(pin.reason(), ""),
                    person.name()))));
        }
        return added;
    }

    private static ObjectNode json(ShownPlan shown, List<Intervention> added, Trial.Price price) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plan", shown.alternative().id());
        json.put("kept", false);
        json.set("pins", InterventionJson.write(added));
        json.set("before", KpiJson.kpis(price.before().kpis(), price.before().kpis()));
        json.set("after", KpiJson.kpis(price.after().kpis(), price.before().kpis()));
        ArrayNode moved = json.putArray("movedOrders");
        for (Trial.MovedOrder order : price.moved()) {
            moved.addObject()
                    .put("id", order.id())
                    .put("name", order.number())
                    .put("due", order.due().toString())
                    .put(
                            "before",
                            order.before() == null ? null : order.before().toString())
                    .put("after", order.after() == null ? null : order.after().toString());
        }
        json.set("violations", KpiJson.violations(price.after().violations()));
        return json;
    }
}
