package io.sandtable.web.cli;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.ingest.recorded.RecordedSeries;
import io.sandtable.web.Words;
import io.sandtable.web.company.ImportJson;
import io.sandtable.web.live.ImportReadings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code import PATH} of a file of readings: into the company's series, or all its problems are named. */
final class RecordedImport {
    private final LanguageOption options;

    RecordedImport(LanguageOption options) {
        this.options = options;
    }

    int run(Service service, Path file, @Nullable String company) {
        ImportReadings.Imported imported = service.get(ImportReadings.class).run(file, company);
        if (options.json()) {
            options.out().println(json(imported));
        } else {
            print(imported, options.out());
        }
        return imported.stored().filter(RecordedSeries.Stored::agrees).isPresent() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(ImportReadings.Imported imported, PrintWriter out) {
        Words words = options.words();
        var said = new ProblemWords(options.language().locale());
        Dataset checked = imported.file().checked();
        if (imported.stored().isEmpty()) {
            out.println(words.say(
                    "import.problems",
                    checked.problems().stream().filter(p -> p.isError()).count()));
        }
        checked.problems().forEach(problem -> out.println("  " + said.of(problem)));
        imported.stored().ifPresent(stored -> {
            var table = new TextTable()
                    .row(List.of(
                            words.say("import.readings.sensor"),
                            words.say("import.readings.unit"),
                            words.say("import.readings.count"),
                            words.say("import.readings.sum"),
                            words.say("import.readings.stored"),
                            words.say("import.readings.storedSum")));
            stored.sensors()
                    .forEach(sensor -> table.row(List.of(
                            sensor.name(),
                            sensor.unit(),
                            Long.toString(sensor.file().readings()),
                            plain(sensor.file()),
                            Long.toString(sensor.stored().readings()),
                            plain(sensor.stored()))));
            out.println(table.print());
            out.println(words.say(
                    "import.readings.done",
                    checked.title().in(options.language().locale()),
                    imported.company(),
                    checked.rows(),
                    imported.file().moments(),
                    stored.added(),
                    stored.there()));
            if (stored.refused() > 0) {
                out.println(words.say("import.readings.refused", stored.refused()));
            }
            if (!imported.known()) {
                out.println(words.say("import.readings.waiting", imported.company()));
            }
        });
    }

    private static String plain(RecordedSeries.Sum sum) {
        return sum.total().stripTrailingZeros().toPlainString();
    }

    /** The members of every import; of facts there are none, of readings what became of them. */
    private static ObjectNode json(ImportReadings.Imported imported) {
        ObjectNode json = ImportJson.of(imported.company(), imported.file().checked(), null);
        json.put("ok", imported.stored().filter(RecordedSeries.Stored::agrees).isPresent());
        imported.stored().ifPresent(stored -> {
            ObjectNode readings = json.putObject("readings")
                    .put("moments", imported.file().moments())
                    .put("added", stored.added())
                    .put("unchanged", stored.there())
                    .put("refused", stored.refused());
            ArrayNode sensors = readings.putArray("sensors");
            stored.sensors()
                    .forEach(sensor -> sensors.addObject()
                            .put("sensor", sensor.name())
                            .put("unit", sensor.unit())
                            .put("file", sensor.file().readings())
                            .put("fileSum", sensor.file().total())
                            .put("stored", sensor.stored().readings())
                            .put("storedSum", sensor.stored().total()));
        });
        return json;
    }
}
