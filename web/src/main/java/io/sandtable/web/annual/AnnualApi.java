package io.sandtable.web.annual;

import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/annual-plans}: the same as the pages, for programs. */
@RestController
@Profile("service")
@Tag(name = "annual-plans")
@RequestMapping("/api/v1/annual-plans")
class AnnualApi {
    private final AnnualPlans plans;
    private final Answers answers;
    private final Companies companies;

    AnnualApi(AnnualPlans plans, Answers answers, Companies companies) {
        this.plans = plans;
        this.answers = answers;
        this.companies = companies;
    }

    /**
     * A plan to freeze.
     *
     * @param scenario id of the question; may be left out where the plan is named by its id
     * @param plan its letter or its id (PLN-…)
     * @param note required where it breaks a must rule
     * @param year whether it is carried to twelve months by a forecast
     */
    record Chosen(
            @Nullable String scenario,
            @Nullable String plan,
            @Nullable String note,
            @Nullable Boolean year) {}

    /** The newest version of each, the last frozen first. */
    @GetMapping
    @Operation(summary = "Annual plans of a company (the current one by default), each in its newest version")
    Map<String, List<JsonNode>> list(@RequestParam(required = false) @Nullable String company) {
        return Map.of(
                "annualPlans",
                plans.listPlans(company == null ? companies.current() : company).stream()
                        .map(plan -> (JsonNode) AnnualJson.summary(plan))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "Freezes a plan of an answered question as an annual plan")
    ResponseEntity<JsonNode> freeze(@RequestBody Chosen chosen, @Parameter(hidden = true) Person person) {
        return created(plans.freeze(choice(chosen, null), note(chosen), person));
    }

    @PostMapping("/{number}/versions")
    @Operation(
            summary = "Rolls an annual plan forward: months that are over as they were, the rest from a newer answer")
    ResponseEntity<JsonNode> roll(
            @PathVariable String number, @RequestBody Chosen chosen, @Parameter(hidden = true) Person person) {
        return created(plans.freeze(choice(chosen, number), note(chosen), person));
    }

    @GetMapping("/{number}")
    @Operation(
            summary =
                    "An annual plan (the newest version by default): its record, its months, and what happened against it")
    JsonNode get(@PathVariable String number, @RequestParam(required = false) @Nullable Integer version) {
        return whole(plans.getPlan(number, version));
    }

    private AnnualPlans.Choice choice(Chosen chosen, @Nullable String rolled) {
        var reach = Boolean.TRUE.equals(chosen.year()) ? AnnualPlans.Reach.YEAR : AnnualPlans.Reach.COVERED;
        String plan = chosen.plan();
        if (plan == null || (chosen.scenario() == null && !plan.startsWith("PLN-"))) {
            throw Refusal.badInput("BAD_INPUT");
        }
        if (plan.startsWith("PLN-")) {
            Answers.OfAnswer of = answers.getPlan(plan, chosen.scenario());
            return new AnnualPlans.Choice(of.inquiryId(), of.plan().letter(), reach, rolled);
        }
        return new AnnualPlans.Choice(java.util.Objects.requireNonNull(chosen.scenario()), plan, reach, rolled);
    }

    private static String note(Chosen chosen) {
        return chosen.note() == null ? "" : chosen.note();
    }

    private ResponseEntity<JsonNode> created(KeptAnnualPlan plan) {
        return ResponseEntity.created(
                        URI.create("/api/v1/annual-plans/" + plan.number() + "?version=" + plan.version()))
                .body(whole(plan));
    }

    private JsonNode whole(KeptAnnualPlan plan) {
        return AnnualJson.whole(plan, plans.listVersions(plan.number()), plans.compare(plan));
    }
}
