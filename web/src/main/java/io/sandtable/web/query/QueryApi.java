package io.sandtable.web.query;

import io.sandtable.web.Language;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the data over REST; nothing is kept. */
@RestController
@RequestMapping("/api/v1/query")
@Profile("service")
@Tag(name = "questions")
class QueryApi {
    private final Questions questions;
    private final Companies companies;

    QueryApi(Questions questions, Companies companies) {
        this.questions = questions;
        this.companies = companies;
    }

    record QueryRequest(
            @Schema(
                    description = "One question about the data, or several sentences",
                    example = "上季度哪个供应商交货最不准时",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String sentence,

            @Schema(
                    description =
                            "Day that \"last quarter\" counts from and records reach to; the data's day where it is left out",
                    example = "2026-11-21")
            @Nullable
            LocalDate asOf) {}

    @PostMapping
    @Operation(summary = "Answer the questions of a text about the data from the records; nothing is kept")
    QueryJson query(@RequestBody QueryRequest request, @Parameter(hidden = true) Language language) {
        if (request.sentence() == null || request.sentence().isBlank()) {
            throw Refusal.badInput("EMPTY");
        }
        return QueryJson.of(
                questions.understand(companies.current(), request.sentence(), request.asOf(), language).stream()
                        .map(asked -> QueryReply.of(asked, language))
                        .toList());
    }
}
