package io.sandtable.web.graph;

import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/graph}: what the graph says and said, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/graph")
class GraphApi {
    private final GraphStates states;
    private final Companies companies;

    GraphApi(GraphStates states, Companies companies) {
        this.states = states;
        this.companies = companies;
    }

    @GetMapping
    @Operation(
            summary =
                    "How much the graph holds, and its revisions; now, at an earlier revision or day, or what holds on a day")
    JsonNode state(
            @Parameter(description = "after that revision") @RequestParam(required = false) @Nullable Long revision,
            @Parameter(description = "what was known at the end of that day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate knownOn,
            @Parameter(description = "only what holds on that day by validFrom and validTo")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate validOn,
            @RequestParam(required = false) @Nullable String company) {
        return GraphJson.of(states.state(company(company), states.asOf(revision, knownOn, validOn)));
    }

    @GetMapping("/{id}")
    @Operation(
            summary =
                    "A thing with its values, each with its evidence, its relations, and what was said of them before")
    JsonNode thing(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long revision,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate knownOn,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validOn,
            @RequestParam(required = false) @Nullable String company) {
        return GraphJson.of(states.thing(company(company), id, states.asOf(revision, knownOn, validOn)));
    }

    private String company(@Nullable String named) {
        return named == null ? companies.current() : named;
    }
}
