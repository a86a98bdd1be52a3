package io.sandtable.web.readiness;

import io.sandtable.datasets.plain.TemplateFile;
import io.sandtable.datasets.plain.TemplateWorkbook;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Empty tables to fill in: each alone, all of them with a page that says what the columns mean, or all as one workbook. */
@Controller
@Profile("service")
class TemplateDownload {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Clock clock;

    TemplateDownload(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/data/templates/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        return TemplateFile.named(file)
                .map(t -> download(file, CSV, t.csv().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    @GetMapping("/data/templates.zip")
    ResponseEntity<byte[]> all(Language language) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "README.txt", "\uFEFF" + readme(language));
            put(zip, "datapackage.json", head());
            for (TemplateFile file : TemplateFile.all()) {
                put(zip, file.name(), file.csv());
            }
        }
        return download("sandtable-templates.zip", ZIP, bytes.toByteArray());
    }

    @GetMapping("/data/templates.xlsx")
    ResponseEntity<byte[]> workbook() {
        return download("sandtable-template.xlsx", XLSX, TemplateWorkbook.bytes(LocalDate.now(clock)));
    }

    /** What says whose data these are; name and day are to be put right. */
    private String head() {
        return """
                {
                  "name": "my-company",
                  "title": {"zh": "我的公司", "en": "My company"},
                  "origin": "real",
                  "asOf": "%s"
                }
                """.formatted(LocalDate.now(clock));
    }

    private static String readme(Language language) {
        Words words = Words.in(language);
        String tables =
                TemplateFile.all().stream().map(file -> section(file, words)).collect(Collectors.joining("\r\n"));
        return words.say("readiness.readme") + "\r\n\r\n" + tables;
    }

    private static String section(TemplateFile file, Words words) {
        Language language = words.language();
        return file.name() + "  " + language.choose(file.zh(), file.en()) + "\r\n"
                + file.columns().stream()
                        .map(c -> "  " + c.name() + "  " + language.choose(c.zh(), c.en())
                                + (c.unit().isEmpty() ? "" : "  [" + c.unit() + "]")
                                + (c.required() ? "  " + words.say("readiness.required") : "")
                                + "\r\n")
                        .collect(Collectors.joining());
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
