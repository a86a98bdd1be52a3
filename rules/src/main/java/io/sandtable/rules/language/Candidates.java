package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The readings of one stretch of text, of which those of a kind that leave words unused give way to those that use them. */
final class Candidates {
    /** Kinds whose clause without a name goes on about what the clause before it named. */
    static final Set<Kind> CONTINUING =
            EnumSet.of(Kind.LEAD_TIME_CHANGE, Kind.DEMAND_CHANGE, Kind.STOCK_LIMIT, Kind.WORKING_CALENDAR);

    /** Kinds that may name what they are about before and from whom after: 钢管涨破4600，就只从昌宏拿. */
    static final Set<Kind> SOURCING = EnumSet.of(Kind.SOURCING_ALLOW_ONLY, Kind.SOURCING_BAN, Kind.PURCHASE_SHARE);

    private record Candidate(Draft draft, int words) {}

    private final Names names;
    private final List<Candidate> all = new ArrayList<>();

    Candidates(Names names) {
        this.names = names;
    }

    /** Adds a reading that uses so many words. */
    void add(Draft draft, int words) {
        all.add(new Candidate(draft, words));
    }

    List<Draft> best() {
        var best = new ArrayList<Draft>();
        for (Candidate candidate : all) {
            Statement statement = candidate.draft().statement();
            boolean beaten = all.stream()
                    .anyMatch(other -> other.draft().statement().kind() == statement.kind()
                            && (other.words() > candidate.words()
                                    || isPlainer(other.draft().statement(), statement)));
            if (!beaten && best.stream().noneMatch(d -> d.statement().meansTheSameAs(statement))) {
                best.add(candidate.draft());
            }
        }
        return best;
    }

    /** 喷粉线用电 is the line's use of power, not the line and the power. */
    private boolean isPlainer(Statement one, Statement other) {
        return !one.entities().isEmpty()
                && other.entities().size() > one.entities().size()
                && other.entities().containsAll(one.entities())
                && other.entities().stream()
                        .filter(id -> !one.entities().contains(id))
                        .allMatch(id -> names.find(id)
                                .map(Named::type)
                                .filter(NodeType.ENERGY::equals)
                                .isPresent());
    }
}
