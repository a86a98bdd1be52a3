package io.sandtable.model.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.UnitConversion;
import io.sandtable.model.UnitFactors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which things stand for which others, following links however many lie between them. */
final class Groups {
    /** One that another stands for, with the link that said so. */
    record Member(Node node, Node kept, List<Relation> links) {
        /** How many units of the one that stands for it one of its units is, on that day; by what holds now where nobody knows of that day. */
        double factor(@Nullable LocalDate day) {
            OptionalDouble then = find(day);
            return (then.isPresent() ? then : find(null)).orElse(1);
        }

        private OptionalDouble find(@Nullable LocalDate day) {
            if (!isCounted()) {
                return OptionalDouble.of(1);
            }
            UnitConversion conversion = UnitConversion.of(kept, day).knowing(node);
            links.forEach(link -> link.findText(Attributes.UNIT_FACTORS)
                    .map(UnitFactors::parse)
                    .ifPresent(said -> conversion.knowing(said, unit(kept))));
            return conversion.find(unit(node), unit(kept));
        }

        private boolean isCounted() {
            return node.type().has(Attributes.UNIT)
                    && node.type() != NodeType.POLICY
                    && node.type() != NodeType.PRICE_SERIES;
        }
    }

    private final Map<String, Member> members = new HashMap<>();
    private final List<Aligned.NotApplied> notApplied = new ArrayList<>();

    private Groups() {}

    static Groups of(BusinessSnapshot stored) {
        var groups = new Groups();
        var linksOf = new TreeMap<String, List<Relation>>();
        for (Relation link : stored.relations(RelationType.SAME_AS)) {
            if (link.from().type() == link.to().type()) {
                linksOf.computeIfAbsent(link.from().id(), i -> new ArrayList<>())
                        .add(link);
                linksOf.computeIfAbsent(link.to().id(), i -> new ArrayList<>()).add(link);
            } else {
                groups.notApplied.add(new Aligned.NotApplied(link, Aligned.Why.OTHER_TYPE));
            }
        }
        var seen = new TreeSet<String>();
        for (String id : linksOf.keySet()) {
            if (!seen.contains(id)) {
                groups.join(reached(stored.node(id), linksOf, seen));
            }
        }
        return groups;
    }

    /** All that links lead to, in whatever direction, with the links on the way to each. */
    private static Map<Node, List<Relation>> reached(
            Node first, Map<String, List<Relation>> linksOf, TreeSet<String> seen) {
        var reached = new LinkedHashMap<Node, List<Relation>>();
        var open = new ArrayList<Node>(List.of(first));
        seen.add(first.id());
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            List<Relation> links = linksOf.getOrDefault(node.id(), List.of());
            reached.put(node, links);
            for (Relation link : links) {
                Node other = link.from().equals(node) ? link.to() : link.from();
                if (seen.add(other.id())) {
                    open.add(other);
                }
            }
        }
        return reached;
    }

    private void join(Map<Node, List<Relation>> group) {
        Node kept = kept(group);
        group.forEach((node, links) -> {
            if (node.equals(kept)) {
                return;
            }
            List<Relation> known =
                    group.values().stream().flatMap(List::stream).distinct().toList();
            var member = new Member(node, kept, known);
            OptionalDouble factor = member.find(null);
            if (factor.isEmpty()) {
                refuse(links, Aligned.Why.NO_FACTOR);
            } else if (Math.abs(factor.getAsDouble() - 1) > 1e-9 && Aligned.isMade(node)) {
                refuse(links, Aligned.Why.BOTH_MADE);
            } else {
                members.put(node.id(), member);
            }
        });
    }

    private void refuse(List<Relation> links, Aligned.Why why) {
        links.forEach(link -> notApplied.add(new Aligned.NotApplied(link, why)));
    }

    /** The one that is made, since times per unit are counted in its unit; else the one that links point to. */
    private static Node kept(Map<Node, List<Relation>> group) {
        List<Node> made = group.keySet().stream().filter(Aligned::isMade).toList();
        if (made.size() == 1) {
            return made.getFirst();
        }
        return group.keySet().stream()
                .filter(node -> node.out(RelationType.SAME_AS).isEmpty())
                .min(java.util.Comparator.comparing(Node::id))
                .orElseGet(() -> group.keySet().iterator().next());
    }

    private static String unit(Node node) {
        return node.findText(Attributes.UNIT).orElse("");
    }

    /** The one it stands for, if it is none that keeps its id. */
    java.util.Optional<Member> find(Node node) {
        return java.util.Optional.ofNullable(members.get(node.id()));
    }

    List<Member> members() {
        return members.values().stream()
                .sorted(java.util.Comparator.comparing((Member m) -> m.node().id()))
                .toList();
    }

    List<Aligned.NotApplied> notApplied() {
        return List.copyOf(notApplied);
    }
}
