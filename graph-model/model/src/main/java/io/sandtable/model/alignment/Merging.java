package io.sandtable.model.alignment;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.model.UnitFactors;
import io.sandtable.model.trace.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** All facts of a snapshot, told of the things that stand for others instead of these. */
final class Merging {
    private final BusinessSnapshot stored;
    private final Groups groups;
    private final List<Fact> facts = new ArrayList<>();
    /** Relations said already: a second one between the same two becomes a variant. */
    private final Set<String> said = new HashSet<>();

    Merging(BusinessSnapshot stored, Groups groups) {
        this.stored = stored;
        this.groups = groups;
    }

    List<Fact> facts() {
        for (NodeType type : NodeType.values()) {
            stored.nodes(type).stream()
                    .filter(node -> groups.find(node).isEmpty())
                    .forEach(this::node);
        }
        groups.members().forEach(this::member);
        for (RelationType type : RelationType.values()) {
            // its own first, so that what is added is the variant
            List<Relation> own = new ArrayList<>();
            List<Relation> added = new ArrayList<>();
            stored.relations(type).forEach(r -> (isTouched(r) ? added : own).add(r));
            own.forEach(this::relation);
            added.forEach(this::relation);
        }
        return facts;
    }

    private boolean isTouched(Relation relation) {
        return groups.find(relation.from()).isPresent()
                || groups.find(relation.to()).isPresent();
    }

    private void node(Node node) {
        double factor = UnitsOfValues.ABOUT.contains(node.type()) ? factorOfSubject(node) : 1;
        state(
                node,
                name -> true,
                (name, value) -> UnitsOfValues.converted(Attributes.named(name), value, factor),
                (values, ref) -> new Fact.NodeFact(node.type(), node.id(), values, ref.evidence(), ref.row()));
    }

    /** Of the material that an order or a lot is about, on the day that it speaks of. */
    private double factorOfSubject(Node about) {
        return about.out(RelationType.FOR).stream()
                .map(Relation::to)
                .map(groups::find)
                .flatMap(Optional::stream)
                .mapToDouble(member -> member.factor(day(about)))
                .findFirst()
                .orElse(1);
    }

