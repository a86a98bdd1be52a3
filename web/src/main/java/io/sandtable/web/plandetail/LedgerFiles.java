package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.table.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code …/ledger.xlsx}: the whole ledger as a workbook, for people by the plan's letter and for programs by its id. */
@RestController
@Profile("service")
@Tag(name = "plans")
class LedgerFiles {
    private final ShownPlans plans;

    LedgerFiles(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/runs/{id}/plans/{letter}/ledger.xlsx")
    void workbook(@PathVariable String id, @PathVariable String letter, Language language, HttpServletResponse response)
            throws IOException {
        write(plans.getPlan(id, letter, language), response);
    }

    @GetMapping("/api/v1/plans/{id}/ledger.xlsx")
    @Operation(summary = "The whole ledger as a workbook: postings, trial balance by week, cash by week")
    void workbookById(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @Parameter(hidden = true) Language language,
            HttpServletResponse response)
            throws IOException {
        write(plans.byId(id, scenario, language), response);
    }

    private void write(ShownPlan shown, HttpServletResponse response) throws IOException {
        Download.workbook(
                response,
                "ledger-" + shown.inquiryId() + "-" + shown.alternative().letter() + ".xlsx");
        new LedgerBook(shown, new LedgerLines(shown, plans.view(shown, "subjects", Subjects::new)))
                .write(response.getOutputStream());
    }
}
