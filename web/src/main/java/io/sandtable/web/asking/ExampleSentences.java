package io.sandtable.web.asking;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.RevisionChanged;
import io.sandtable.web.rulebook.RuleBook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sentences to begin with, about what this company has most of: its largest family of orders, an order that is due, a supplier, a
 * machine, a rule of its own. Each is read before it is shown, so that none leads into a question.
 */
@Component
class ExampleSentences {
    /** So many are shown. */
    private static final int SHOWN = 3;
    /** An example tightens a rule by so much. */
    private static final double TIGHTER = 0.1;

    private final RuleBook rules;
    private final Map<Key, List<String>> known = new HashMap<>();

    ExampleSentences(RuleBook rules) {
        this.rules = rules;
    }

    private record Key(String company, Language language) {}

    /** Those that were made since the company's data changed; empty where it has not been read since. */
    synchronized Optional<List<String>> findKnown(String company, Language language) {
        return Optional.ofNullable(known.get(new Key(company, language)));
    }

    /** At most three, in the language; fewer where the company's data is that small. */
    synchronized List<String> of(Business business, Language language) {
        return known.computeIfAbsent(new Key(business.card().name(), language), key -> sentences(business, language));
    }

    @EventListener
    synchronized void forget(RevisionChanged change) {
        known.keySet().removeIf(key -> key.company().equals(change.company()));
    }

    private List<String> sentences(Business business, Language language) {
        BusinessSnapshot snapshot = business.snapshot();
        LocalDate asOf = business.card().asOf();
        Words words = Words.in(language);
        Reader reader = AskQuestion.reader(business, asOf);
        Stream<Optional<String>> candidates = Stream.of(
                rule(business, reader, language),
                largest(snapshot, NodeType.FAMILY, ExampleSentences::orderedOf)
                        .map(n -> words.say("asking.example.family", name(n, language))),
                dueOrder(snapshot, asOf)
                        .map(n -> words.say(
                                "asking.example.order",
                                n.text(Attributes.CODE),
                                n.date(Attributes.DUE_DATE).minusDays(7).toString())),
                largest(
                                snapshot,
                                NodeType.SUPPLIER,
                                n -> n.out(RelationType.SUPPLIES).size())
                        .map(n -> words.say("asking.example.supplier", name(n, language))),
                largest(
                                snapshot,
                                NodeType.EQUIPMENT,
                                n -> n.in(RelationType.RUNS_ON).size())
                        .map(n -> words.say("asking.example.machine", name(n, language))),
                Optional.of(words.say("asking.example.reserve")));
        return candidates
                .flatMap(Optional::stream)
                .filter(sentence -> reader.understand(sentence).isAccepted())
                .limit(SHOWN)
                .toList();
    }

    private static String name(Node node, Language language) {
        return language.choose(node.name(), node.nameEn());
    }

    private static Optional<Node> largest(BusinessSnapshot snapshot, NodeType type, ToDoubleFunction<Node> size) {
        return snapshot.nodes(type).stream()
                .filter(n -> size.applyAsDouble(n) > 0)
                .max(Comparator.comparingDouble(size).thenComparing(Node::id, Comparator.reverseOrder()));
    }

    /** Value of the open orders for what belongs to the family. */
    private static double orderedOf(Node family) {
        return family.in(RelationType.MEMBER_OF).stream()
                .map(Relation::from)
                .flatMap(item -> item.in(RelationType.FOR).stream())
                .map(Relation::from)
                .filter(n -> n.type() == NodeType.ORDER)
                .mapToDouble(o -> o.numberOr(Attributes.QUANTITY, 0) * o.numberOr(Attributes.PRICE, 0))
                .sum();
    }

    /** The most valuable order that could be wanted a week earlier. */
    private static Optional<Node> dueOrder(BusinessSnapshot snapshot, LocalDate asOf) {
        return snapshot.nodes(NodeType.ORDER).stream()
                .filter(o -> o.findText(Attributes.CODE).isPresent())
                .filter(o -> o.findDate(Attributes.DUE_DATE)
                        .filter(due -> due.isAfter(asOf.plusDays(14)))
                        .isPresent())
                .max(Comparator.comparingDouble(
                                (Node o) -> o.numberOr(Attributes.QUANTITY, 0) * o.numberOr(Attributes.PRICE, 0))
                        .thenComparing(Node::id, Comparator.reverseOrder()));
    }

    /** A limit of the rule book, a little tighter. */
    private Optional<String> rule(Business business, Reader reader, Language language) {
        return rules.active(business.snapshot(), business.card().asOf()).stream()
                .map(RuleBook.StandingRule::statement)
                .flatMap(s -> tighter(s).stream())
                .map(reader::paraphrase)
                .map(w -> language.choose(w.zh(), w.en()))
                .findFirst();
    }

    private static Optional<Statement> tighter(Statement s) {
        Quantity q = s.quantity();
        boolean floor = s.comparator() == Comparison.GE || s.comparator() == Comparison.GT;
        if (q == null || s.comparator() == null || q.unit().equals("%")) {
            return Optional.empty();
        }
        double value = Math.rint(q.value() * (floor ? 1 + TIGHTER : 1 - TIGHTER));
        return Optional.of(new Statement(
                s.kind(),
                s.modality(),
                s.entities(),
                s.comparator(),
                new Quantity(value, q.unit(), q.form()),
                s.window(),
                s.recurrence(),
                s.slots(),
                s.source(),
                s.paraphrase()));
    }
}
