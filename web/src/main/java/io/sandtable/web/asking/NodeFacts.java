package io.sandtable.web.asking;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a node is called and what tells it from others of its name: an order's customer and value, what a supplier supplies. */
final class NodeFacts {
    private static final int MOST_NAMES = 2;

    private final BusinessSnapshot snapshot;
    private final Words words;
    private final Language language;
    private final Figures figures;

    NodeFacts(BusinessSnapshot snapshot, Words words) {
        this.snapshot = snapshot;
        this.words = words;
        this.language = words.language();
        this.figures = new Figures(language);
    }

    /**
     * A node, or several that one word means.
     *
     * @param type what it is, such as 供应商
     * @param facts empty where nothing more is known
     */
    record Named(String name, String type, String facts) {}

    /** The node of an id, or those of {@code A|B}; an id that the data no longer has stands for itself. */
    Named of(String id) {
        List<Node> nodes = Stream.of(id.split("\\|"))
                .flatMap(i -> snapshot.findNode(i).stream())
                .toList();
        if (nodes.isEmpty()) {
            return new Named(id, "", words.say("asking.object.gone"));
        }
        Node first = nodes.getFirst();
        String type = language.choose(first.type().zh(), first.type().en());
        String facts = nodes.size() == 1 ? facts(first) : words.say("asking.object.several", nodes.size());
        return new Named(name(first), type, facts);
    }

    private String name(Node node) {
        String name = language.choose(node.name(), node.nameEn());
        return node.type() == NodeType.ORDER ? node.findText(Attributes.CODE).orElse(name) : name;
    }

    private String facts(Node node) {
        Stream<String> facts = switch (node.type()) {
            case ORDER -> order(node);
            case SUPPLIER ->
                Stream.of(
                        ends(node.out(RelationType.SUPPLIES), "asking.object.supplies", Relation::to),
                        ends(node.in(RelationType.OUTSOURCED_TO), "asking.object.works", Relation::from));
            case CUSTOMER ->
                Stream.of(words.say(
                        "asking.object.orders",
                        figures.number(node.out(RelationType.ORDERED).size())));
            case MATERIAL ->
                Stream.of(
                        node.findText(Attributes.CODE).orElse(""),
                        node.findText(Attributes.SPECIFICATION).orElse(""));
            case EQUIPMENT ->
                Stream.of(
                        node.findText(Attributes.CODE).orElse(""),
                        ends(node.in(RelationType.RUNS_ON), "asking.object.runs", Relation::from));
            default -> Stream.of(node.findText(Attributes.CODE).orElse(""));
        };
        return facts.filter(f -> !f.isEmpty()).collect(Collectors.joining(language.choose("，", ", ")));
    }

    private Stream<String> order(Node order) {
        String value = order.has(Attributes.PRICE) && order.has(Attributes.QUANTITY)
                ? figures.shortMoney(
                        Money.fen(Math.round(100 * order.number(Attributes.PRICE) * order.number(Attributes.QUANTITY))))
                : "";
        return Stream.of(
                ends(order.in(RelationType.ORDERED), "asking.object.for", Relation::from),
                ends(order.out(RelationType.FOR), "asking.object.of", Relation::to),
                order.findDate(Attributes.DUE_DATE)
                        .map(day -> words.say("asking.object.due", figures.date(day)))
                        .orElse(""),
                value);
    }

    private String ends(List<Relation> relations, String key, java.util.function.Function<Relation, Node> end) {
        List<String> names = relations.stream()
                .map(end)
                .map(n -> language.choose(n.name(), n.nameEn()))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(language.choose("、", ", ")));
        return words.say(
                key, names.size() > MOST_NAMES ? words.say("asking.object.more", listed, names.size()) : listed);
    }
}
