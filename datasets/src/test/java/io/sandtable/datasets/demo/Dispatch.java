package io.sandtable.datasets.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The plainest scheduler there is, to see whether the invented order book can be delivered at all: earliest due date first,
 * each step in the first gap of its machine and mould, whole lots, bought items always there. Times are working minutes of the
 * two shifts.
 */
final class Dispatch {
    private static final int RELEASE_DAYS = 45;

    private final Business business;
    private final Map<String, Double> stock;
    private final Map<String, List<Lane>> lanes = new HashMap<>();
    private final Map<String, Double> strokes = new HashMap<>();
    private final List<String> late = new ArrayList<>();

    Dispatch(Business business) {
        this.business = business;
        this.stock = new HashMap<>(business.provision().stock());
    }

    /** Codes of the order lines that are finished after their due date, or whose mould is worn out before. */
    List<String> late(ToDoubleFunction<OrderBook.Line> factor) {
        for (OrderBook.Line line : business.orders().open()) {
            double release = minutes(line.dueDate().minusDays(RELEASE_DAYS));
            double ready = make(line.product().code(), line.quantity() * factor.applyAsDouble(line), release);
            if (ready > minutes(line.dueDate())) {
                late.add(line.code());
            }
        }
        return List.copyOf(late);
    }

    private double make(String item, double quantity, double release) {
        double fromStock = Math.min(stock.getOrDefault(item, 0.0), quantity);
        if (!business.catalogue().item(item).made()) {
            return 0;
        }
        stock.merge(item, -fromStock, Double::sum);
        double remaining = quantity - fromStock;
        if (remaining <= 0) {
            return 0;
        }
        List<Operation> steps = business.catalogue().steps(item);
        var started = new ArrayList<Double>();
        for (Operation step : steps.reversed()) {
            remaining = remaining * 100 / (step.yieldPercent() * wear(step) / 100);
            started.add(remaining);
        }
        Collections.reverse(started);
        double ready = release;
        for (int i = 0; i < steps.size(); i++) {
            for (Operation.Input input : steps.get(i).inputs()) {
                ready = Math.max(ready, make(input.item(), started.get(i) * input.quantity(), release));
            }
            ready = place(steps.get(i), started.get(i), ready);
        }
        return ready;
    }

    private double wear(Operation step) {
        if (step.tool() == null) {
            return 100;
        }
        Plant.Tool tool = business.plant().tool(step.tool());
        return tool.wear().at((tool.strokesUsed() + strokes.getOrDefault(tool.code(), 0.0)) / tool.lifeStrokes());
    }

    private double place(Operation step, double started, double ready) {
        Plant.Machine machine = business.plant().machine(step.machine());
        double length = (started * step.minutes() + step.setupMinutes()) * 100 / machine.availabilityPercent();
        Lane mould = new Lane();
        if (step.tool() != null) {
            mould = lanes.computeIfAbsent(step.tool(), t -> List.of(new Lane())).getFirst();
            Plant.Tool tool = business.plant().tool(step.tool());
            if (strokes.merge(tool.code(), started, Double::sum) > tool.lifeStrokes() - tool.strokesUsed()) {
                return Double.POSITIVE_INFINITY;
            }
        }
        if (Double.isInfinite(ready)) {
            return ready;
        }
        Lane best = null;
        double begin = Double.POSITIVE_INFINITY;
        for (Lane lane : lanes.computeIfAbsent(
                machine.code(),
                m -> java.util.stream.Stream.generate(Lane::new)
                        .limit(machine.units())
                        .toList())) {
            double first = lane.gap(mould, ready, length);
            if (first < begin) {
                begin = first;
                best = lane;
            }
        }
        if (best == null) {
            throw new IllegalStateException(machine.code() + " has no unit");
        }
        best.take(begin, length);
        mould.take(begin, length);
        return begin + length;
    }

    private static double minutes(LocalDate day) {
        return day.isBefore(DemoCompany.AS_OF)
                ? 0
                : WorkingTime.TWO_SHIFTS.hours(DemoCompany.AS_OF.plusDays(1), day) * 60;
    }

    /** Busy stretches of one machine unit or mould: begin → end. */
    private static final class Lane {
        private final TreeMap<Double, Double> busy = new TreeMap<>();

        double gap(Lane other, double ready, double length) {
            double begin = ready;
            while (true) {
                double mine = after(begin, length);
                double both = other.after(mine, length);
                if (both == begin) {
                    return begin;
                }
                begin = both;
            }
        }

        private double after(double ready, double length) {
            double begin = ready;
            var before = busy.floorEntry(begin);
            if (before != null && before.getValue() > begin) {
                begin = before.getValue();
            }
            for (var next = busy.ceilingEntry(begin);
                    next != null && next.getKey() < begin + length;
                    next = busy.ceilingEntry(begin)) {
                begin = next.getValue();
            }
            return begin;
        }

        void take(double begin, double length) {
            busy.put(begin, begin + length);
        }
    }
}
