package io.sandtable.web.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Node;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.alignment.Aligned;
import io.sandtable.model.alignment.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * That two things are the same, or that they are not, as the graph holds it.
 *
 * @param trouble why a link joins nothing; empty where it is obeyed
 */
public record Judgement(Relation relation, Optional<Aligned.Why> trouble) {
    public Node kept() {
        return relation.to();
    }

    public Node other() {
        return relation.from();
    }

    public double score() {
        return relation.numberOr(Attributes.SCORE, 0);
    }

    public List<Reason> reasons() {
        return relation.findText(Attributes.REASON).map(Reason::read).orElse(List.of());
    }

    /** Whether the method found it by itself. */
    public boolean automatic() {
        return evidence().origin() == Origin.DERIVED;
    }

    /** The person, or the method with its version. */
    public String by() {
        return Objects.requireNonNullElse(evidence().by(), "");
    }

    public LocalDate day() {
        return evidence().asOf();
    }

    /** What the person said; the method's name where it was one. */
    public String note() {
        return evidence().source();
    }

    private Evidence evidence() {
        return relation.source().evidence();
    }
}
