package io.sandtable.web.trace;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Movement;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.RippleWords;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a trace says, in words. */
public final class TraceWords {
    private final Language language;
    private final Words words;
    private final Figures figures;
    private final RippleWords said;

    public TraceWords(BusinessSnapshot snapshot, Language language) {
        this.language = language;
        words = Words.in(language);
        figures = new Figures(language);
        said = new RippleWords(snapshot, language);
    }

    /** What a thing is called. */
    public String name(Node node) {
        return said.name(node);
    }

    /** What it is: its type, its material, what of it is left, whether it is delivered. */
    public String about(Node node) {
        String what = Movement.material(node)
                .map(material -> words.say("trace.about.of", said.type(node), said.name(material)))
                .orElseGet(() -> said.type(node));
        return switch (node.type()) {
            case STOCK_LOT ->
                words.say("trace.about.lot", what, quantity(node.findNumber(Attributes.QUANTITY), unitOf(node)));
            case ORDER ->
                words.say(TraceAnswer.isClosed(node) ? "trace.about.order.closed" : "trace.about.order.open", what);
            default -> what;
        };
    }

    /** How one comes from one to the other: came from, went into, was shipped for. */
    public String way(Direction direction, Movement movement) {
        return words.say(
                "trace.way." + direction + "." + movement.hop().relation().type());
    }

    /** The quantity that passed; that it is unknown; nothing where no goods pass. */
    public String quantity(Movement movement) {
        return movement.isOfGoods()
                ? quantity(movement.quantity(), movement.unit().orElse(""))
                : "";
    }

    /** The quantity that the plan takes, or that it is unknown. */
    public String quantity(PlannedFor planned) {
        return quantity(planned.quantity(), unitOf(planned.lot()));
    }

    private String quantity(OptionalDouble quantity, String unit) {
        if (quantity.isEmpty()) {
            return words.say("trace.unknown");
        }
        double number = quantity.getAsDouble();
        String figure = figures.fixed(number, number == Math.rint(number) ? 0 : 2);
        return unit.isEmpty() ? figure : figure + " " + unit;
    }

    private static String unitOf(Node lot) {
        return Movement.material(lot)
                .flatMap(material -> material.findText(Attributes.UNIT))
                .orElse("");
    }

    /** The day on which it passed; that it is unknown. */
    public String day(Movement movement) {
        return movement.day()
                .map(figures::date)
                .orElseGet(() -> movement.isOfGoods() ? words.say("trace.unknown") : "");
    }

    /** When an order is due. */
    public String due(PlannedFor planned) {
        return planned.due().map(figures::date).orElse(Figures.MISSING);
    }

    /** What it comes to: lots, orders and customers forward, purchases and suppliers back. */
    public String summary(TraceAnswer answer, Direction direction) {
        return switch (direction) {
            case BACK ->
                words.say(
                        "trace.summary.back",
                        answer.reached(direction, NodeType.STOCK_LOT).size(),
                        answer.reached(direction, NodeType.PURCHASE_ORDER).size(),
                        names(answer.reached(direction, NodeType.SUPPLIER)));
            case FORWARD ->
                words.say(
                        "trace.summary.forward",
                        answer.reached(direction, NodeType.STOCK_LOT).size(),
                        answer.inStock().size(),
                        answer.orders(true).size(),
                        answer.orders(false).size(),
                        names(answer.reached(direction, NodeType.CUSTOMER)));
        };
    }

    /** That the records end at these though goods cannot; empty where they end at none. */
    public String looseEnds(Direction direction, List<Node> ends) {
        return ends.isEmpty() ? "" : words.say("trace.loose." + direction, ends.size(), names(ends));
    }

    /** All of them by name, or that there is none. */
    public String names(List<Node> nodes) {
        return nodes.isEmpty()
                ? words.say("trace.none")
                : nodes.stream().map(said::name).collect(Collectors.joining(language.choose("、", ", ")));
    }
}
