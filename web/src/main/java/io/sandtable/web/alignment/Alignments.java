package io.sandtable.web.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.UnitConversion;
import io.sandtable.model.UnitFactors;
import io.sandtable.model.alignment.Aligned;
import io.sandtable.model.alignment.Aligner;
import io.sandtable.model.alignment.Described;
import io.sandtable.model.alignment.Pair;
import io.sandtable.model.alignment.Reason;
import io.sandtable.model.alignment.UnitCost;
import io.sandtable.model.alignment.UnitWorth;
import io.sandtable.store.FactWriter;
import io.sandtable.store.ImportResult;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.company.RevisionChanged;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds what a company's sources list twice, and writes what is decided about it into the graph, each decision one revision. */
@Component
public class Alignments {
    private static final Set<NodeType> LISTED =
            Set.of(NodeType.MATERIAL, NodeType.SUPPLIER, NodeType.CUSTOMER, NodeType.EQUIPMENT);

    private final OpenGraphs graphs;
    private final LoadedCompanies companies;
    private final ApplicationEventPublisher events;
    private final AlignmentFacts facts;
    private @Nullable Looked looked;

    Alignments(OpenGraphs graphs, LoadedCompanies companies, Clock clock, ApplicationEventPublisher events) {
        this.graphs = graphs;
        this.companies = companies;
        this.events = events;
        this.facts = new AlignmentFacts(clock);
    }

    /** What was found in a snapshot; looking takes seconds where there are many things. */
    private record Looked(String company, String hash, AlignmentState state) {}

    /** Everything that is the same, may be the same, or was said not to be. */
    public synchronized AlignmentState state(String company) {
        Business business = companies.business(company);
        Looked known = looked;
        if (known == null
                || !known.company().equals(company)
                || !known.hash().equals(business.stored().hash())) {
            known = new Looked(company, business.stored().hash(), look(company, business));
            looked = known;
        }
        return known.state();
    }

    private static AlignmentState look(String company, Business business) {
        BusinessSnapshot stored = business.stored();
        List<Aligned.NotApplied> notApplied = Aligned.of(stored).notApplied();
        var aligner = new Aligner(
                UnitWorth.of(stored), pairs(stored, RelationType.SAME_AS), pairs(stored, RelationType.NOT_SAME_AS));
        List<Described> things = LISTED.stream()
                .flatMap(type -> stored.nodes(type).stream())
                .map(Described::of)
                .toList();
        return new AlignmentState(
                company,
                business.revision(),
                aligner.proposals(things).stream().map(p -> Match.of(p, stored)).toList(),
                judgements(stored, RelationType.SAME_AS, notApplied),
                judgements(stored, RelationType.NOT_SAME_AS, List.of()),
                UnitCost.of(business.snapshot(), stored));
    }

    private static Set<Pair> pairs(BusinessSnapshot stored, RelationType type) {
        return stored.relations(type).stream()
                .map(r -> Pair.of(r.from().id(), r.to().id()))
                .collect(Collectors.toSet());
    }

    private static List<Judgement> judgements(
            BusinessSnapshot stored, RelationType type, List<Aligned.NotApplied> notApplied) {
        return stored.relations(type).stream()
                .map(relation -> new Judgement(
                        relation,
                        notApplied.stream()
                                .filter(n -> n.link().equals(relation))
                                .map(Aligned.NotApplied::why)
                                .findFirst()))
                .toList();
    }

    /**
     * What became of an import's things.
     *
     * @param taken pairs that are one from now on
     * @param waiting pairs that a person is asked about
     */
    public record Joined(List<Match> taken, int waiting) {}

    /**
     * Takes what is sure after an import, and says what that was; everybody can undo it. An import that brought nothing new joins nothing,
     * so that what was undone stays so.
     */
    public Optional<Joined> afterImport(String company, ImportResult result) {
        if (result.added() + result.changed() == 0) {
            return Optional.empty();
        }
        int waiting = state(company).unsure().size();
        return Optional.of(new Joined(takeSure(company), waiting));
    }

    /** Takes all that is sure, in one revision. */
    public List<Match> takeSure(String company) {
        List<Match> sure = state(company).sure();
        if (!sure.isEmpty()) {
            List<Fact> links = sure.stream().<Fact>map(facts::found).toList();
            write(company, List.of(), links, "alignment-sure", List.of("" + sure.size()));
        }
        return sure;
    }