    private static @Nullable LocalDate day(Thing thing) {
        for (Attribute day : List.of(
                Attributes.RECEIVED_DATE, Attributes.DELIVERED_DATE, Attributes.DUE_DATE, Attributes.VALID_FROM)) {
            Optional<LocalDate> found = thing.findDate(day);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    /** What the kept one does not say of itself, it is told by the other. */
    private void member(Groups.Member member) {
        Node node = member.node();
        Node kept = member.kept();
        double factor = member.factor(null);
        Set<String> known = new HashSet<>(kept.values().keySet());
        known.addAll(List.of(Attributes.ALIASES.name(), Attributes.UNIT_FACTORS.name()));
        groups.members().stream()
                .filter(earlier ->
                        earlier.kept().equals(kept) && earlier.node().id().compareTo(node.id()) < 0)
                .forEach(earlier -> known.addAll(earlier.node().values().keySet()));
        state(
                node,
                name -> !known.contains(name),
                (name, value) -> UnitsOfValues.converted(Attributes.named(name), value, factor),
                (values, ref) -> new Fact.NodeFact(node.type(), kept.id(), values, ref.evidence(), ref.row()));
        together(member);
    }

    /** Names, ids and unit factors of all, as the link says that they belong together. */
    private void together(Groups.Member member) {
        Node kept = member.kept();
        var aliases = new LinkedHashSet<>(kept.names(Attributes.ALIASES));
        var ids = new LinkedHashSet<String>();
        String unit = kept.findText(Attributes.UNIT).orElse("");
        var factors = new LinkedHashSet<UnitFactors.Factor>(factors(kept, unit));
        member.links().forEach(link -> factors.addAll(factors(link, unit)));
        for (Groups.Member each : groups.members()) {
            if (each.kept().equals(kept)) {
                Node node = each.node();
                ids.add(node.id());
                node.findText(Attributes.NAME).ifPresent(aliases::add);
                node.findText(Attributes.CODE).ifPresent(aliases::add);
                aliases.addAll(node.names(Attributes.ALIASES));
                factors.addAll(factors(node, node.findText(Attributes.UNIT).orElse("")));
            }
        }
        kept.findText(Attributes.NAME).ifPresent(aliases::remove);
        var values = new TreeMap<String, Object>();
        values.put(Attributes.MERGED_IDS.name(), String.join("|", ids));
        if (!aliases.isEmpty()) {
            values.put(Attributes.ALIASES.name(), String.join("|", aliases));
        }
        if (!factors.isEmpty()) {
            values.put(Attributes.UNIT_FACTORS.name(), new UnitFactors(List.copyOf(factors)).toString());
        }
        Evidence evidence = member.links().getFirst().source().evidence();
        facts.add(new Fact.NodeFact(
                kept.type(),
                kept.id(),
                values,
                evidence,
                member.links().getFirst().source().row()));
    }

    /** With the unit said that they leave out, since they leave that unit. */
    private static List<UnitFactors.Factor> factors(Thing thing, String own) {
        return thing.findText(Attributes.UNIT_FACTORS)
                .map(text -> UnitFactors.parse(text).factors().stream()
                        .map(f -> f.of().isEmpty()
                                ? new UnitFactors.Factor(f.unit(), f.amount(), own, f.from(), f.to())
                                : f)
                        .toList())
                .orElse(List.of());
    }

    private void relation(Relation relation) {
        Node from = kept(relation.from());
        Node to = kept(relation.to());
        boolean aboutAlignment = relation.type() == RelationType.SAME_AS || relation.type() == RelationType.NOT_SAME_AS;
        if (isTouched(relation) && (aboutAlignment || from.equals(to))) {
            return;
        }
        double fromFactor = factor(relation.from(), relation);
        double toFactor = factor(relation.to(), relation);
        double factor = Movement.counted(relation)
                .map(this::factorOfSubject)
                .orElseGet(() -> UnitsOfValues.ofRelation(relation.type(), toFactor));
        String variant = variant(relation, from, to);
        state(
                relation,
                name -> true,
                (name, value) -> relation.type() == RelationType.SUBSTITUTES
                        ? UnitsOfValues.ratio(name, value, fromFactor, toFactor)
                        : UnitsOfValues.converted(Attributes.named(name), value, factor),
                (values, ref) -> new Fact.RelationFact(
                        relation.type(), from.id(), to.id(), variant, values, ref.evidence(), ref.row()));
    }

    private String variant(Relation relation, Node from, Node to) {
        String key = String.join("\t", relation.type().name(), from.id(), to.id());
        String own = relation.variant();
        if (said.add(key + "\t" + own)) {
            return own;
        }
        String other = String.join(
                " ", Arrays.asList(own, relation.from().id(), relation.to().id()));
        said.add(key + "\t" + other.strip());
        return other.strip();
    }

    private Node kept(Node node) {
        return groups.find(node).map(Groups.Member::kept).orElse(node);
    }

    private double factor(Node node, Relation relation) {
        return groups.find(node).map(m -> m.factor(day(relation))).orElse(1.0);
    }

    /** One fact for each source of the thing's values, the source of its being first. */
    private void state(
            Thing thing,
            java.util.function.Predicate<String> wanted,
            BiFunction<String, Object, Object> converted,
            BiFunction<Map<String, Object>, Thing.Ref, Fact> fact) {
        var bySource = new LinkedHashMap<Thing.Ref, Map<String, Object>>();
        bySource.put(thing.source(), new TreeMap<>());
        thing.values().forEach((name, value) -> {
            if (wanted.test(name)) {
                bySource.computeIfAbsent(thing.source(Attributes.named(name)), r -> new TreeMap<>())
                        .put(name, converted.apply(name, value));
            }
        });
        bySource.forEach((ref, values) -> facts.add(fact.apply(values, ref)));
    }
}
