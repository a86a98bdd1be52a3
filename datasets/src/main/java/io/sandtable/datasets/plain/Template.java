package io.sandtable.datasets.plain;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One file of the plain template and the columns it may have. */
sealed interface Template {
    /** Columns in which a row names its own source where it differs from the package's. */
    List<String> SOURCE_COLUMNS = List.of("source", "licence", "asOf");

    /** What people confirm or the service writes itself; a file must not slip it in. */
    Set<NodeType> NOT_FROM_FILES = EnumSet.of(NodeType.RULE, NodeType.DECISION, NodeType.EVIDENCE);

    Set<RelationType> RELATIONS_NOT_FROM_FILES = EnumSet.of(RelationType.SAME_AS, RelationType.NOT_SAME_AS);

    /** The file's name without {@code .csv}. */
    String name();

    /** Columns that say what the row is about, all but the last of a relation required. */
    List<String> keys();

    List<Attribute> attributes();

    /** A row about a node: its id, then its attributes. */
    record Nodes(NodeType type) implements Template {
        @Override
        public String name() {
            return type.label();
        }

        @Override
        public List<String> keys() {
            return List.of("id");
        }

        @Override
        public List<Attribute> attributes() {
            return type.attributes().stream()
                    .filter(attribute -> !attribute.equals(Attributes.MERGED_IDS))
                    .toList();
        }
    }

    /** A row about a relation: its two ends, what tells it from others between the same two, then its attributes. */
    record Relations(RelationType type) implements Template {
        @Override
        public String name() {
            return type.name();
        }

        @Override
        public List<String> keys() {
            return List.of("from", "to", "variant");
        }

        @Override
        public List<Attribute> attributes() {
            return type.attributes();
        }
    }

    /** All of them: nodes, then relations, in the order of the type table. */
    static List<Template> all() {
        return Stream.<Template>concat(
                        Arrays.stream(NodeType.values())
                                .filter(t -> !NOT_FROM_FILES.contains(t))
                                .map(Nodes::new),
                        Arrays.stream(RelationType.values())
                                .filter(t -> !RELATIONS_NOT_FROM_FILES.contains(t))
                                .map(Relations::new))
                .toList();
    }

    /** The one of that name. */
    static Optional<Template> named(String name) {
        return all().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** Every column a file of this kind may have. */
    default List<String> columns() {
        return Stream.of(keys().stream(), attributes().stream().map(Attribute::name), SOURCE_COLUMNS.stream())
                .flatMap(s -> s)
                .distinct()
                .toList();
    }
}
