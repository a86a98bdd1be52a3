package io.sandtable.simulation.scenario;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.EnergySource;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From what to what an input moves under a change: of the things that the change reaches, and of no others.
 *
 * @param count how many of them
 * @param from before, {@code to} after: the sum of quantities, the mean of everything else
 * @param unit of a quantity that all of them share, else empty
 */
public record InputShift(Input input, int count, double from, double to, String unit) {
    private static final double MINUTES = PlanningProblem.DAY;

    /** What is moved. */
    public enum Input {
        /** Units on order, in sum. */
        ORDERED,
        /** CNY per unit sold, the mean of the orders. */
        SELLING_PRICE,
        /** CNY per unit without VAT and duty, the mean of the offers. */
        PURCHASE_PRICE,
        /** Percent, the mean of the offers. */
        DUTY,
        /** Calendar days, the mean of the offers. */
        LEAD_TIME,
        /** Units a week, the mean of the offers. */
        SUPPLY_CAPACITY,
        /** CNY per unit, the mean of the week's hours. */
        ENERGY_PRICE
    }

    /** What is another number in the second problem than in the first, which is of the same snapshot and day. */
    public static List<InputShift> between(PlanningProblem before, PlanningProblem after) {
        var shifts = new ArrayList<InputShift>();
        addOrdered(before, after, shifts);
        Map<String, Demand> demands = byId(after.demands(), Demand::id);
        add(Input.SELLING_PRICE, before.demands(), d -> demands.get(d.id()), Demand::price, shifts);
        Function<Offer, Offer> offer = o -> after.offers().get(o.index());
        add(Input.PURCHASE_PRICE, before.offers(), offer, Offer::price, shifts);
        add(Input.DUTY, before.offers(), offer, Offer::dutyPercent, shifts);
        add(Input.LEAD_TIME, before.offers(), offer, o -> o.leadTimeMinutes() / MINUTES, shifts);
        add(Input.SUPPLY_CAPACITY, before.offers(), offer, Offer::capacityPerWeek, shifts);
        add(Input.ENERGY_PRICE, before.energies(), e -> after.energies().get(e.index()), InputShift::price, shifts);
        return shifts;
    }

    /** Orders that are for more or less, that are gone, and that are new. */
    private static void addOrdered(PlanningProblem before, PlanningProblem after, List<InputShift> shifts) {
        Map<String, Demand> were = byId(before.demands(), Demand::id);
        Map<String, Demand> are = byId(after.demands(), Demand::id);
        List<Demand> moved = new ArrayList<>();
        double from = 0;
        double to = 0;
        for (Demand demand : before.demands()) {
            Demand now = are.get(demand.id());
            double quantity = now == null ? 0 : now.quantity();
            if (quantity != demand.quantity()) {
                moved.add(demand);
                from += demand.quantity();
                to += quantity;
            }
        }
        for (Demand demand : after.demands()) {
            if (!were.containsKey(demand.id())) {
                moved.add(demand);
                to += demand.quantity();
            }
        }
        if (!moved.isEmpty()) {
            List<String> units = moved.stream()
                    .map(d -> before.items().get(d.item()).unit())
                    .distinct()
                    .toList();
            shifts.add(
                    new InputShift(Input.ORDERED, moved.size(), from, to, units.size() == 1 ? units.getFirst() : ""));
        }
    }

    private static <T> void add(
            Input input,
            List<T> things,
            Function<T, @Nullable T> now,
            ToDoubleFunction<T> value,
            List<InputShift> shifts) {
        int count = 0;
        double from = 0;
        double to = 0;
        for (T thing : things) {
            T after = now.apply(thing);
            if (after != null && value.applyAsDouble(after) != value.applyAsDouble(thing)) {
                count++;
                from += value.applyAsDouble(thing);
                to += value.applyAsDouble(after);
            }
        }
        if (count > 0) {
            shifts.add(new InputShift(input, count, from / count, to / count, ""));
        }
    }

    private static double price(EnergySource energy) {
        return energy.priceByHourOfWeek().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
