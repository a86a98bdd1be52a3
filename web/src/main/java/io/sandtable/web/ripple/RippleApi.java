package io.sandtable.web.ripple;

import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/ripple}: from a sentence to what hangs on it, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/ripple")
class RippleApi {
    private final AskRipple ripple;
    private final Companies companies;

    RippleApi(AskRipple ripple, Companies companies) {
        this.ripple = ripple;
        this.companies = companies;
    }

    record RippleRequest(
            @Schema(
                    description = "What changes, in a person's words",
                    example = "进口轴承采购周期延长到120天",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String sentence,

            @Schema(description = "Day to plan from; the data's day where it is left out", example = "2026-11-21")
            @Nullable
            LocalDate asOf) {}

    @PostMapping
    @Operation(
            summary = "What hangs on a change, when it hits, and what could be done about it; nothing is kept",
            description = "The current company. Each mitigation is priced by a quick plan against doing nothing.")
    JsonNode ask(@RequestBody RippleRequest request, Language language) {
        String sentence = Objects.requireNonNullElse(request.sentence(), "");
        Understood understood =
                ripple.understand(companies.current(), sentence, request.asOf(), language, Progress.SILENT);
        RippleAnswer answer = ripple.follow(understood, Progress.SILENT);
        return RippleJson.of(answer, ripple.price(answer, Progress.SILENT), language);
    }
}
