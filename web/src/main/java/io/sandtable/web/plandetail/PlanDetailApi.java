package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** A plan in detail over REST; {@code scenario} says which inquiry is meant where the same plan was found twice. */
@RestController
@Profile("service")
@Tag(name = "plans")
class PlanDetailApi {
    private static final int LINES = 1000;
    private static final int ORDERS = 50;

    private final ShownPlans plans;

    PlanDetailApi(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/api/v1/scenarios/{id}/plans/{letter}")
    @Operation(summary = "What a plan does: orders, operations, purchases; letter 0 is the baseline")
    ObjectNode plan(@PathVariable String id, @PathVariable String letter, @Parameter(hidden = true) Language language) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        return plans.view(shown, "json", PlanJson::of);
    }

    @GetMapping("/api/v1/plans/{id}/ledger")
    @Operation(
            summary =
                    "Postings, 1,000 a page, with the sums of all that fit; account as in the lines, figure such as grossMargin, driver and product as in a difference, behind for what led to it")
    ObjectNode ledger(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(required = false) @Nullable String behind,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "1") int page,
            @Parameter(hidden = true) Language language) {
        ShownPlan shown = plans.byId(id, scenario, language);
        LedgerFilter filter =
                LedgerFilter.of(account, figure, from, to, order, text).with(DriverLines.of(driver, behind, product));
        var lines = new LedgerLines(shown, plans.view(shown, "subjects", Subjects::new));
        return LedgerJson.of(shown, lines.page(filter, page, LINES));
    }

    @GetMapping("/api/v1/plans/{id}/pegging")
    @Operation(
            summary =
                    "From each order down to what it rests on: lots, operations, materials and where they come from; 50 orders a page")
    ObjectNode pegging(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "1") int page,
            @Parameter(hidden = true) Language language) {
        ShownPlan shown = plans.byId(id, scenario, language);
        return plans.view(shown, "pegging", Pegging::new).json(order == null ? "" : order, page, ORDERS);
    }
}
