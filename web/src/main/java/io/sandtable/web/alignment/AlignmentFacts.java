package io.sandtable.web.alignment;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.UnitFactors;
import io.sandtable.model.alignment.Aligner;
import io.sandtable.model.alignment.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What is decided about two things, as facts with their evidence: the method and its version, or the person and her words. */
final class AlignmentFacts {
    private static final int ID_DIGITS = 12;

    private final Clock clock;

    AlignmentFacts(Clock clock) {
        this.clock = clock;
    }

    /** The method found it. */
    Fact.RelationFact found(Match match) {
        Map<String, Object> values = values(match.score(), Reason.write(match.reasons()));
        return relation(
                RelationType.SAME_AS,
                match.other(),
                match.kept(),
                values,
                Origin.DERIVED,
                Aligner.METHOD,
                Aligner.METHOD);
    }

    /** A person said it. */
    Fact.RelationFact said(
            Node kept, Node other, double score, String reasons, UnitFactors units, String note, String by) {
        Map<String, Object> values = values(score, reasons);
        if (!units.factors().isEmpty()) {
            values.put(Attributes.UNIT_FACTORS.name(), units.toString());
        }
        return relation(RelationType.SAME_AS, other, kept, values, Origin.USER, words(kept, "=", other, note), by);
    }

    /** A person said that they differ. */
    Fact.RelationFact refused(Node one, Node other, String note, String by) {
        return relation(
                RelationType.NOT_SAME_AS, other, one, new TreeMap<>(), Origin.USER, words(one, "≠", other, note), by);
    }

    /** A relation of the graph, to say which is meant. */
    static Fact.RelationFact again(Relation relation) {
        return new Fact.RelationFact(
                relation.type(),
                relation.from().id(),
                relation.to().id(),
                relation.variant(),
                Map.of(),
                relation.source().evidence(),
                relation.source().row());
    }

    private static Map<String, Object> values(double score, String reasons) {
        Map<String, Object> values = new TreeMap<>();
        values.put(Attributes.SCORE.name(), score);
        if (!reasons.isEmpty()) {
            values.put(Attributes.REASON.name(), reasons);
        }
        return values;
    }

    private static String words(Node one, String sign, Node other, String note) {
        return note.isBlank() ? "%s %s %s".formatted(one.name(), sign, other.name()) : note;
    }

    private Fact.RelationFact relation(
            RelationType type,
            Node from,
            Node to,
            Map<String, Object> values,
            Origin origin,
            String source,
            String by) {
        LocalDate today = LocalDate.now(clock);
        String content = String.join("\n", type.name(), by, source, today.toString());
        String id = Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS);
        var evidence = new Evidence("EVI-align-" + id, origin, source, null, today, null, by);
        return new Fact.RelationFact(type, from.id(), to.id(), "", values, evidence, "");
    }
}
