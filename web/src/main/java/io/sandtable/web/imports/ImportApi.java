package io.sandtable.web.imports;

import io.sandtable.datasets.Dataset;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.company.ImportJson;
import io.sandtable.web.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/v1/imports}: a company's files for programs. What has no problems is loaded at once, in the background: the caller is
 * the one who confirms.
 */
@RestController
@Profile("service")
@RequestMapping("/api/v1/imports")
class ImportApi {
    private final Uploads uploads;
    private final Loading loading;

    ImportApi(Uploads uploads, Loading loading) {
        this.uploads = uploads;
        this.loading = loading;
    }

    @Operation(
            summary = "Import files: a zip or several tables",
            description =
                    "202 and the address of the import where there are no problems; 422 with all problems, and nothing is loaded, where there are; with withoutBadRows the good rows are loaded where single rows are all that is wrong.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<JsonNode> send(
            @RequestParam List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean withoutBadRows,
            Person person) {
        return begin(uploads.add(person.name(), Sent.of(files), company, asOf), withoutBadRows);
    }

    @Operation(summary = "Import a zip that is the body")
    @PostMapping(consumes = "application/zip")
    ResponseEntity<JsonNode> sendZip(
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean withoutBadRows,
            Person person,
            HttpServletRequest request) {
        return begin(uploads.add(person.name(), List.of(new Body(request)), company, asOf), withoutBadRows);
    }

    @Operation(summary = "How an import goes, and what became of it")
    @GetMapping("/{id}")
    JsonNode show(@PathVariable String id) {
        Upload upload = uploads.get(id);
        return loading.find(id)
                .<JsonNode>map(attempt -> json(upload, attempt.isUnderWay() ? "RUNNING" : "FAILED"))
                .orElseGet(() -> json(upload, upload.result() == null ? "CHECKED" : "DONE"));
    }

    private ResponseEntity<JsonNode> begin(Upload upload, boolean withoutBadRows) {
        Dataset dataset = uploads.check(upload);
        ImportFiles.Rows rows = withoutBadRows ? ImportFiles.Rows.GOOD : ImportFiles.Rows.ALL;
        if (!ImportFiles.mayBeImported(dataset, rows)) {
            ObjectNode json = json(upload, "CHECKED");
            uploads.remove(upload.id());
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json);
        }
        loading.begin(upload, company(upload, dataset), rows);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + upload.id()))
                .body(json(upload, "RUNNING"));
    }

    private static String company(Upload upload, Dataset dataset) {
        return upload.company() != null ? upload.company() : ImportFiles.shortName(dataset.name());
    }

    private ObjectNode json(Upload upload, String state) {
        Dataset dataset = uploads.check(upload);
        ObjectNode json = upload.result() != null
                ? upload.result().deepCopy()
                : ImportJson.of(company(upload, dataset), dataset, null);
        json.put("id", upload.id());
        json.put("state", state);
        return json;
    }

    /** A zip that came as the body of a request. */
    private record Body(HttpServletRequest request) implements Incoming {
        @Override
        public String name() {
            return "body.zip";
        }

        @Override
        public InputStream open() throws IOException {
            return request.getInputStream();
        }
    }
}
