package io.sandtable.web.rulebook;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.rules.Statement;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.rules.Window;
import io.sandtable.store.FactWriter;
import io.sandtable.store.ImportResult;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.company.RevisionChanged;
import io.sandtable.web.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Confirmed rules live in the company's graph, as facts that a person stated; every question takes the active ones along. */
@Component
public class RuleBook {
    private static final String ACTIVE = "active";
    private static final String RETIRED = "retired";
    private static final int ID_DIGITS = 12;

    private final OpenGraphs graphs;
    private final LoadedCompanies companies;
    private final RuleRecords records;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RuleBook(
            OpenGraphs graphs,
            LoadedCompanies companies,
            RuleRecords records,
            Clock clock,
            ApplicationEventPublisher events) {
        this.graphs = graphs;
        this.companies = companies;
        this.records = records;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A rule of the book.
     *
     * @param since the day it was confirmed
     * @param until the day it was retired, null while it holds
     * @param by who confirmed it
     * @param retiredBy who retired it, null while it holds
     * @param reason why it was retired, null while it holds; empty where nobody said
     * @param replaces ids of the rules that it took the place of
     */
    public record StandingRule(
            String id,
            String sentence,
            Statement statement,
            LocalDate since,
            @Nullable LocalDate until,
            String by,
            @Nullable String retiredBy,
            @Nullable String reason,
            List<String> replaces) {
        public StandingRule {
            replaces = List.copyOf(replaces);
        }

        public boolean isActive() {
            return until == null;
        }

        /** Whether the last day that it speaks of lies before that day, so that it says nothing any more. */
        public boolean isOver(LocalDate day) {
            Window window = statement.window();
            return window != null && window.to() != null && window.to().isBefore(day);
        }
    }

    /** All rules of the company, retired ones too, by the day they were confirmed. */
    public List<StandingRule> listRules(String company) {
        return all(companies.business(company).snapshot());
    }

    /** The rules of that snapshot that say something about the day or later ones. */
    public List<StandingRule> active(BusinessSnapshot snapshot, LocalDate day) {
        return all(snapshot).stream()
                .filter(rule -> rule.isActive() && !rule.isOver(day))
                .toList();
    }

    /**
     * Puts what a person confirmed into the book, all statements of the sentence in one revision; the same sentence once more changes
     * nothing.
     *
     * @param replaced ids of the rules that end in the same revision
     */
    public List<StandingRule> confirm(
            String company, String sentence, List<Statement> statements, List<String> replaced, Person by) {
        List<StandingRule> known = listRules(company);
        LocalDate today = LocalDate.now(clock);
        List<StandingRule> rules = statements.stream()
                .map(statement -> new StandingRule(
                        id(known, sentence, statement, replaced),
                        sentence,
                        statement,
                        today,
                        null,
                        by.name(),
                        null,
                        null,
                        replaced))
                .toList();
        List<StandingRule> added = rules.stream()
                .filter(rule -> known.stream().noneMatch(k -> k.isActive() && k.id().equals(rule.id())))
                .toList();
        List<StandingRule> ended = replaced.stream()
                .map(id -> rule(known, id))
                .filter(StandingRule::isActive)
                .toList();
        if (!added.isEmpty() || !ended.isEmpty()) {
            records.confirmed(company, added, ended, rules.getFirst().id(), by);
            List<Fact> facts = Stream.concat(
                            ended.stream().map(rule -> retired(rule.id(), sentence, by)),
                            added.stream().map(rule -> confirmed(rule, by)))
                    .toList();
            write(company, facts, ended.isEmpty() ? "rule" : "rule-replaced", sentence);
        }
        return rules;
    }

    /** A sentence that says one thing and takes no other's place. */
    public StandingRule confirm(String company, String sentence, Statement statement, Person by) {
        return confirm(company, sentence, List.of(statement), List.of(), by).getFirst();
    }

    private Fact confirmed(StandingRule rule, Person by) {
        Map<String, Object> values = new TreeMap<>();
        values.put(Attributes.SENTENCE.name(), rule.sentence());
        values.put(
                Attributes.STATEMENT.name(),
                UnderstandingJson.tree(rule.statement()).toString());
        values.put(Attributes.STATUS.name(), ACTIVE);
        values.put(Attributes.VALID_FROM.name(), rule.since());
        if (!rule.replaces().isEmpty()) {
            values.put(Attributes.REPLACES.name(), String.join("|", rule.replaces()));
        }
        return fact(rule.id(), rule.sentence(), values, by);
    }

    private Fact retired(String id, String source, Person by) {
        Map<String, Object> values = new TreeMap<>();
        values.put(Attributes.STATUS.name(), RETIRED);
        values.put(Attributes.VALID_TO.name(), LocalDate.now(clock));
        return fact(id, source, values, by);
    }

    /**
     * That of the same words with the same meaning, which may have been given in another way before; else made from all of it. A version
     * is a rule of its own, even where it says what an earlier one said.
     */
    private static String id(List<StandingRule> known, String sentence, Statement statement, List<String> replaced) {
        byte[] meaning = CanonicalJson.of(UnderstandingJson.tree(statement));
        return known.stream()
                .filter(rule -> rule.isActive() || replaced.isEmpty())
                .filter(rule -> rule.sentence().equals(sentence)
                        && Arrays.equals(CanonicalJson.of(UnderstandingJson.tree(rule.statement())), meaning))
                .findFirst()
                .map(StandingRule::id)
                .orElseGet(() -> "RUL-"
                        + digits(String.join("\n", sentence, new String(meaning, StandardCharsets.UTF_8))
                                + String.join("\n", replaced)));
    }

    private static String digits(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS);
    }

