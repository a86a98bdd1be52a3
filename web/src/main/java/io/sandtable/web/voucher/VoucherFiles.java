package io.sandtable.web.voucher;

import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.settings.ReleaseSettings;
import io.sandtable.web.table.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A plan's vouchers as files, for people by the plan's letter and for programs by its id. */
@RestController
@Profile("service")
@Tag(name = "plans")
class VoucherFiles {
    private final Answers answers;
    private final ReleaseSettings settings;

    VoucherFiles(Answers answers, ReleaseSettings settings) {
        this.answers = answers;
        this.settings = settings;
    }

    @GetMapping("/runs/{id}/plans/{letter}/vouchers.xlsx")
    void workbook(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(required = false) @Nullable String system,
            HttpServletResponse response)
            throws IOException {
        workbook(byLetter(id, letter), system, response);
    }

    @GetMapping("/runs/{id}/plans/{letter}/vouchers.csv")
    void csv(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(required = false) @Nullable String system,
            HttpServletResponse response)
            throws IOException {
        csv(byLetter(id, letter), system, response);
    }

    @GetMapping("/api/v1/plans/{id}/vouchers.xlsx")
    @Operation(
            summary =
                    "Vouchers, opening balances and chart of accounts; system kingdee or yonyou, as is set for releases where it is left out")
    void workbookById(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String system,
            HttpServletResponse response)
            throws IOException {
        workbook(answers.getPlan(id, scenario), system, response);
    }

    @GetMapping("/api/v1/plans/{id}/vouchers.csv")
    @Operation(summary = "The vouchers alone; system kingdee or yonyou, as is set for releases where it is left out")
    void csvById(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String system,
            HttpServletResponse response)
            throws IOException {
        csv(answers.getPlan(id, scenario), system, response);
    }

    private OfAnswer byLetter(String inquiryId, String letter) {
        var answer = answers.getAnswer(inquiryId);
        return new OfAnswer(inquiryId, answer, Answers.planOf(answer, letter));
    }

    private void workbook(OfAnswer plan, @Nullable String system, HttpServletResponse response) throws IOException {
        VoucherTable table = table(plan, system);
        Download.workbook(response, name(plan) + ".xlsx");
        table.workbook(response.getOutputStream());
    }

    private void csv(OfAnswer plan, @Nullable String system, HttpServletResponse response) throws IOException {
        VoucherTable table = table(plan, system);
        Download.csv(response, name(plan) + ".csv");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            table.csv(out);
        }
    }

    private VoucherTable table(OfAnswer plan, @Nullable String system) {
        VoucherColumns columns = VoucherColumns.of(system == null || system.isBlank() ? settings.erp() : system);
        return new VoucherTable(plan.answer(), plan.plan(), columns);
    }

    private static String name(OfAnswer plan) {
        return "vouchers-" + plan.inquiryId() + "-" + plan.plan().letter();
    }
}
