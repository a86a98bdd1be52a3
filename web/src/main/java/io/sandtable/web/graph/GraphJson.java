package io.sandtable.web.graph;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.store.AsOf;
import io.sandtable.store.GraphHistory.Replaced;
import io.sandtable.store.Revision;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** States of the graph as a program reads them: the same members from the command line and over REST. */
public final class GraphJson {
    /** So many of the last revisions are listed. */
    private static final int LISTED = 100;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GraphJson() {}

    /** How much of what there is, and the revisions that led to it. */
    public static ObjectNode of(GraphState state) {
        ObjectNode json = head(state);
        ObjectNode nodes = json.putObject("nodes");
        for (NodeType type : NodeType.values()) {
            int count = state.stored().nodes(type).size();
            if (count > 0) {
                nodes.put(type.label(), count);
            }
        }
        ObjectNode relations = json.putObject("relations");
        for (RelationType type : RelationType.values()) {
            int count = state.stored().relationCount(type);
            if (count > 0) {
                relations.put(type.name(), count);
            }
        }
        ObjectNode facts = json.putObject("factsByOrigin");
        Map<Origin, Integer> byOrigin = state.stored().factsByOrigin();
        byOrigin.forEach((origin, count) -> facts.put(origin.code(), count));
        ArrayNode revisions = json.putArray("revisions");
        state.revisions().stream().limit(LISTED).forEach(r -> revisions.add(revision(r)));
        return json;
    }

    /** A thing with its values, its relations and what was said of them before. */
    public static ObjectNode of(ThingState thing) {
        ObjectNode json = head(thing.state());
        Node node = thing.node();
        json.put("id", node.id()).put("type", node.type().label());
        stated(json, node);
        ArrayNode relations = json.putArray("relations");
        for (Relation relation : thing.relations()) {
            ObjectNode one = relations
                    .addObject()
                    .put("type", relation.type().name())
                    .put("from", relation.from().id())
                    .put("to", relation.to().id())
                    .put("variant", relation.variant());
            stated(one, relation);
        }
        ArrayNode history = json.putArray("history");
        thing.history().forEach(replaced -> history.add(replaced(replaced)));
        return json;
    }

    private static ObjectNode head(GraphState state) {
        AsOf asOf = state.asOf();
        ObjectNode json = JSON.objectNode();
        json.put("company", state.company()).put("revision", state.revision());
        json.put("knownBefore", asOf.knownAt() == null ? null : asOf.knownAt().toString());
        json.put("validOn", asOf.validOn() == null ? null : asOf.validOn().toString());
        json.put("hash", state.stored().hash());
        return json;
    }

    private static ObjectNode revision(Revision r) {
        return JSON.objectNode()
                .put("number", r.number())
                .put("at", r.at().toString())
                .put("added", r.added())
                .put("changed", r.changed())
                .put("removed", r.removed())
                .put("begins", r.begins());
    }

    private static void stated(ObjectNode json, Thing thing) {
        json.set("evidence", source(thing.source()));
        ArrayNode values = json.putArray("values");
        thing.values().forEach((name, value) -> {
            Attribute attribute = Attributes.named(name);
            ObjectNode one = value(attribute, value);
            one.set("evidence", source(thing.source(attribute)));
            values.add(one);
        });
    }

    private static ObjectNode value(Attribute attribute, Object value) {
        ObjectNode one = JSON.objectNode().put("name", attribute.name());
        switch (value) {
            case Double number -> one.put("value", number);
            case Boolean flag -> one.put("value", flag);
            default -> one.put("value", value.toString());
        }
        return attribute.unit().isEmpty() ? one : one.put("unit", attribute.unit());
    }

    private static ObjectNode source(Thing.Ref ref) {
        return JSON.objectNode()
                .put("id", ref.evidence().id())
                .put("origin", ref.evidence().origin().code())
                .put("source", ref.evidence().source())
                .put("row", ref.row())
                .put("asOf", ref.evidence().asOf().toString())
                .put("by", ref.evidence().by());
    }

    private static ObjectNode replaced(Replaced replaced) {
        ObjectNode json = JSON.objectNode();
        json.put("replacedBy", replaced.by().number())
                .put("at", replaced.by().at().toString());
        replaced.relation()
                .ifPresent(r -> json.putObject("relation")
                        .put("type", r.type().name())
                        .put("from", r.from())
                        .put("to", r.to())
                        .put("variant", r.variant()));
        ArrayNode before = json.putArray("before");
        for (Fact fact : replaced.before()) {
            ObjectNode stated = before.addObject();
            stated.set("evidence", source(new Thing.Ref(fact.evidence(), fact.row())));
            ArrayNode values = stated.putArray("values");
            fact.values().forEach((name, value) -> values.add(value(Attributes.named(name), value)));
        }
        return json;
    }
}
