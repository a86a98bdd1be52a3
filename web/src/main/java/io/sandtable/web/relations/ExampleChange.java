package io.sandtable.web.relations;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.RippleWords;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A change that somebody of this company could ask about: a bought part takes longer, one with a substitute to approve if there is any. */
final class ExampleChange {
    private ExampleChange() {}

    /** Empty where nothing that is bought goes into anything. */
    static Optional<String> of(BusinessSnapshot snapshot, Language language) {
        Stream<Node> replaceable = snapshot.relations(RelationType.SUBSTITUTES).stream()
                .sorted(Comparator.comparing(relation -> relation.flag(Attributes.APPROVED)))
                .map(Relation::to);
        return Stream.concat(replaceable, snapshot.nodes(NodeType.MATERIAL).stream())
                .filter(ExampleChange::isBoughtAndUsed)
                .findFirst()
                .map(new RippleWords(snapshot, language)::name)
                .map(name -> Words.in(language).say("relations.example", name));
    }

    private static boolean isBoughtAndUsed(Node material) {
        return !material.in(RelationType.SUPPLIES).isEmpty()
                && !material.in(RelationType.CONSUMES).isEmpty();
    }
}
