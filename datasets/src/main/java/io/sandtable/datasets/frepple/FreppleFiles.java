package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.SourceText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects of an export, by model and in their order. */
final class FreppleFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOK_AHEAD = 4096;
    /** Comments may stand before the root of an XML file. */
    private static final int LOOK_AHEAD_XML = 65_536;

    private static final Pattern XML_BEFORE_ROOT = Pattern.compile("(?s)<\\?.*?\\?>|<!--.*?-->");
    private static final Pattern XML_ROOT = Pattern.compile("(?s)[^<]*(<!DOCTYPE\\s+plan\\b|<plan[\\s/>]).*");

    private final Map<String, List<FreppleObject>> byModel = new LinkedHashMap<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private @Nullable XmlModel xml;
    private boolean xmlBroken;

    /** Whether a file begins like a Django export of frePPLe's input models, or like an XML model. */
    static boolean looksRight(Path file) throws IOException {
        if (isXml(file)) {
            return looksLikeXml(file);
        }
        var start = new char[LOOK_AHEAD];
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int length = Math.max(0, reader.read(start));
            String text = new String(start, 0, length).replaceAll("\\s", "");
            return text.startsWith("[") && text.contains("\"model\":\"input.");
        }
    }

    private static boolean looksLikeXml(Path file) throws IOException {
        try (InputStream in = SourceText.unpacked(file)) {
            String start = new String(in.readNBytes(LOOK_AHEAD_XML), StandardCharsets.ISO_8859_1);
            return XML_ROOT.matcher(XML_BEFORE_ROOT.matcher(start).replaceAll(""))
                    .matches();
        } catch (ZipException | EOFException e) {
            // damaged: the reading says so where the name leaves no doubt
            return true;
        }
    }

    private static boolean isXml(Path file) {
        return isXml(String.valueOf(file.getFileName()));
    }

    /** Whether the name is that of an XML model. */
    static boolean isXml(String file) {
        return file.endsWith(".xml") || file.endsWith(".xml.gz");
    }

    private static boolean isCandidate(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".json") || isXml(file);
    }

    /** The JSON and XML files of a folder by name, or the file itself. */
    static List<Path> candidates(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return isCandidate(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isRegularFile)
                    .filter(FreppleFiles::isCandidate)
                    .sorted()
                    .toList();
        }
    }

    /** Reads one file into the draft's originals and these objects. */
    void read(Path path, Draft draft) throws IOException {
        String file = String.valueOf(path.getFileName());
        if (isXml(file) && !looksRight(path)) {
            // some other program's XML beside the export
            draft.problem(ProblemCode.FILE_NOT_READ, file, 0, "", "", "");
            return;
        }
        SourceText text = SourceText.read(path, file, draft).orElse(null);
        if (text == null) {
            xmlBroken |= isXml(file);
            return;
        }
        hashes.put(file, text.sha256());
        if (isXml(file)) {
            readXml(text.text(), file, draft);
        } else {
            readJson(text.text(), file, draft);
        }
    }

    private void readXml(String text, String file, Draft draft) {
        XmlElement plan = FreppleXml.read(text, file, draft).orElse(null);
        if (plan == null) {
            xmlBroken = true;
            return;
        }
        if (xml == null) {
            xml = new XmlModel(draft);
        }
        xml.add(plan, file);
    }

    /** To be called when all files are read: XML models tell of one whole, whichever file says what. */
    void complete(Draft draft) {
        if (xml == null) {
            return;
        }
        var names = new HashMap<String, Set<String>>();
        byModel.forEach((model, objects) ->
                names.put(model, objects.stream().map(FreppleObject::name).collect(Collectors.toSet())));
        for (FreppleObject o : new XmlTranslation(xml, draft, names).objects()) {
            draft.row();
            byModel.computeIfAbsent(o.model(), m -> new ArrayList<>()).add(o);
        }
    }

    /** Whether an XML model could not be read, which was said. */
    boolean xmlBroken() {
        return xmlBroken;
    }

    private void readJson(String text, String file, Draft draft) {
        try {
            JsonNode array = JSON.readTree(text);
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
