package io.sandtable.web.trace;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Movement;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.Language;
import io.sandtable.web.ripple.RippleWords;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A trace for programs, from the command line and REST alike; null is what nobody noted. */
public final class TraceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TraceAnswer answer;
    private final TraceWords words;

    private TraceJson(TraceAnswer answer, Language language) {
        this.answer = answer;
        words = new TraceWords(answer.business().snapshot(), language);
    }

    /** The whole of it, names in the language. */
    public static ObjectNode of(TraceAnswer answer, List<PlannedFor> planned, Language language) {
        return new TraceJson(answer, language).tree(planned);
    }

    private ObjectNode tree(List<PlannedFor> planned) {
        ObjectNode json = JSON.objectNode();
        json.put("asked", answer.asked());
        json.put("asOf", answer.business().card().asOf().toString());
        json.putObject("snapshot").put("hash", answer.business().snapshot().hash());
        things(json.putArray("starts"), answer.starts());
        answer.traces()
                .forEach(trace -> trace(json.putObject(trace.direction().name().toLowerCase(Locale.ROOT)), trace));
        if (answer.asks(Direction.FORWARD)) {
            ObjectNode affected = json.putObject("affected");
            things(affected.putArray("lots"), answer.reached(Direction.FORWARD, NodeType.STOCK_LOT));
            things(affected.putArray("deliveredOrders"), answer.orders(true));
            things(affected.putArray("openOrders"), answer.orders(false));
            things(affected.putArray("customers"), answer.reached(Direction.FORWARD, NodeType.CUSTOMER));
            ArrayNode uses = json.putArray("plannedFor");
            planned.forEach(one -> uses.add(planned(one)));
        }
        return json;
    }

    private void trace(ObjectNode json, Trace trace) {
        ArrayNode movements = json.putArray("movements");
        trace.movements().forEach(movement -> movements.add(movement(trace.direction(), movement)));
        things(json.putArray("looseEnds"), trace.looseEnds());
    }

    private ObjectNode movement(Direction direction, Movement movement) {
        var hop = movement.hop();
        ObjectNode json = JSON.objectNode();
        json.put("distance", movement.distance());
        json.put("from", hop.from().id());
        json.put("relation", hop.relation().type().name());
        json.put("way", words.way(direction, movement));
        json.set("to", thing(hop.to()));
        json.put("ofGoods", movement.isOfGoods());
        quantity(json, movement.quantity());
        json.put("unit", movement.isOfGoods() ? movement.unit().orElse(null) : null);
        json.put("day", movement.day().map(Object::toString).orElse(null));
        json.put("evidence", RippleWords.evidence(hop.relation()));
        return json;
    }

    private ObjectNode planned(PlannedFor planned) {
        ObjectNode json = JSON.objectNode();
        json.put("lot", planned.lot().id());
        json.set("order", thing(planned.order()));
        json.put("customer", planned.customer().map(Node::id).orElse(null));
        quantity(json, planned.quantity());
        json.put("due", planned.due().map(Object::toString).orElse(null));
        return json;
    }

    private void things(ArrayNode array, List<Node> nodes) {
        nodes.forEach(node -> array.add(thing(node)));
    }

    private ObjectNode thing(Node node) {
        ObjectNode json = JSON.objectNode();
        json.put("id", node.id());
        json.put("type", node.type().label());
        json.put("name", words.name(node));
        if (node.type() == NodeType.STOCK_LOT) {
            json.put("material", Movement.material(node).map(Node::id).orElse(null));
            json.put("supplierLot", node.findText(Attributes.SUPPLIER_LOT).orElse(null));
            OptionalDouble stock = node.findNumber(Attributes.QUANTITY);
            json.put("inStock", stock.isPresent() ? stock.getAsDouble() : null);
        }
        if (node.type() == NodeType.ORDER) {
            json.put("status", node.findText(Attributes.STATUS).orElse(null));
        }
        return json;
    }

    private static void quantity(ObjectNode json, OptionalDouble quantity) {
        json.put("quantity", quantity.isPresent() ? quantity.getAsDouble() : null);
    }
}
