package io.sandtable.web.scenarios;

import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Asking;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What sentences would become; nothing is kept and nothing runs. */
@RestController
@RequestMapping("/api/v1/understand")
@Profile("service")
@Tag(name = "scenarios")
class UnderstandApi {
    private final Asking asking;
    private final Companies companies;

    UnderstandApi(Asking asking, Companies companies) {
        this.asking = asking;
        this.companies = companies;
    }

    /**
     * @param asOf null takes the day the company's data speaks of
     * @param context id of the node that "this supplier" and the like mean
     */
    record UnderstandRequest(
            @Schema(
                    description = "One understanding each",
                    example = "[\"预计下季度电池壳订单增长40%\"]",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<String> sentences,

            @Schema(
                    description = "Day that \"next month\" counts from; the data's day where it is left out",
                    example = "2026-11-21")
            @Nullable
            LocalDate asOf,

            @Schema(description = "Id of the node that \"this supplier\" means", example = "SUP-0012") @Nullable
            String context) {}

    /** One contract understanding a sentence, in their order. */
    record Understandings(
            @Schema(description = "outcome, statements, questions; one object a sentence")
            JsonNode understandings) {
        static Understandings of(List<Understanding> all) {
            return new Understandings(tree(all));
        }

        static ArrayNode tree(List<Understanding> all) {
            ArrayNode array = JsonMapper.shared().createArrayNode();
            all.forEach(u -> array.add(UnderstandingJson.tree(u)));
            return array;
        }
    }

    @PostMapping
    @Operation(summary = "Say back what sentences mean; nothing is kept and nothing runs")
    Understandings understand(@RequestBody UnderstandRequest request) {
        List<String> sentences = Sentences.required(request.sentences());
        return Understandings.of(asking.understand(
                companies.current(), sentences, request.asOf(), Optional.ofNullable(request.context())));
    }
}
