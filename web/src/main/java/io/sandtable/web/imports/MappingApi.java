package io.sandtable.web.imports;

import io.sandtable.web.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/mappings}: the mappings that people have confirmed. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/mappings")
class MappingApi {
    private final KeptMappings mappings;

    MappingApi(KeptMappings mappings) {
        this.mappings = mappings;
    }

    @Operation(summary = "The mappings that people have confirmed or put into the folder, with who, when and for what")
    @GetMapping
    List<KeptMapping> list() {
        return mappings.list();
    }

    @Operation(summary = "A mapping as it is written, in YAML")
    @GetMapping("/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MappingPage.YAML)
                .body(mappings.text(name).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            summary = "Remove a mapping",
            description =
                    "The next files with its columns are asked about again. What it said stays in the archive, and the decision log says who removed it.")
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, Person person) {
        mappings.remove(name, person);
    }
}
