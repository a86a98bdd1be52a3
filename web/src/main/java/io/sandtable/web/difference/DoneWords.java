package io.sandtable.web.difference;

import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.simulation.difference.OperationChange;
import io.sandtable.simulation.difference.OperationChange.Kind;
import io.sandtable.simulation.difference.OperationChange.Run;
import io.sandtable.simulation.difference.OrderChange;
import io.sandtable.simulation.difference.OrderChange.Delivered;
import io.sandtable.simulation.difference.ResourceChange;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.plandetail.Names;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what two plans do differently. */
final class DoneWords {
    private static final int ORDERS_SHOWN = 10;
    private static final int STEPS_SHOWN = 2;

    private final Pair pair;
    private final Words words;
    private final Figures figures;
    private final Names names;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, Demand> orders = new HashMap<>();

    DoneWords(Pair pair, Words words) {
        this.pair = pair;
        this.words = words;
        this.figures = new Figures(words.language());
        PlanningProblem problem = pair.of().answer().problem();
        this.names = new Names(pair.of().answer().snapshot(), problem, words.language());
        problem.items().forEach(i -> units.put(i.id(), i.unit()));
        // what only the other question has on order counts too
        pair.against().answer().problem().demands().forEach(d -> orders.put(d.id(), d));
        problem.demands().forEach(d -> orders.put(d.id(), d));
    }

    DoneView view(DoneDifferently done, boolean allOrders) {
        int shown = allOrders ? done.orders().size() : ORDERS_SHOWN;
        return new DoneView(
                done.resources().stream().map(this::resource).toList(),
                done.orders().stream().limit(shown).map(this::order).toList(),
                done.orders().size(),
                done.orders().size() > shown
                        ? new DifferenceWords(pair, words).address(pair.figure(), pair.of(), pair.against(), null)
                                + "&orders=all#orders"
                        : null);
    }

    private DoneView.Resource resource(ResourceChange c) {
        return new DoneView.Resource(
                words.say("difference.kind." + c.kind()),
                name(c),
                c.about().isEmpty() ? "" : names.of(c.about(), c.about()),
                quantity(c.of()),
                quantity(c.against()),
                unit(c),
                difference(c.of() - c.against()));
    }

    private String difference(double more) {
        return more == Math.rint(more) ? figures.countDifference((long) more) : figures.quantityDifference(more);
    }

    private String name(ResourceChange c) {
        return switch (c.kind()) {
            case MACHINE -> names.machine(c.index());
            case TOOL -> names.tool(c.index());
            case INVESTMENT, SUBCONTRACT, PURCHASE, TRANSFER -> names.of(c.id(), c.id());
        };
    }

    private String unit(ResourceChange c) {
        return switch (c.kind()) {
            case MACHINE, TOOL -> words.say("detail.unit.hours");
            case PURCHASE, TRANSFER -> units.getOrDefault(c.about(), "");
            case INVESTMENT, SUBCONTRACT -> "";
        };
    }

    private String quantity(double value) {
        return figures.fixed(value, value == Math.rint(value) ? 0 : 1);
    }

    private DoneView.Order order(OrderChange c) {
        Demand demand = Objects.requireNonNull(orders.get(c.order()));
        return new DoneView.Order(
                demand.number(),
                names.customer(demand) + " · " + names.item(demand.item()),
                delivered(c.of()),
                delivered(c.against()),
                difference(c),
                counts(c),
                c.operations().stream()
                        .filter(o -> o.kind() == Kind.OUTSIDE || o.kind() == Kind.MACHINE)
                        .limit(STEPS_SHOWN)
                        .map(this::step)
                        .toList());
    }

    /** How many operations are different, and in which way. */
    private String counts(OrderChange c) {
        var kinds = new EnumMap<Kind, Integer>(Kind.class);
        c.operations().forEach(o -> kinds.merge(o.kind(), 1, Integer::sum));
        Stream<String> moved = c.moved() == 0 ? Stream.of() : Stream.of(words.say("difference.moved", c.moved()));
        return Stream.concat(
                        kinds.entrySet().stream().map(k -> words.say("difference.steps." + k.getKey(), k.getValue())),
                        moved)
                .collect(Collectors.joining(words.say("difference.and")));
    }

    private String delivered(Delivered d) {
        return d.lastMinute() < 0
                ? words.say("difference.never")
                : words.say("difference.delivered", figures.date(day(d)), quantity(d.quantity()));
    }

    private LocalDate day(Delivered d) {
        // midnight still belongs to the day that ends, as in the ledger
        return pair.of().answer().problem().day(Math.max(0, d.lastMinute() - 1));
    }

    private String difference(OrderChange c) {
        if (c.of().lastMinute() < 0 || c.against().lastMinute() < 0) {
            return "";
        }
        int days = Math.toIntExact(day(c.of()).toEpochDay() - day(c.against()).toEpochDay());
        return days == 0 ? "" : figures.dayDifference(days);
    }

    private String step(OperationChange c) {
        return words.say("difference.elsewhere", what(c), run(c.of()), run(c.against()));
    }

    /** Many companies' operations name what they make. */
    private String what(OperationChange c) {
        String operation = names.of(c.process(), c.process());
        String item = names.of(c.item(), c.item());
        return operation.contains(item) ? operation : operation + " · " + item;
    }

    private String run(@Nullable Run run) {
        return run == null
                ? ""
                : words.say(
                        "difference.run",
                        run.machine() >= 0 ? names.machine(run.machine()) : names.of(run.supplier(), run.supplier()),
                        quantity(run.quantity()),
                        figures.day(pair.of().answer().problem().day(run.start())));
    }
}
