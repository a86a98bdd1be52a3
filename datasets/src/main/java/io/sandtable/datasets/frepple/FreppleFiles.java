package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects of an export, by model and in their order. */
final class FreppleFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOK_AHEAD = 4096;

    private final Map<String, List<FreppleObject>> byModel = new LinkedHashMap<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();

    /** Whether a file begins like a Django export of frePPLe's input models. */
    static boolean looksRight(Path file) throws IOException {
        var start = new char[LOOK_AHEAD];
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int length = Math.max(0, reader.read(start));
            String text = new String(start, 0, length).replaceAll("\\s", "");
            return text.startsWith("[") && text.contains("\"model\":\"input.");
        }
    }

    /** The JSON files of a folder by name, or the file itself. */
    static List<Path> candidates(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return String.valueOf(path.getFileName()).endsWith(".json") ? List.of(path) : List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isRegularFile)
                    .filter(p -> String.valueOf(p.getFileName()).endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Reads one file into the draft's originals and these objects. */
    void read(Path path, Draft draft) throws IOException {
        String file = String.valueOf(path.getFileName());
        SourceText text = SourceText.read(path, file, draft).orElse(null);
        if (text == null) {
            return;
        }
        hashes.put(file, text.sha256());
        try {
            JsonNode array = JSON.readTree(text.text());
            int number = 0;
            for (JsonNode node : array) {
                add(node, file, ++number, draft);
            }
        } catch (JacksonException e) {
            draft.problem(
                    ProblemCode.JSON_MALFORMED, file, e.getLocation().getLineNr(), "", e.getOriginalMessage(), "[…]");
        }
    }

    private void add(JsonNode node, String file, int number, Draft draft) {
        String model = node.path("model").asString("");
        if (model.isEmpty() || !node.path("fields").isObject()) {
            draft.problem(ProblemCode.JSON_MALFORMED, file, number, "", "", "{\"model\": …, \"fields\": {…}}");
            return;
        }
        draft.row();
        byModel.computeIfAbsent(model, m -> new ArrayList<>())
                .add(new FreppleObject(model, file, number, node.path("pk").asString(""), node.path("fields")));
    }

    List<FreppleObject> of(String model) {
        return byModel.getOrDefault(model, List.of());
    }

    Map<String, List<FreppleObject>> all() {
        return byModel;
    }

    /** SHA-256 by file name. */
    Map<String, String> hashes() {
        return hashes;
    }
}