    /**
     * Two things are the same, as a person says.
     *
     * @param kept id of the one that keeps its id and unit
     * @param worth how many of its units one of the other's is; null where the units convert by what is known
     * @param note the person's reason, may be empty
     */
    public void accept(String company, String kept, String other, @Nullable Double worth, String note, String by) {
        BusinessSnapshot stored = companies.business(company).stored();
        Node one = node(stored, kept);
        Node two = node(stored, other);
        if (one.type() != two.type() || one.equals(two)) {
            throw Refusal.badInput("ALIGNMENT_TYPES", kept, other);
        }
        if (!between(stored, RelationType.SAME_AS, kept, other).isEmpty()) {
            throw Refusal.conflict("ALIGNMENT_LINKED", one.name(), two.name());
        }
        UnitFactors said = said(one, two, worth);
        Optional<Match> match = state(company).matches().stream()
                .filter(m -> Pair.of(m.kept().id(), m.other().id()).equals(Pair.of(kept, other)))
                .findFirst();
        String reasons = match.map(m -> Reason.write(m.reasons())).orElse("");
        double score = match.map(Match::score).orElse(1.0);
        Fact link = facts.said(one, two, score, reasons, said, note, by);
        write(
                company,
                between(stored, RelationType.NOT_SAME_AS, kept, other),
                List.of(link),
                "alignment-same",
                List.of(one.name(), two.name()));
    }

    /** What the person said of the units; refuses where nothing says what one is worth in the other. */
    private static UnitFactors said(Node kept, Node other, @Nullable Double worth) {
        String own = kept.findText(Attributes.UNIT).orElse("");
        String unit = other.findText(Attributes.UNIT).orElse("");
        if (worth != null && !(worth > 0 && Double.isFinite(worth))) {
            throw Refusal.badInput("ALIGNMENT_FACTOR_WRONG", unit, own);
        }
        if (own.isEmpty() || unit.isEmpty()) {
            return new UnitFactors(List.of());
        }
        OptionalDouble known = UnitConversion.of(kept, null).knowing(other).find(unit, own);
        if (known.isEmpty() && worth == null) {
            throw Refusal.badInput("ALIGNMENT_FACTOR_MISSING", unit, own);
        }
        double factor = known.orElseGet(() -> java.util.Objects.requireNonNull(worth));
        if (Match.isMade(kept) && Match.isMade(other) && Math.abs(factor - 1) > 1e-9) {
            throw Refusal.badInput("ALIGNMENT_BOTH_MADE", kept.name(), other.name());
        }
        return known.isPresent()
                ? new UnitFactors(List.of())
                : new UnitFactors(List.of(new UnitFactors.Factor(unit, factor, own, null, null)));
    }

    /** Two things are not the same; a link between them goes, and they are not proposed again. */
    public void refuse(String company, String one, String other, String note, String by) {
        BusinessSnapshot stored = companies.business(company).stored();
        Node first = node(stored, one);
        Node second = node(stored, other);
        write(
                company,
                between(stored, RelationType.SAME_AS, one, other),
                List.of(facts.refused(first, second, note, by)),
                "alignment-differ",
                List.of(first.name(), second.name()));
    }

    /** Nothing is said about the two any more: a link or a refusal goes, and they may be proposed again. */
    public void forget(String company, String one, String other) {
        BusinessSnapshot stored = companies.business(company).stored();
        List<Fact.RelationFact> all = new ArrayList<>(between(stored, RelationType.SAME_AS, one, other));
        all.addAll(between(stored, RelationType.NOT_SAME_AS, one, other));
        if (all.isEmpty()) {
            throw Refusal.notFound("ALIGNMENT_NOTHING", one, other);
        }
        write(
                company,
                all,
                List.of(),
                "alignment-forgotten",
                List.of(node(stored, one).name(), node(stored, other).name()));
    }

    private static Node node(BusinessSnapshot stored, String id) {
        return stored.findNode(id).orElseThrow(() -> Refusal.notFound("ALIGNMENT_UNKNOWN", id));
    }

    private static List<Fact.RelationFact> between(
            BusinessSnapshot stored, RelationType type, String one, String other) {
        return stored.relations(type).stream()
                .filter(r -> Pair.of(r.from().id(), r.to().id()).equals(Pair.of(one, other)))
                .map(AlignmentFacts::again)
                .toList();
    }

    private void write(
            String company, List<Fact.RelationFact> withdrawn, List<Fact> added, String code, List<String> arguments) {
        ImportResult result = graphs.use(company, graph -> new FactWriter(graph).withdraw(withdrawn, added));
        if (result.added() + result.changed() + result.removed() > 0) {
            events.publishEvent(new RevisionChanged(company, result.revision(), code, arguments));
        }
    }
}
