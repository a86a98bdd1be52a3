package io.sandtable.web.rulebook;

import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.people.Person;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
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

    /** What takes the place of what: the new rules, then those that end. */
    void confirmed(String company, List<StandingRule> rules, List<StandingRule> ended, String replacedBy, Person by) {
        log.record(Stream.concat(
                        rules.stream().map(rule -> confirmed(company, rule, by)),
                        ended.stream()
                                .map(rule ->
                                        head(company, rule, "retired", "", by).put("replacedBy", replacedBy)))
                .toList());
    }

    void retired(String company, StandingRule rule, String reason, Person by) {
        log.record(List.of(head(company, rule, "retired", reason, by)));
    }

    private ObjectNode confirmed(String company, StandingRule rule, Person by) {
        ObjectNode json = head(company, rule, "confirmed", "", by);
        json.put("sentence", rule.sentence());
        json.set("statement", UnderstandingJson.tree(rule.statement()));
        ArrayNode replaces = json.putArray("replaces");
        rule.replaces().forEach(replaces::add);
        return json;
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
}
