package io.sandtable.web.rulebook;

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

    /** Puts what a person confirmed into the book; the same sentence once more changes nothing. */
    public StandingRule confirm(String company, String sentence, Statement statement, String by) {
        String json = UnderstandingJson.tree(statement).toString();
        String id = "RUL-"
                + Hash.of((sentence + "\n" + statement.kind() + "\n" + statement.entities())
                                .getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, ID_DIGITS);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new TreeMap<>();
        values.put(Attributes.SENTENCE.name(), sentence);
        values.put(Attributes.STATEMENT.name(), json);
        values.put(Attributes.STATUS.name(), ACTIVE);
        values.put(Attributes.VALID_FROM.name(), today);
        write(company, id, sentence, sentence, values, by);
        return new StandingRule(id, sentence, statement, today, null, by, null, null);
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
        write(company, id, rule.sentence(), reason, values, by);
    }

    /** @param source the words that the values rest on: the sentence, or the reason for its end */
    private void write(
            String company, String id, String sentence, String source, Map<String, Object> values, String by) {
        var evidence = new Evidence(
                "EVI-" + id + "-"
                        + Hash.of((by + source + values).getBytes(StandardCharsets.UTF_8))
                                .hex()
                                .substring(0, ID_DIGITS),
                Origin.USER,
                source,
                null,
                LocalDate.now(clock),
                null,
                by);
        ImportResult result = graphs.use(
                company,
                graph -> new FactWriter(graph)
                        .merge(List.of(new Fact.NodeFact(NodeType.RULE, id, values, evidence, ""))));
        if (result.added() + result.changed() > 0) {
            String code = RETIRED.equals(values.get(Attributes.STATUS.name())) ? "rule-retired" : "rule";
            events.publishEvent(new RevisionChanged(company, result.revision(), code, List.of(sentence)));
        }
    }

    private static List<StandingRule> all(BusinessSnapshot snapshot) {
        return snapshot.nodes(NodeType.RULE).stream()
                .filter(n -> n.findText(Attributes.STATEMENT).isPresent())
                .map(RuleBook::rule)
                .sorted(java.util.Comparator.comparing(StandingRule::since).thenComparing(StandingRule::id))
                .toList();
    }

    private static StandingRule rule(Node node) {
        boolean active = text(node, Attributes.STATUS).equals(ACTIVE);
        Evidence ended = node.source(Attributes.STATUS).evidence();
        return new StandingRule(
                node.id(),
                text(node, Attributes.SENTENCE),
                UnderstandingJson.readStatement(text(node, Attributes.STATEMENT)),
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
