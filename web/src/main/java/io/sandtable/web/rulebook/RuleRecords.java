package io.sandtable.web.rulebook;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.people.Person;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log's records of the rule book. They are written before the book is: what stands there was put there by somebody on record. */
@Component
class RuleRecords {
    static final String SCHEMA = "sandtable-rule/1";

    private final HomeLog log;
    private final Clock clock;

    RuleRecords(HomeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void confirmed(String company, List<StandingRule> rules, Person by) {
        for (StandingRule rule : rules) {
            ObjectNode json = head(company, rule, "confirmed", "", by);
            json.put("sentence", rule.sentence());
            json.set("statement", UnderstandingJson.tree(rule.statement()));
            ArrayNode replaces = json.putArray("replaces");
            rule.replaces().forEach(replaces::add);
            append(json);
        }
    }

    /** @param replacedBy id of the rule that takes their place */
    void retired(String company, List<StandingRule> rules, @Nullable String replacedBy, String reason, Person by) {
        for (StandingRule rule : rules) {
            ObjectNode json = head(company, rule, "retired", reason, by);
            if (replacedBy != null) {
                json.put("replacedBy", replacedBy);
            }
            append(json);
        }
    }

    private ObjectNode head(String company, StandingRule rule, String state, String note, Person by) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("company", company)
                .put("rule", rule.id())
                .put("state", state)
                .put("at", clock.instant().toString())
                .put("by", by.name())
                .put("byName", by.displayName())
                .put("note", note);
    }

    private void append(ObjectNode json) {
        log.use(decisions -> decisions.append(CanonicalJson.of(json.put("checkpointBefore", checkpoint(decisions)))));
    }

    private static String checkpoint(DecisionLog log) {
        return new String(log.checkpoint().bytes(), StandardCharsets.UTF_8);
    }
}
