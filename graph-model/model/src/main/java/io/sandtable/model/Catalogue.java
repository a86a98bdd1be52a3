package io.sandtable.model;

import static io.sandtable.model.Attributes.KIND;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy that says what may be bought from whom. One that names suppliers is about the goods that it names, or about everything bought where
 * it names none; one without suppliers lists what may be bought at all. Lists of products of one's own, such as those of subsidies, say
 * nothing about buying.
 */
public final class Catalogue {
    private final Node policy;
    private final Set<String> suppliers;
    /** Materials and families. */
    private final Set<String> goods;

    private Catalogue(Node policy, LocalDate day) {
        this.policy = policy;
        List<Node> named = policy.out(RelationType.APPLIES_TO).stream()
                .filter(r -> r.validOn(day))
                .map(Relation::to)
                .toList();
        suppliers = ids(named, NodeType.SUPPLIER);
        goods = ids(named, NodeType.MATERIAL, NodeType.FAMILY);
    }

    /** Those of buying that hold on a day. */
    public static List<Catalogue> of(BusinessSnapshot snapshot, LocalDate day) {
        return snapshot.nodes(NodeType.POLICY).stream()
                .filter(policy -> policy.text(KIND).equals("catalogue") && policy.validOn(day))
                .map(policy -> new Catalogue(policy, day))
                .filter(catalogue -> catalogue.isAboutBuying(snapshot))
                .toList();
    }

    public Node policy() {
        return policy;
    }

    /** Whether buying the material from that supplier keeps to it. */
    public boolean allows(Node material, String supplier) {
        return suppliers.isEmpty()
                ? lists(material)
                : !goods.isEmpty() && !lists(material) || suppliers.contains(supplier);
    }

    private boolean isAboutBuying(BusinessSnapshot snapshot) {
        if (!suppliers.isEmpty()) {
            return true;
        }
        List<Node> listed =
                snapshot.nodes(NodeType.MATERIAL).stream().filter(this::lists).toList();
        return !listed.isEmpty()
                && listed.stream()
                        .noneMatch(
                                material -> material.in(RelationType.SUPPLIES).isEmpty());
    }

    private boolean lists(Node material) {
        return belongs(material, new HashSet<>());
    }

    /** By itself or by a family, however many families are between. */
    private boolean belongs(Node thing, Set<Node> seen) {
        return seen.add(thing)
                && (goods.contains(thing.id())
                        || thing.out(RelationType.MEMBER_OF).stream().anyMatch(r -> belongs(r.to(), seen)));
    }

    private static Set<String> ids(List<Node> nodes, NodeType... types) {
        return nodes.stream()
                .filter(node -> List.of(types).contains(node.type()))
                .map(Node::id)
                .collect(Collectors.toSet());
    }
}
