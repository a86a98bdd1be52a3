package io.sandtable.web.ripple;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.ripple.Touched;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.simulation.ripple.Overhauls.Overhaul;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a change touches besides orders, sorted by what a planner asks for, each thing in a line. */
public final class RippleGroups {
    private final RippleAnswer answer;
    private final RippleWords said;
    private final Words words;
    private final Figures figures;
    private final CustomersHurt customers;

    public RippleGroups(RippleAnswer answer, Language language) {
        this.answer = answer;
        said = new RippleWords(answer.understood().snapshot(), language);
        words = Words.in(language);
        figures = new Figures(language);
        customers = new CustomersHurt(answer);
    }

    /**
     * Things that answer one question.
     *
     * @param key of its title in the bundles
     */
    public record Group(String key, String title, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** A thing and what there is to say of it. */
    public record Line(Touched thing, String text) {}

    /** How many things hang on it, whom it hurts by how much, and from when. */
    public String summary() {
        List<OrderHit> hurt = answer.consequences().hurt();
        long reached = answer.consequences().orders().stream()
                .filter(hit -> hit.first() != null)
                .count();
        Optional<LocalDate> first = answer.consequences().orders().stream()
                .flatMap(hit -> Stream.ofNullable(hit.first()))
                .min(LocalDate::compareTo);
        String orders = hurt.isEmpty()
                ? words.say("ripple.summary.calm", answer.touched().size(), reached)
                : words.say(
                        "ripple.summary",
                        answer.touched().size(),
                        hurt.size(),
                        figures.shortMoney(answer.consequences().valueHurt()),
                        first.map(figures::date).orElse(Figures.MISSING));
        return words.say("ripple.summary.money", orders, figures.moneyDifference(answer.difference()));
    }

    /** Those that hold something, in a fixed order. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        add(groups, "customers", is(NodeType.CUSTOMER));
        add(groups, "substitutes", RippleGroups::isSubstitute);
        add(groups, "maintenance", is(NodeType.WORK_ORDER));
        add(groups, "covering", is(NodeType.STOCK_LOT).or(is(NodeType.PURCHASE_ORDER)));
        add(groups, "materials", is(NodeType.MATERIAL).and(thing -> !isSubstitute(thing)));
        add(groups, "processes", is(NodeType.PROCESS));
        add(groups, "equipment", is(NodeType.EQUIPMENT));
        add(groups, "energy", is(NodeType.ENERGY));
        add(groups, "policies", is(NodeType.POLICY));
        add(groups, "suppliers", is(NodeType.SUPPLIER));
        return groups;
    }

    private void add(List<Group> groups, String key, Predicate<Touched> belongs) {
        List<Line> lines = answer.touched().stream()
                .filter(belongs)
                .map(thing -> new Line(thing, text(thing)))
                .toList();
        if (!lines.isEmpty()) {
            groups.add(new Group(key, words.say("ripple.group." + key), lines));
        }
    }

    private static Predicate<Touched> is(NodeType type) {
        return thing -> thing.node().type() == type;
    }

    private static boolean isSubstitute(Touched thing) {
        return thing.last().relation().type() == RelationType.SUBSTITUTES;
    }

    private String text(Touched thing) {
        Node node = thing.node();
        return switch (node.type()) {
            case CUSTOMER ->
                customers
                        .find(node)
                        .map(value -> words.say("ripple.line.customer", said.name(node), figures.shortMoney(value)))
                        .orElseGet(() -> dated(node));
            case WORK_ORDER -> answer.overhaul(node).map(o -> overhaul(node, o)).orElseGet(() -> dated(node));
            case STOCK_LOT -> words.say("ripple.line.stock", said.name(node), quantity(node));
            case PURCHASE_ORDER ->
                words.say(
                        "ripple.line.purchase",
                        said.name(node),
                        quantity(node),
                        figures.date(node.findDate(Attributes.DUE_DATE).orElse(null)));
            default -> isSubstitute(thing) ? substitute(thing) : dated(node);
        };
    }

    private String overhaul(Node node, Overhaul overhaul) {
        return !overhaul.moves()
                ? words.say(
                        overhaul.covered() ? "ripple.line.overhaul.stays" : "ripple.line.overhaul.intime",
                        said.name(node),
                        figures.date(overhaul.due()))
                : words.say(
                        overhaul.movesTo() == null ? "ripple.line.overhaul.stuck" : "ripple.line.overhaul",
                        said.name(node),
                        figures.date(overhaul.due()),
                        figures.date(overhaul.movesTo()));
    }

    private String substitute(Touched thing) {
        Relation relation = thing.last().relation();
        return words.say(
                relation.flag(Attributes.APPROVED) ? "ripple.line.substitute.approved" : "ripple.line.substitute",
                said.name(thing.node()),
                said.name(relation.to()),
                relation.findText(Attributes.CONDITION)
                        .map(condition -> words.say("ripple.condition", condition))
                        .orElse(""));
    }

    private String dated(Node node) {
        return answer.dates()
                .find(node)
                .map(day -> words.say("ripple.line.dated", said.name(node), figures.date(day)))
                .orElseGet(() -> said.name(node));
    }

    private String quantity(Node node) {
        double quantity = node.numberOr(Attributes.QUANTITY, 0);
        return figures.fixed(quantity, quantity == Math.rint(quantity) ? 0 : 1);
    }
}
