package io.sandtable.datasets.reading;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Fact;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.ValueKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can only be judged with all facts on the table, whatever kind of file they came from. */
final class FactCheck {
    /** Names compared in all; beyond it, a look for the nearest name costs more than it helps. */
    private static final long COMPARISONS = 500_000;

    /** Problems that keep a whole file out: whatever then seems to be missing is only their consequence. */
    private static final Set<ProblemCode> UNREAD = EnumSet.of(
            ProblemCode.FILE_UNKNOWN,
            ProblemCode.FILE_EMPTY,
            ProblemCode.FILE_TOO_LARGE,
            ProblemCode.FILE_NOT_TEXT,
            ProblemCode.ENCODING_UNKNOWN,
            ProblemCode.SEPARATOR_WRONG,
            ProblemCode.QUOTE_WRONG,
            ProblemCode.COLUMN_MISSING,
            ProblemCode.FILE_DAMAGED,
            ProblemCode.JSON_MALFORMED,
            ProblemCode.XML_MALFORMED,
            ProblemCode.YAML_MALFORMED);

    private final List<Statement> statements;
    private final ProblemLog told;
    private final boolean partsUnread;
    private final Set<Draft.Mention> mentions;
    private final Map<String, Gathered> nodes = new LinkedHashMap<>();
    private final Map<List<String>, Gathered> relations = new LinkedHashMap<>();
    private final Map<Enum<?>, List<Attribute>> required = new HashMap<>();
    private final ProblemLog problems = new ProblemLog();

    /** Checks all statements; what was already said while reading is not said again. */
    FactCheck(List<Statement> statements, ProblemLog soFar, Set<Draft.Mention> mentions) {
        this.mentions = mentions;
        this.statements = statements;
        this.told = soFar;
        this.partsUnread = soFar.kept().stream().anyMatch(p -> UNREAD.contains(p.code()));
        for (Statement s : statements) {
            switch (s.fact()) {
                case NodeFact n ->
                    nodes.computeIfAbsent(n.id(), id -> new Gathered(s)).add(s);
                case RelationFact r ->
                    relations
                            .computeIfAbsent(
                                    List.of(r.type().name(), r.from(), r.to(), r.variant()), k -> new Gathered(s))
                            .add(s);
            }
        }
    }

    /** All problems, values first, then what is missing, then how things hang together. */
    ProblemLog problems() {
        statements.forEach(this::values);
        nodes.values().forEach(this::required);
        relations.values().forEach(this::required);
        if (!partsUnread) {
            ends();
            new Structure(statements, mentions).problems().forEach(problems::add);
        }
        for (BomCycles.Cycle cycle : new BomCycles(statements).find()) {
            add(cycle.line(), ProblemCode.BOM_CYCLE, "", String.join(" → ", cycle.materials()), "");
        }
        return problems;
    }

    private void values(Statement s) {
        s.fact().values().forEach((name, value) -> {
            Attribute attribute = Attributes.named(name);
            switch (value) {
                case Double number ->
                    Limits.range(attribute)
                            .filter(range -> !range.contains(number) && !isByLotAlone(s, attribute, number))
                            .ifPresent(range -> add(
                                    s,
                                    ProblemCode.OUT_OF_RANGE,
                                    name,
                                    ValueKind.NUMBER.format(number),
                                    range.toString()));
                case String text -> words(s, attribute, text);
                default -> {}
            }
        });
        if (s.fact().values().get(Attributes.VALID_FROM.name()) instanceof LocalDate from
                && s.fact().values().get(Attributes.VALID_TO.name()) instanceof LocalDate to
                && to.isBefore(from)) {
            add(s, ProblemCode.DATES_REVERSED, Attributes.VALID_TO.name(), to.toString(), ">=" + from);
        }
    }

    /** None for each unit is possible where there is some for each lot. */
    private static boolean isByLotAlone(Statement s, Attribute attribute, double number) {
        return number == 0
                && attribute == Attributes.QUANTITY_PER_UNIT
                && s.fact().values().containsKey(Attributes.QUANTITY_PER_LOT.name());
    }

    private void words(Statement s, Attribute attribute, String text) {
        List<String> allowed = switch (s.fact()) {
            case NodeFact n -> Limits.words(n.type(), attribute);
            case RelationFact r -> Limits.words(r.type(), attribute);
        };
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            add(
                    s,
                    ProblemCode.WORD_UNKNOWN,
                    attribute.name(),
                    text,
                    Nearest.to(text, allowed).orElse(String.join("|", allowed)));
        }
        Limits.codeExample(attribute, text)
                .ifPresent(code -> add(s, ProblemCode.WORD_UNKNOWN, attribute.name(), text, code));
    }

    private void required(Gathered gathered) {
        Collection<Attribute> attributes = switch (gathered.first.fact()) {
            case NodeFact n ->
                required.computeIfAbsent(n.type(), t -> required(n.type().attributes()));
            case RelationFact r ->
                required.computeIfAbsent(r.type(), t -> required(r.type().attributes()));
        };
        for (Attribute attribute : attributes) {
            Statement first = gathered.first;
            if (!gathered.names.contains(attribute.name())
                    && !told.isTold(first.file(), first.row(), attribute.name())) {
                add(first, ProblemCode.VALUE_MISSING, attribute.name(), "", attribute.name());
            }
        }
    }

    private static List<Attribute> required(List<Attribute> attributes) {
        return attributes.stream().filter(Attribute::required).toList();
    }

    private void ends() {
        Map<NodeType, List<String>> idsByType = nodes.values().stream()
                .map(g -> (NodeFact) g.first.fact())
                .collect(Collectors.groupingBy(NodeFact::type, Collectors.mapping(NodeFact::id, Collectors.toList())));
        long compared = 0;
        for (Gathered gathered : relations.values()) {
            var relation = (RelationFact) gathered.first.fact();
            for (boolean from : new boolean[] {true, false}) {
                String id = from ? relation.from() : relation.to();
                if (nodes.containsKey(id)) {
                    continue;
                }
                List<String> known = NodeType.ofId(id).map(idsByType::get).orElse(List.of());
                compared += known.size();
                String near = compared <= COMPARISONS ? Nearest.to(id, known).orElse("") : "";
                add(gathered.first, ProblemCode.END_UNKNOWN, from ? "from" : "to", id, near);
            }
        }
    }

    private void add(Statement s, ProblemCode code, String column, String value, String expected) {
        problems.add(new Problem(s.file(), s.row(), column, value, code, expected));
    }

    /** All statements about one node or relation: the first, and which values any of them gives. */
    private static final class Gathered {
        private final Statement first;
        private final Set<String> names = new HashSet<>();

        Gathered(Statement first) {
            this.first = first;
        }

        void add(Statement s) {
            Fact fact = s.fact();
            names.addAll(fact.values().keySet());
        }
    }
}
