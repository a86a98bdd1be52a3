package io.sandtable.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFileTest {
    @TempDir
    Path folder;

    @Test
    void emptyTemplate_isReadWithoutAnError() throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"name\": \"mine\", \"origin\": \"real\", \"asOf\": \"2026-11-21\"}");
        for (TemplateFile file : TemplateFile.all()) {
            Files.writeString(folder.resolve(file.name()), file.csv());
        }

        Dataset read = Datasets.read(folder, ReadOptions.none());

        assertThat(TemplateFile.all()).hasSize(Template.all().size());
        assertThat(read.problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(read.rows()).isZero();
    }

    @Test
    void requiredColumns_areSaid() {
        TemplateFile material = TemplateFile.named("Material.csv").orElseThrow();

        assertThat(material.columns())
                .filteredOn(TemplateFile.Column::required)
                .extracting(TemplateFile.Column::name)
                .containsExactly("id", "role", "unit");
    }
}
