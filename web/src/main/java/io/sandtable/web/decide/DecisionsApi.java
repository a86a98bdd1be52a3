package io.sandtable.web.decide;

import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/decisions}: the same as the pages, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/decisions")
class DecisionsApi {
    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Decisions decisions;
    private final DecisionTrails trails;
    private final Answers answers;
    private final Companies companies;

    DecisionsApi(Decisions decisions, DecisionTrails trails, Answers answers, Companies companies) {
        this.decisions = decisions;
        this.trails = trails;
        this.answers = answers;
        this.companies = companies;
    }

    /**
     * A plan to propose.
     *
     * @param scenario id of the question; may be left out where the plan is named by its id
     * @param plan its letter or its id (PLN-…)
     * @param reason required where it breaks a must rule
     */
    record Proposed(
            @Nullable String scenario,
            @Nullable String plan,
            @Nullable String note,
            @Nullable String reason) {}

    /** What somebody says to an act. */
    record Said(@Nullable String note) {}

    @PostMapping
    ResponseEntity<JsonNode> propose(@RequestBody Proposed proposed, Person person) {
        if (proposed.plan() == null
                || (proposed.scenario() == null && !proposed.plan().startsWith("PLN-"))) {
            throw Refusal.badInput("BAD_INPUT");
        }
        String scenario = proposed.scenario() != null
                ? proposed.scenario()
                : answers.getPlan(proposed.plan(), null).inquiryId();
        KeptDecision decision =
                decisions.propose(scenario, proposed.plan(), text(proposed.reason()), text(proposed.note()), person);
        return ResponseEntity.created(URI.create("/api/v1/decisions/" + decision.number()))
                .body(whole(decision.number()));
    }

    /** The newest first. */
    @GetMapping
    Map<String, List<JsonNode>> list(
            @RequestParam(required = false) @Nullable DecisionState state,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(required = false) @Nullable String company) {
        String of = company == null ? companies.current() : company;
        return Map.of(
                "decisions",
                decisions.listDecisions(of, state, Math.max(0, from), MOST).stream()
                        .map(d -> (JsonNode) summary(d))
                        .toList());
    }

    @GetMapping("/{number}")
    JsonNode get(@PathVariable String number) {
        return whole(number);
    }

    @PostMapping("/{number}/approve")
    JsonNode approve(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(decisions.approve(number, text(said), person).number());
    }

    @PostMapping("/{number}/return")
    JsonNode returnIt(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(decisions.returnIt(number, text(said), person).number());
    }

    @PostMapping("/{number}/withdraw")
    JsonNode withdraw(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(decisions.withdraw(number, text(said), person).number());
    }

    private static String text(@Nullable Said said) {
        return said == null ? "" : text(said.note());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ObjectNode summary(KeptDecision d) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", d.number());
        json.put("state", d.state().code());
        json.put("company", d.company());
        json.put("scenario", d.inquiry());
        json.put("question", d.question());
        ObjectNode plan = json.putObject("plan");
        plan.put("letter", d.planLetter());
        plan.putObject("name").put("zh", d.planZh()).put("en", d.planEn());
        plan.put("compliant", d.compliant());
        json.put("proposer", d.proposer());
        json.put("proposedAt", d.proposedAt().toString());
        json.put("decidedBy", d.decidedBy());
        json.put("decidedAt", d.decidedAt() == null ? null : d.decidedAt().toString());
        return json;
    }

    /** The record as it is in the log, and every event after it. */
    private JsonNode whole(String number) {
        RecordedDecision decision = trails.read(number);
        ObjectNode json = summary(decision.kept());
        json.put("index", decision.kept().index());
        json.put("recordHash", decision.recordHash());
        json.put("checkpoint", decision.checkpoint());
        ArrayNode events = json.putArray("events");
        decision.events().forEach(e -> events.add(JSON.readTree(e.canonical())));
        json.set("record", decision.record());
        return json;
    }
}
