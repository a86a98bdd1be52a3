package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.OrderBook.Line;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the open orders need, worked out by hand: orders by due date are netted against stock level by level, their machine
 * hours counted in the month in which they are due. Nothing is scheduled here; it is the arithmetic that a plan is held against.
 */
final class Explosion {
    /** So much of a bought item is needed on that day. */
    record Requirement(String item, double quantity, LocalDate day) {}

    private final Plant plant;
    private final Catalogue catalogue;
    private final Map<String, Double> stock;
    private final Map<String, TreeMap<YearMonth, Double>> minutes = new TreeMap<>();
    private final Map<String, Double> strokes = new HashMap<>();
    private final Map<String, Double> good = new HashMap<>();
    private final List<Requirement> requirements = new ArrayList<>();

    Explosion(Plant plant, Catalogue catalogue, Map<String, Double> stock) {
        this.plant = plant;
        this.catalogue = catalogue;
        this.stock = new HashMap<>(stock);
    }

    /** Takes the orders in, their quantities times the factor. */
    Explosion run(List<Line> orders, ToDoubleFunction<Line> factor) {
        for (Line order : orders) {
            need(order.product().code(), order.quantity() * factor.applyAsDouble(order), order.dueDate());
        }
        return this;
    }

    /** Hours of a machine type or a tool for what is due in a month. */
    double hours(String equipment, YearMonth month) {
        return minutes.getOrDefault(equipment, new TreeMap<>()).getOrDefault(month, 0.0) / 60;
    }

    /** Strokes a tool makes over the whole horizon. */
    double strokes(String tool) {
        return strokes.getOrDefault(tool, 0.0);
    }

    /** Good parts among the strokes of a tool in percent, with the wear as it goes on. */
    double meanYieldPercent(String tool) {
        return 100 * good.getOrDefault(tool, 0.0) / strokes(tool);
    }

    List<Requirement> requirements() {
        return List.copyOf(requirements);
    }

    private void need(String item, double quantity, LocalDate due) {
        double fromStock = Math.min(stock.getOrDefault(item, 0.0), quantity);
        stock.merge(item, -fromStock, Double::sum);
        double remaining = quantity - fromStock;
        if (remaining <= 0) {
            return;
        }
        LocalDate day = due.minusDays(catalogue.item(item).tier().leadDays());
        if (day.isBefore(DemoCompany.AS_OF)) {
            day = DemoCompany.AS_OF;
        }
        if (!catalogue.item(item).made()) {
            requirements.add(new Requirement(item, remaining, day));
            return;
        }
        for (Operation step : catalogue.steps(item).reversed()) {
            double started = remaining * 100 / yieldPercent(step);
            count(step, started, remaining, YearMonth.from(due));
            for (Operation.Input input : step.inputs()) {
                need(input.item(), started * input.quantity() * (1 + input.scrapPercent() / 100), due);
            }
            remaining = started;
        }
    }

    private double yieldPercent(Operation step) {
        if (step.tool() == null) {
            return step.yieldPercent();
        }
        Plant.Tool tool = plant.tool(step.tool());
        double used = tool.strokesUsed() + strokes(tool.code());
        return step.yieldPercent() * tool.wear().at(used / tool.lifeStrokes()) / 100;
    }

    private void count(Operation step, double started, double passed, YearMonth month) {
        double load = started * step.minutes() + step.setupMinutes();
        minutes.computeIfAbsent(step.machine(), m -> new TreeMap<>()).merge(month, load, Double::sum);
        if (step.tool() != null) {
            minutes.computeIfAbsent(step.tool(), t -> new TreeMap<>()).merge(month, load, Double::sum);
            strokes.merge(step.tool(), started, Double::sum);
            good.merge(step.tool(), passed, Double::sum);
        }
    }
}