    static Map<String, StandingRule> byId(List<StandingRule> rules) {
        return rules.stream().collect(Collectors.toMap(StandingRule::id, Function.identity()));
    }

    /** The rule of that id. */
    public StandingRule getRule(String company, String id) {
        return rule(listRules(company), id);
    }

    private static StandingRule rule(List<StandingRule> rules, String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RULE_GONE", id));
    }

    /** The rule holds no more; what was planned under it keeps it. The reason may be empty. */
    public void retire(String company, String id, String reason, Person by) {
        StandingRule rule = getRule(company, id);
        if (!rule.isActive()) {
            throw Refusal.conflict("RULE_RETIRED", rule.sentence());
        }
        records.retired(company, rule, reason, by);
        write(company, List.of(retired(id, reason, by)), "rule-retired", rule.sentence());
    }

    /** @param source the words that the values rest on: the sentence, or the reason for its end */
    private Fact fact(String id, String source, Map<String, Object> values, Person by) {
        var evidence = new Evidence(
                "EVI-" + id + "-" + digits(by.name() + source + values),
                Origin.USER,
                source,
                null,
                LocalDate.now(clock),
                null,
                by.name());
        return new Fact.NodeFact(NodeType.RULE, id, values, evidence, "");
    }

    private void write(String company, List<Fact> facts, String code, String sentence) {
        ImportResult result = graphs.use(company, graph -> new FactWriter(graph).merge(facts));
        if (result.added() + result.changed() > 0) {
            events.publishEvent(new RevisionChanged(company, result.revision(), code, List.of(sentence)));
        }
    }

    private static List<StandingRule> all(BusinessSnapshot snapshot) {
        Map<String, String> kept = keptIds(snapshot);
        return snapshot.nodes(NodeType.RULE).stream()
                .filter(n -> n.findText(Attributes.STATEMENT).isPresent())
                .map(node -> rule(node, kept))
                .sorted(java.util.Comparator.comparing(StandingRule::since).thenComparing(StandingRule::id))
                .toList();
    }

    /** What was said of a thing before it was found to be another one holds for that. */
    private static Map<String, String> keptIds(BusinessSnapshot snapshot) {
        Map<String, String> kept = new TreeMap<>();
        for (NodeType type : NodeType.values()) {
            snapshot.nodes(type)
                    .forEach(node -> node.names(Attributes.MERGED_IDS).forEach(id -> kept.put(id, node.id())));
        }
        return kept;
    }

    private static String naming(String statement, Map<String, String> kept) {
        String named = statement;
        for (Map.Entry<String, String> id : kept.entrySet()) {
            named = named.replace('"' + id.getKey() + '"', '"' + id.getValue() + '"');
        }
        return named;
    }

    private static StandingRule rule(Node node, Map<String, String> kept) {
        boolean active = text(node, Attributes.STATUS).equals(ACTIVE);
        Evidence ended = node.source(Attributes.STATUS).evidence();
        return new StandingRule(
                node.id(),
                text(node, Attributes.SENTENCE),
                UnderstandingJson.readStatement(naming(text(node, Attributes.STATEMENT), kept)),
                node.findDate(Attributes.VALID_FROM).orElse(LocalDate.EPOCH),
                active ? null : node.findDate(Attributes.VALID_TO).orElse(LocalDate.EPOCH),
                Objects.requireNonNullElse(
                        node.source(Attributes.SENTENCE).evidence().by(), ""),
                active ? null : Objects.requireNonNullElse(ended.by(), ""),
                active ? null : ended.source(),
                node.names(Attributes.REPLACES));
    }

    private static String text(Node node, Attribute attribute) {
        return node.findText(attribute).orElse("");
    }
}
