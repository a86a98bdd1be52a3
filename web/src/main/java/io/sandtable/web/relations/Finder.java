package io.sandtable.web.relations;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.alignment.Pinyin;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds things by what a person types: a code, a name or a part of one, in either language or by the sound of the Chinese one. */
final class Finder {
    static final int MOST = 20;

    /** Money and records have pages of their own. */
    private static final Set<NodeType> NOT_HERE =
            EnumSet.of(NodeType.ACCOUNT, NodeType.PRICE_SERIES, NodeType.RULE, NodeType.DECISION, NodeType.EVIDENCE);

    private final BusinessSnapshot snapshot;

    Finder(BusinessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Those that are called just so first, then those whose name begins so, then those that hold it; then those whose name sounds so; the most
     * important types first.
     */
    List<Node> find(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        return Stream.of(NodeType.values())
                .filter(type -> !NOT_HERE.contains(type))
                .flatMap(type -> snapshot.nodes(type).stream())
                .filter(node -> rank(node, text) < Integer.MAX_VALUE)
                .sorted(Comparator.<Node>comparingInt(node -> rank(node, text)).thenComparingInt(Node::index))
                .limit(MOST)
                .toList();
    }

    private static int rank(Node node, String text) {
        int written = names(node)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .mapToInt(name ->
                        name.equals(text) ? 0 : name.startsWith(text) ? 1 : name.contains(text) ? 2 : Integer.MAX_VALUE)
                .min()
                .orElse(Integer.MAX_VALUE);
        return written < Integer.MAX_VALUE || names(node).noneMatch(name -> Pinyin.finds(text, name)) ? written : 3;
    }

    private static Stream<String> names(Node node) {
        return Stream.concat(
                Stream.of(
                        node.id(),
                        node.name(),
                        node.nameEn(),
                        node.findText(Attributes.CODE).orElse("")),
                node.names(Attributes.ALIASES).stream());
    }
}
