package io.sandtable.datasets.reading;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as a tree. A few lines of it can stand for billions (aliases of aliases), for ever (an anchor within itself) or for more
 * levels than a stack has. What an alias names is one node of the tree, however often it is named; what would be too much written out is
 * refused.
 */
public final class YamlTree {
    /** Letters. */
    private static final int LARGEST = 16 << 20;

    private static final int DEEPEST = 200;
    /** Values, with what aliases name counted as often as they name it. */
    private static final long MOST_VALUES = 4_000_000;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(LARGEST)
            .setMaxAliasesForCollections(1_000)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Object, JsonNode> known = new IdentityHashMap<>();
    private final Map<Object, Long> sizes = new IdentityHashMap<>();
    private final Map<Object, Boolean> open = new IdentityHashMap<>();

    private YamlTree() {}

    /** What keeps a text from being a tree. */
    public static final class Wrong extends Exception {
        private final int line;
        private final String found;

        Wrong(int line, String found) {
            super("line %d: %s".formatted(line, found));
            this.line = line;
            this.found = found;
        }

        /** From 1. */
        public int line() {
            return line;
        }

        public String found() {
            return found;
        }
    }

    /** The first document of the text. */
    public static JsonNode read(String yaml) throws Wrong {
        try {
            checkDepth(yaml);
            return new YamlTree().node(new Load(SETTINGS).loadFromString(yaml));
        } catch (MarkedYamlEngineException e) {
            throw new Wrong(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), e.getProblem());
        } catch (YamlEngineException | JacksonException e) {
            // such as an anchor that is used too often
            throw new Wrong(1, String.valueOf(e.getMessage()));
        }
    }

    /** The loader calls itself for every level; its parser does not. */
    private static void checkDepth(String yaml) throws Wrong {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw new Wrong(line, "more than %d levels".formatted(DEEPEST));
            }
        }
    }

    private JsonNode node(@Nullable Object value) throws Wrong {
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            return JSON.valueToTree(value);
        }
        JsonNode before = known.get(value);
        if (before != null) {
            return before;
        }
        if (open.put(value, true) != null) {
            throw new Wrong(1, "an anchor within itself");
        }
        JsonNode made = value instanceof Map<?, ?> map ? object(map) : array((List<?>) value);
        open.remove(value);
        long size = 1;
        for (Object one : value instanceof Map<?, ?> map ? map.values() : (List<?>) value) {
            size += sizes.getOrDefault(one, 1L);
        }
        if (size > MOST_VALUES) {
            throw new Wrong(1, "aliases that stand for more than %d values".formatted(MOST_VALUES));
        }
        sizes.put(value, size);
        known.put(value, made);
        return made;
    }

    private JsonNode object(Map<?, ?> map) throws Wrong {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            object.set(String.valueOf(entry.getKey()), node(entry.getValue()));
        }
        return object;
    }

    private JsonNode array(List<?> list) throws Wrong {
        ArrayNode array = JSON.createArrayNode();
        for (Object one : list) {
            array.add(node(one));
        }
        return array;
    }
}
