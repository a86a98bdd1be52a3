package io.sandtable.web.company;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.store.ImportResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An import as a program reads it: the same members from the command line and over REST. */
public final class ImportJson {
    private ImportJson() {}

    /** What an import did, or why it did nothing. */
    public static ObjectNode of(ImportFiles.Imported imported) {
        return of(imported.company(), imported.dataset(), imported.result().orElse(null));
    }

    /**
     * @param result what the graph made of it; null where nothing was written
     */
    public static ObjectNode of(String company, Dataset dataset, @Nullable ImportResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", result != null);
        json.put("source", dataset.name());
        json.put("company", company);
        json.put("rows", dataset.rows());
        json.put("rowsLeftOut", result == null ? 0 : dataset.badRows());
        json.putObject("facts")
                .put("added", result == null ? 0 : result.added())
                .put("changed", result == null ? 0 : result.changed())
                .put("unchanged", result == null ? 0 : result.unchanged());
        ArrayNode totals = json.putArray("controlTotals");
        dataset.controlTotals().forEach(total -> totals.add(json(total)));
        ArrayNode problems = json.putArray("problems");
        dataset.problems().forEach(problem -> problems.add(of(problem)));
        return json;
    }

    private static ObjectNode json(ControlTotal total) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("what", total.what())
                .put("subject", total.subject())
                .put("unit", total.unit())
                .put("file", total.file())
                .put("imported", total.imported());
    }

    /** One of its problems. */
    public static ObjectNode of(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", problem.file())
                .put("row", problem.row())
                .put("column", problem.column())
                .put("value", problem.value())
                .put("code", problem.code().name())
                .put("severity", problem.severity().name())
                .put("expected", problem.expected());
    }
}
