package io.sandtable.web.decide;

import io.sandtable.audit.report.JsonReport;
import io.sandtable.audit.report.XlsxReport;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A decision as files: its report in three formats and its proof; for pages and programs alike. */
@Controller
@Profile("service")
@RequestMapping({"/decisions/{number}", "/api/v1/decisions/{number}"})
class DecisionFiles {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final DecisionReports reports;
    private final DecisionTrails trails;

    DecisionFiles(DecisionReports reports, DecisionTrails trails) {
        this.reports = reports;
        this.trails = trails;
    }

    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        return file(number + ".pdf", MediaType.APPLICATION_PDF, reports.pdf(number), false);
    }

    @GetMapping("/report.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String number) {
        return file(number + ".xlsx", XLSX, XlsxReport.render(reports.document(number)), true);
    }

    @GetMapping("/report.json")
    ResponseEntity<byte[]> json(@PathVariable String number) {
        return file(number + ".json", MediaType.APPLICATION_JSON, JsonReport.render(reports.document(number)), true);
    }

    @GetMapping("/proof.zip")
    ResponseEntity<byte[]> proof(@PathVariable String number) {
        return file(number + "-proof.zip", MediaType.parseMediaType("application/zip"), trails.proof(number), true);
    }

    /** The PDF opens in the browser, everything else is saved. */
    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes, boolean save) {
        var disposition = save ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .body(bytes);
    }
}
