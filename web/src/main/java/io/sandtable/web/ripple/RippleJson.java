package io.sandtable.web.ripple;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.ripple.Hop;
import io.sandtable.model.ripple.Touched;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.web.Language;
import io.sandtable.web.ask.KpiJson;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A ripple as the contract writes it, for the command line and REST alike. */
public final class RippleJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RippleAnswer answer;
    private final RippleWords words;
    private final CustomersHurt customers;

    private RippleJson(RippleAnswer answer, Language language) {
        this.answer = answer;
        this.words = new RippleWords(answer.understood().snapshot(), language);
        this.customers = new CustomersHurt(answer);
    }

    /** The whole of it, worded in the language. */
    public static ObjectNode of(RippleAnswer answer, List<PricedResponse> responses, Language language) {
        return new RippleJson(answer, language).tree(responses);
    }

    private ObjectNode tree(List<PricedResponse> responses) {
        ObjectNode json = JSON.objectNode();
        json.put("question", answer.understood().question().text());
        json.put("asOf", answer.understood().asOf().toString());
        json.put("from", answer.changed().stream().map(Node::id).collect(Collectors.joining(",")));
        json.put("change", words.change(answer.understood()));
        json.putObject("snapshot").put("hash", answer.understood().snapshot().hash());
        List<OrderHit> hurt = answer.consequences().hurt();
        ObjectNode sum = json.putObject("hurt").put("orders", hurt.size());
        sum.set("value", KpiJson.money(answer.consequences().valueHurt()));
        put(
                sum,
                "firstDate",
                hurt.stream()
                        .flatMap(hit -> Stream.ofNullable(hit.first()))
                        .min(LocalDate::compareTo)
                        .orElse(null));
        sum.set("marginDifference", KpiJson.money(answer.difference()));
        ArrayNode touched = json.putArray("touched");
        answer.touched().forEach(thing -> touched.add(touched(thing)));
        ArrayNode mitigations = json.putArray("mitigations");
        responses.forEach(priced -> mitigations.add(mitigation(priced)));
        return json;
    }

    private ObjectNode touched(Touched thing) {
        Node node = thing.node();
        ObjectNode json = JSON.objectNode();
        json.put("id", node.id());
        json.put("type", node.type().label());
        json.put("name", words.name(node));
        json.put("hops", thing.hops());
        json.put("handsOn", thing.handsOn());
        ArrayNode path = json.putArray("path");
        path.add(thing.path().getFirst().from().id());
        thing.path().forEach(hop -> path.add(hop.to().id()));
        ArrayNode relations = json.putArray("relations");
        thing.path().forEach(hop -> relations.add(hop.relation().type().name()));
        put(json, "firstDate", answer.dates().find(node).orElse(null));
        ArrayNode evidence = json.putArray("evidence");
        thing.path().stream().map(Hop::relation).map(RippleWords::evidence).forEach(evidence::add);
        switch (node.type()) {
            case ORDER -> answer.consequences().find(node.id()).ifPresent(hit -> order(json, hit));
            case CUSTOMER -> customers.find(node).ifPresent(value -> json.set("value", KpiJson.money(value)));
            case WORK_ORDER -> workOrder(json, node);
            case MATERIAL -> substitute(json, thing.last());
            default -> {
                // name, way and date say all there is
            }
        }
        return json;
    }

    private static void order(ObjectNode json, OrderHit hit) {
        json.set("value", KpiJson.money(hit.value()));
        json.put("due", hit.due().toString());
        put(json, "delivered", hit.before());
        put(json, "deliveredUnderChange", hit.after());
        json.put("hurt", hit.isHurt());
    }

    private void workOrder(ObjectNode json, Node work) {
        answer.overhaul(work).ifPresent(overhaul -> {
            json.put("due", overhaul.due().toString());
            json.put("covered", overhaul.covered());
            put(json, "movesTo", overhaul.movesTo());
        });
    }

    private static void substitute(ObjectNode json, Hop last) {
        Relation relation = last.relation();
        if (relation.type() == RelationType.SUBSTITUTES) {
            json.putObject("substitute")
                    .put("for", last.from().id())
                    .put("ratio", relation.numberOr(Attributes.RATIO, 1))
                    .put("approved", relation.flag(Attributes.APPROVED))
                    .put("condition", relation.findText(Attributes.CONDITION).orElse(null));
        }
    }

    private ObjectNode mitigation(PricedResponse priced) {
        ObjectNode json = JSON.objectNode();
        json.put("kind", priced.response().kind().id());
        json.put("what", words.what(priced.response()));
        json.set("cost", KpiJson.money(priced.cost()));
        json.put("effect", words.effect(priced));
        ArrayNode on = json.putArray("on");
        priced.response().on().forEach(on::add);
        ArrayNode onTime = json.putArray("onTime");
        priced.onTime().forEach(demand -> onTime.add(demand.id()));
        json.putObject("missedOrders").put("doNothing", priced.missedBefore()).put("then", priced.missed());
        json.putObject("lateDays").put("doNothing", priced.lateDaysBefore()).put("then", priced.lateDays());
        json.set(
                "kpis",
                KpiJson.kpis(priced.evaluation().kpis(), answer.doNothing().kpis()));
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable LocalDate day) {
        json.put(name, day == null ? null : day.toString());
    }
}
