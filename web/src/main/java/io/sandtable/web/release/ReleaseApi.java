package io.sandtable.web.release;

import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/decisions/NUMBER/release}: the same as the page, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/decisions/{number}/release")
class ReleaseApi {
    private final Releases releases;
    private final Decisions decisions;
    private final Deliveries deliveries;

    ReleaseApi(Releases releases, Decisions decisions, Deliveries deliveries) {
        this.releases = releases;
        this.decisions = decisions;
        this.deliveries = deliveries;
    }

    /** What somebody says to an act. */
    record Said(@Nullable String note) {}

    @GetMapping
    JsonNode get(@PathVariable String number) {
        return whole(decisions.getDecision(number));
    }

    @PostMapping
    JsonNode release(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(releases.release(number, text(said), person));
    }

    @PostMapping("/recall")
    JsonNode recall(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(releases.recall(number, text(said), person));
    }

    @PostMapping("/send")
    JsonNode send(@PathVariable String number, @RequestBody(required = false) @Nullable Said said, Person person) {
        return whole(releases.sendAgain(number, text(said), person));
    }

    private static String text(@Nullable Said said) {
        return said == null || said.note() == null ? "" : said.note();
    }

    private JsonNode whole(KeptDecision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision", decision.number());
        json.put("state", decision.state().code());
        decisions.findRelease(decision.number()).ifPresent(release -> {
            json.put("releasedBy", release.by());
            json.put("releasedAt", release.at().toString());
            json.put("leavesAt", release.release().leavesAt().toString());
            json.put("files", release.release().files());
            json.put("key", Webhook.key(release));
        });
        Orders orders = releases.orders(decision.number());
        json.put("purchases", orders.sum().major());
        ArrayNode tables = json.putArray("tables");
        for (OrderTable table : releases.tables(orders)) {
            tables.addObject()
                    .put("name", table.name())
                    .put("rows", table.rows().size());
        }
        deliveries.find(decision.number()).ifPresent(delivery -> {
            ObjectNode webhook = json.putObject("webhook");
            webhook.put("attempts", delivery.attempts());
            webhook.put("outcome", delivery.outcome());
            webhook.put(
                    "nextAt",
                    delivery.nextAt() == null ? null : delivery.nextAt().toString());
        });
        return json;
    }
}
