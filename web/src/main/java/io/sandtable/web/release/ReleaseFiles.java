package io.sandtable.web.release;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The orders of an issued release as one zip; for pages and programs alike. */
@Controller
@Profile("service")
@RequestMapping({"/decisions/{number}/release", "/api/v1/decisions/{number}/release"})
class ReleaseFiles {
    private final Releases releases;

    ReleaseFiles(Releases releases) {
        this.releases = releases;
    }

    @GetMapping("/orders.zip")
    ResponseEntity<byte[]> orders(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + "-orders.zip")
                                .build()
                                .toString())
                .body(releases.files(number));
    }
}
