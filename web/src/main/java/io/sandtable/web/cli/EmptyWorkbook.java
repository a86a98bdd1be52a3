package io.sandtable.web.cli;

import io.sandtable.datasets.plain.TemplateFile;
import io.sandtable.datasets.plain.TemplateWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code import --template FILE.xlsx}: the plain template as a workbook to be filled in. */
final class EmptyWorkbook {
    private final LanguageOption options;

    EmptyWorkbook(LanguageOption options) {
        this.options = options;
    }

    int write(Path file, LocalDate asOf) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".xlsx")) {
            return say(ExitCode.WRONG_USE, "import.template.name", file, 0);
        }
        try {
            Files.write(file, TemplateWorkbook.bytes(asOf), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return say(ExitCode.NO, "import.template.exists", file, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); check the folder's rights and disk.".formatted(file, e.getMessage()),
                    e);
        }
        return say(
                ExitCode.DONE, "import.template.done", file, TemplateFile.all().size());
    }

    private int say(int code, String key, Path file, int sheets) {
        if (options.json()) {
            options.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("ok", code == ExitCode.DONE)
                            .put("file", file.toString())
                            .put("sheets", sheets)
                            .put("message", options.words().say(key, file, sheets)));
        } else {
            options.out().println(options.words().say(key, file, sheets));
        }
        return code;
    }
}
