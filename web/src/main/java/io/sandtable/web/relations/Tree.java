package io.sandtable.web.relations;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.ripple.Hop;
import io.sandtable.model.ripple.Touched;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.ripple.FirstDates;
import io.sandtable.web.ripple.RippleWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Things with the ways that lead to them, as a nested list and as a picture. */
final class Tree {
    /** More than so many nobody can tell apart in a picture. */
    static final int MOST_DRAWN = 150;

    /** Where those stand that a change comes from. */
    private static final int BEFORE = -1;

    private final List<Node> roots;
    private final List<Touched> things;
    private final boolean whatIf;
    private final @Nullable FirstDates dates;
    private final RippleWords said;
    private final Figures figures;
    private final Map<Integer, List<Touched>> below = new LinkedHashMap<>();

    private Tree(
            BusinessSnapshot snapshot,
            List<Node> roots,
            List<Touched> things,
            boolean whatIf,
            @Nullable FirstDates dates,
            Language language) {
        this.roots = roots;
        this.things = things;
        this.whatIf = whatIf;
        this.dates = dates;
        said = new RippleWords(snapshot, language);
        figures = new Figures(language);
        for (Touched thing : things) {
            below.computeIfAbsent(thing.last().from().index(), i -> new ArrayList<>())
                    .add(thing);
        }
    }

    /** What stands around a thing. */
    static Tree around(BusinessSnapshot snapshot, Node root, List<Touched> things, Language language) {
        return new Tree(snapshot, List.of(root), things, false, null, language);
    }

    /** What hangs on a change. */
    static Tree whatIf(
            BusinessSnapshot snapshot, List<Node> changed, List<Touched> things, FirstDates dates, Language language) {
        return new Tree(snapshot, changed, things, true, dates, language);
    }

    List<Item> items(Address page, String here) {
        return roots.stream().map(root -> item(root, null, page, here)).toList();
    }

    private Item item(Node node, @Nullable Hop last, Address page, String here) {
        return new Item(
                node.id(),
                said.name(node),
                node.type().label(),
                said.type(node),
                last == null ? null : said.relation(last.relation().type()),
                dates == null ? null : dates.find(node).map(figures::date).orElse(null),
                whatIf && last == null,
                page.withNode(node.id()).toString(),
                node.id().equals(here),
                below.getOrDefault(node.index(), List.of()).stream()
                        .map(thing -> item(thing.node(), thing.last(), page, here))
                        .toList());
    }

    /** The types among them, in the order of the type table. */
    List<Kind> kinds() {
        var counts = new EnumMap<NodeType, Integer>(NodeType.class);
        roots.forEach(root -> counts.merge(root.type(), 1, Integer::sum));
        things.forEach(thing -> counts.merge(thing.node().type(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Kind(e.getKey().label(), said.type(e.getKey()), e.getValue()))
                .toList();
    }

    /** Those that are drawn, the nearest first. */
    List<Node> drawn(Collection<Node> besides) {
        Set<Node> drawn = new LinkedHashSet<>(roots);
        drawn.addAll(besides);
        for (Touched thing : things) {
            if (drawn.size() == MOST_DRAWN) {
                break;
            }
            drawn.add(thing.node());
        }
        return List.copyOf(drawn);
    }

    /**
     * Nodes with how far away they are, and the relations between them.
     *
     * @param relations to draw
     * @param changed those that the what-if changes
     */
    ObjectNode picture(List<Node> drawn, Collection<Relation> relations, Set<Relation> changed) {
        Map<Integer, Integer> hops = new LinkedHashMap<>();
        things.forEach(thing -> hops.put(thing.node().index(), thing.hops()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = json.putArray("nodes");
        for (Node node : drawn) {
            nodes.addObject()
                    .put("id", node.id())
                    .put("label", said.name(node))
                    .put("kind", node.type().label())
                    .put("hops", roots.contains(node) ? 0 : hops.getOrDefault(node.index(), BEFORE))
                    .put("changed", whatIf && roots.contains(node));
        }
        ArrayNode edges = json.putArray("edges");
        for (Relation relation : relations) {
            edges.addObject()
                    .put("from", relation.from().id())
                    .put("to", relation.to().id())
                    .put("label", said.relation(relation.type()))
                    .put("changed", changed.contains(relation));
        }
        return json;
    }

    /** The relations by which each of them was reached. */
    Set<Relation> ways(Collection<Node> among) {
        Set<Node> drawn = Set.copyOf(among);
        var relations = new LinkedHashSet<Relation>();
        things.stream()
                .filter(thing -> drawn.contains(thing.node()))
                .map(thing -> thing.last())
                .filter(hop -> drawn.contains(hop.from()))
                .forEach(hop -> relations.add(hop.relation()));
        return relations;
    }

    /** How one comes to a thing; no step to one of the first. */
    List<Hop> way(Node node) {
        return things.stream()
                .filter(thing -> thing.node().equals(node))
                .map(Touched::path)
                .findFirst()
                .orElse(List.of());
    }

    /** How many there are. */
    int size() {
        return roots.size() + things.size();
    }
}
