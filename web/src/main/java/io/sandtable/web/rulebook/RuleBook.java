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
import io.sandtable.store.FactWriter;
import io.sandtable.store.ImportResult;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.company.RevisionChanged;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RuleBook(OpenGraphs graphs, LoadedCompanies companies, Clock clock, ApplicationEventPublisher events) {
        this.graphs = graphs;
        this.companies = companies;
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
     */
    public record StandingRule(
            String id,
            String sentence,
            Statement statement,
            LocalDate since,
            @Nullable LocalDate until,
            String by,
            @Nullable String retiredBy,
            @Nullable String reason) {
        public boolean isActive() {
            return until == null;
        }
    }

    /** All rules of the company, retired ones too, by the day they were confirmed. */
    public List<StandingRule> listRules(String company) {
        return all(companies.business(company).snapshot());
    }

    /** The rules that hold in that snapshot. */
    public List<StandingRule> active(BusinessSnapshot snapshot) {
        return all(snapshot).stream().filter(StandingRule::isActive).toList();
    }

    /**
     * Puts what a person confirmed into the book, all statements of the sentence in one revision; the same sentence once more changes
     * nothing.
     */
    public List<StandingRule> confirm(String company, String sentence, List<Statement> statements, String by) {
        List<StandingRule> known = listRules(company);
        LocalDate today = LocalDate.now(clock);
        List<StandingRule> rules = statements.stream()
                .map(statement -> new StandingRule(
                        id(known, sentence, statement), sentence, statement, today, null, by, null, null))
                .toList();
        List<Fact> facts = rules.stream()
                .map(rule -> {
                    Map<String, Object> values = new TreeMap<>();
                    values.put(Attributes.SENTENCE.name(), sentence);
                    values.put(
                            Attributes.STATEMENT.name(),
                            UnderstandingJson.tree(rule.statement()).toString());
                    values.put(Attributes.STATUS.name(), ACTIVE);
                    values.put(Attributes.VALID_FROM.name(), today);
                    return fact(rule.id(), sentence, values, by);
                })
                .toList();
        write(company, facts, "rule", sentence);
        return rules;
    }

    /** A sentence that says one thing. */
    public StandingRule confirm(String company, String sentence, Statement statement, String by) {
        return confirm(company, sentence, List.of(statement), by).getFirst();
    }

    /** That of the same words with the same meaning, which may have been given in another way before; else made from all of both. */
    private static String id(List<StandingRule> known, String sentence, Statement statement) {
        byte[] meaning = CanonicalJson.of(UnderstandingJson.tree(statement));
        return known.stream()
                .filter(rule -> rule.sentence().equals(sentence)
                        && Arrays.equals(CanonicalJson.of(UnderstandingJson.tree(rule.statement())), meaning))
                .findFirst()
                .map(StandingRule::id)
                .orElseGet(() -> "RUL-" + digits(sentence + "\n" + new String(meaning, StandardCharsets.UTF_8)));
    }

    private static String digits(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS);
    }

    /** The rule of that id. */
    public StandingRule getRule(String company, String id) {
        return listRules(company).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RULE_GONE", id));
    }

    /** The rule holds no more; what was planned under it keeps it. The reason may be empty. */
    public void retire(String company, String id, String reason, String by) {
        StandingRule rule = getRule(company, id);
        if (!rule.isActive()) {
            throw Refusal.conflict("RULE_RETIRED", rule.sentence());
        }
        Map<String, Object> values = new TreeMap<>();
        values.put(Attributes.STATUS.name(), RETIRED);
        values.put(Attributes.VALID_TO.name(), LocalDate.now(clock));
        write(company, List.of(fact(id, reason, values, by)), "rule-retired", rule.sentence());
    }

    /** @param source the words that the values rest on: the sentence, or the reason for its end */
    private Fact fact(String id, String source, Map<String, Object> values, String by) {
        var evidence = new Evidence(
                "EVI-" + id + "-" + digits(by + source + values),
                Origin.USER,
                source,
                null,
                LocalDate.now(clock),
                null,
                by);
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
                active ? null : ended.source());
    }

    private static String text(Node node, Attribute attribute) {
        return node.findText(attribute).orElse("");
    }
}
