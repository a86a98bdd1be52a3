package io.sandtable.rules;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.WeekPattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a sentence may name, by id. */
public final class Names {
    private static final Set<NodeType> SPOKEN = EnumSet.of(
            NodeType.SUPPLIER,
            NodeType.CUSTOMER,
            NodeType.MATERIAL,
            NodeType.FAMILY,
            NodeType.PROCESS,
            NodeType.EQUIPMENT,
            NodeType.ENERGY,
            NodeType.POLICY,
            NodeType.ORDER,
            NodeType.PURCHASE_ORDER,
            NodeType.WORK_ORDER,
            NodeType.ROUTING,
            NodeType.SITE);

    /** Types whose code is shared: several lines of one order. */
    private static final Set<NodeType> NUMBERED =
            EnumSet.of(NodeType.ORDER, NodeType.PURCHASE_ORDER, NodeType.WORK_ORDER);

    private final Map<String, Named> byId = new LinkedHashMap<>();

    private Names(List<Named> all) {
        for (Named named : all) {
            if (byId.put(named.id(), named) != null) {
                throw new IllegalArgumentException(
                        "The id '%s' stands twice among the names; an id means one thing. Remove one."
                                .formatted(named.id()));
            }
        }
    }

    public static Names of(List<Named> all) {
        return new Names(all);
    }

    /** The names of a snapshot: names, English names, aliases, codes; order numbers and technologies as groups. */
    public static Names of(BusinessSnapshot snapshot) {
        var all = new ArrayList<Named>();
        for (NodeType type : SPOKEN) {
            snapshot.nodes(type).forEach(node -> all.add(named(node)));
        }
        return new Names(all);
    }

    private static Named named(Node node) {
        var aliases = new ArrayList<>(node.names(Attributes.ALIASES));
        var groups = new ArrayList<String>();
        node.findText(Attributes.CODE).ifPresent(NUMBERED.contains(node.type()) ? groups::add : aliases::add);
        if (node.type().has(Attributes.TECHNOLOGY)) {
            node.findText(Attributes.TECHNOLOGY).ifPresent(groups::add);
        }
        return new Named(
                node.id(),
                node.type(),
                node.name(),
                node.findText(Attributes.NAME_EN).orElse(null),
                aliases,
                groups,
                node.type().has(Attributes.TARIFF)
                        ? node.findWeekPattern(Attributes.TARIFF).orElse(null)
                        : null);
    }

    /** Reads {@code [{"id","type","name","aliases":[…],"tariff"}]}, the last for energies and if any; all faults are named at once. */
    public static Names parse(String json) {
        var all = new ArrayList<Named>();
        var problems = new ArrayList<String>();
        JsonNode entries = JsonMapper.shared().readTree(json);
        int position = 0;
        for (JsonNode entry : entries) {
            position++;
            String id = entry.path("id").asString("");
            Optional<NodeType> type = type(entry.path("type").asString(""));
            if (id.isBlank() || type.isEmpty()) {
                problems.add("entry %d (id '%s', type '%s')"
                        .formatted(position, id, entry.path("type").asString("")));
                continue;
            }
            var aliases = new ArrayList<String>();
            entry.path("aliases").forEach(a -> aliases.add(a.asString()));
            String name = entry.path("name").asString(id);
            Optional<WeekPattern> tariff = tariff(entry, position, problems);
            all.add(new Named(id, type.get(), name, english(aliases), aliases, List.of(), tariff.orElse(null)));
        }
        if (!entries.isArray() || !problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "The entities are not a list of {id, type, name, aliases} with a known type: %s. Correct the file."
                            .formatted(entries.isArray() ? problems : entries.getNodeType()));
        }
        return new Names(all);
    }

    private static Optional<WeekPattern> tariff(JsonNode entry, int position, List<String> problems) {
        String text = entry.path("tariff").asString("");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(WeekPattern.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add("entry %d (tariff '%s': %s)".formatted(position, text, e.getMessage()));
            return Optional.empty();
        }
    }

    /** The first alias in Latin letters that looks like a word, for the English sentence. */
    private static @Nullable String english(List<String> aliases) {
        return aliases.stream()
                .filter(a -> a.chars().allMatch(c -> c < 0x250))
                .filter(a -> a.chars().filter(Character::isLowerCase).count() > 2)
                .findFirst()
                .orElse(null);
    }

    private static Optional<NodeType> type(String label) {
        return switch (label) {
            case "Product" -> Optional.of(NodeType.MATERIAL);
            case "Resource" -> Optional.of(NodeType.EQUIPMENT);
            default -> NodeType.labelled(label);
        };
    }

    /** All of them in the order they came. */
    public List<Named> list() {
        return List.copyOf(byId.values());
    }

    /** The node of that id, if it is among them. */
    public Optional<Named> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
