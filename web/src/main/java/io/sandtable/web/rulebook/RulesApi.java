package io.sandtable.web.rulebook;

import io.sandtable.rules.Question;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.RuleTrial.Breach;
import io.sandtable.web.company.Companies;
import io.sandtable.web.people.Person;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/rules}: the rule book for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/rules")
class RulesApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RuleBook book;
    private final NewRules newRules;
    private final RuleUses uses;
    private final Companies companies;

    RulesApi(RuleBook book, NewRules newRules, RuleUses uses, Companies companies) {
        this.book = book;
        this.newRules = newRules;
        this.uses = uses;
        this.companies = companies;
    }

    /** A sentence to become a rule; the company is the current one where none is named. */
    record Said(
            @Nullable String sentence,
            @Nullable List<String> replaces,
            @Nullable String company) {}

    /** Why a rule ends. */
    record Reason(@Nullable String reason, @Nullable String company) {}

    @GetMapping
    JsonNode list(@RequestParam(required = false) @Nullable String company) {
        Map<String, RuleUses.Use> counts = uses.ofCompany(company(company));
        ObjectNode json = JSON.objectNode();
        ArrayNode rules = json.putArray("rules");
        book.listRules(company(company))
                .forEach(rule -> rules.add(rule(rule, counts.getOrDefault(rule.id(), RuleUses.Use.NONE))));
        return json;
    }

    /** What it was understood to say; nothing is a rule before {@code confirm}. */
    @PostMapping
    ResponseEntity<JsonNode> say(@RequestBody Said said, Person person, Language language) {
        if (said.sentence() == null) {
            throw Refusal.badInput("RULE_EMPTY");
        }
        RuleDraft draft = newRules.say(
                company(said.company()),
                said.sentence(),
                Objects.requireNonNullElse(said.replaces(), List.of()),
                person.name());
        return ResponseEntity.created(URI.create("/api/v1/rules/" + draft.id()))
                .body(draft(newRules.read(draft.id()), language));
    }

    /** A draft again, on the data of now. */
    @GetMapping("/{id}")
    JsonNode draft(@PathVariable String id, Language language) {
        return draft(newRules.read(id), language);
    }

    @PostMapping("/{id}/confirm")
    JsonNode confirm(@PathVariable String id, Person person) {
        ObjectNode json = JSON.objectNode();
        ArrayNode rules = json.putArray("rules");
        newRules.confirm(id, "", person).forEach(rule -> rules.add(rule(rule, RuleUses.Use.NONE)));
        return json;
    }

    @PostMapping("/{id}/retire")
    JsonNode retire(@PathVariable String id, @RequestBody Reason reason, Person person) {
        if (reason.reason() == null || reason.reason().isBlank()) {
            throw Refusal.badInput("EXPLANATION_MISSING");
        }
        String company = company(reason.company());
        book.retire(company, id, reason.reason().strip(), person);
        return rule(book.getRule(company, id), uses.ofCompany(company).getOrDefault(id, RuleUses.Use.NONE));
    }

    private String company(@Nullable String named) {
        return named == null ? companies.current() : named;
    }

    private static ObjectNode rule(StandingRule rule, RuleUses.Use use) {
        ObjectNode json = JSON.objectNode();
        json.put("id", rule.id());
        json.put("sentence", rule.sentence());
        json.set("statement", UnderstandingJson.tree(rule.statement()));
        json.put("active", rule.isActive());
        json.put("since", rule.since().toString());
        json.put("by", rule.by());
        json.put("until", rule.until() == null ? null : rule.until().toString());
        json.put("retiredBy", rule.retiredBy());
        json.put("reason", rule.reason());
        strings(json.putArray("replaces"), rule.replaces());
        json.putObject("counted")
                .put("questions", use.questions())
                .put("broken", use.broken())
                .put("deciding", use.deciding());
        return json;
    }

    private ObjectNode draft(RuleReading reading, Language language) {
        Words words = Words.in(language);
        ObjectNode json = JSON.objectNode();
        json.put("id", reading.draft().id());
        json.put("sentence", reading.draft().sentence());
        json.put("confirmable", reading.isConfirmable());
        ArrayNode statements = json.putArray("statements");
        for (RuleReading.Item item : reading.items()) {
            ObjectNode one = statements.addObject();
            one.set("statement", UnderstandingJson.tree(item.statement()));
            one.put(
                    "problem",
                    item.problem() == null
                            ? null
                            : words.say(
                                    item.problem().key(),
                                    item.problem().arguments().toArray()));
        }
        ArrayNode questions = json.putArray("questions");
        for (Question question : reading.questions()) {
            ObjectNode one = questions.addObject();
            one.put("code", question.code().name());
            one.put(
                    "words",
                    language.choose(question.words().zh(), question.words().en()));
            ArrayNode choices = one.putArray("choices");
            question.choices()
                    .forEach(c -> choices.addObject()
                            .put("value", c.value())
                            .put(
                                    "words",
                                    language.choose(c.words().zh(), c.words().en())));
        }
        strings(
                json.putArray("replaces"),
                reading.replaced().stream().map(StandingRule::id).toList());
        ArrayNode clashes = json.putArray("contradicts");
        for (RuleReading.Clash clash : reading.clashes()) {
            clashes.addObject()
                    .put("rule", clash.rule().id())
                    .put("sentence", clash.rule().sentence())
                    .put("hard", clash.isHard());
        }
        if (reading.isConfirmable()) {
            ArrayNode touched = json.putArray("touches");
            for (RuleReading.Touched one : newRules.touched(reading)) {
                ObjectNode node = touched.addObject().put("scenario", one.inquiry());
                addBreaches(node, one.breaches());
            }
        }
        return json;
    }

    /** Letters of the plans that break it, and each place; null where nobody looked. */
    private static void addBreaches(ObjectNode node, @Nullable List<Breach> breaches) {
        if (breaches == null) {
            node.putNull("breaking").putNull("breaches");
            return;
        }
        strings(
                node.putArray("breaking"),
                breaches.stream().map(b -> b.plan().letter()).distinct().toList());
        ArrayNode places = node.putArray("breaches");
        for (Breach breach : breaches) {
            for (Violation violation : breach.violations()) {
                places.addObject()
                        .put("plan", breach.plan().letter())
                        .put("where", violation.where())
                        .put(
                                "from",
                                violation.from() == null
                                        ? null
                                        : violation.from().toString())
                        .put(
                                "to",
                                violation.to() == null ? null : violation.to().toString())
                        .put("limit", violation.limit())
                        .put("actual", violation.actual())
                        .put("unit", violation.unit());
            }
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
