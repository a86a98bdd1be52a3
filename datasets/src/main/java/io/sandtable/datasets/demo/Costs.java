package io.sandtable.datasets.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Direct cost per unit, rolled up from purchase prices, operators, energy and yield; sales prices follow from it. */
final class Costs {
    /** Mean of the tariff over the two shifts, CNY/kWh. */
    static final double MEAN_POWER_PRICE = 0.83;

    static final double GAS_PRICE = 3.65;

    private final Plant plant;
    private final ProcessEnergy energy;
    private final Catalogue catalogue;
    private final Map<String, Double> rolledUp = new HashMap<>();

    Costs(Plant plant, ProcessEnergy energy, Catalogue catalogue) {
        this.plant = plant;
        this.energy = energy;
        this.catalogue = catalogue;
    }

    /** Material, labour and energy of one good unit in CNY. */
    double direct(String item) {
        Double known = rolledUp.get(item);
        if (known != null) {
            return known;
        }
        double cost = catalogue.item(item).made()
                ? made(catalogue.steps(item))
                : catalogue.bought(item).price();
        rolledUp.put(item, cost);
        return cost;
    }

    /** Direct cost and the margin of the line, to the tenth of a yuan. */
    double salesPrice(ProductLine line) {
        return Math.round(direct(line.code()) / (1 - line.marginPercent() / 100) * 10) / 10.0;
    }

    /** Operators of one unit started at the operation, CNY. */
    double labour(Operation operation) {
        Plant.Machine machine = plant.machine(operation.machine());
        return operation.minutes()
                / 60
                * machine.operators()
                * plant.labour(machine.labour()).ratePerHour();
    }

    /** Machine power and process energy of one unit started at the operation, CNY. */
    double energy(Operation operation) {
        Plant.Machine machine = plant.machine(operation.machine());
        return operation.minutes() / 60 * machine.kilowatts() * MEAN_POWER_PRICE
                + energy.gas(operation) * GAS_PRICE
                + energy.power(operation) * MEAN_POWER_PRICE;
    }

    /** Good share of what is started, with the tool's wear as it is on the as-of date. */
    double goodShare(Operation operation) {
        String tool = operation.tool();
        double wear = tool == null
                ? 100
                : plant.tool(tool)
                        .wear()
                        .at(plant.tool(tool).strokesUsed() / plant.tool(tool).lifeStrokes());
        return operation.yieldPercent() / 100 * wear / 100;
    }

    private double made(List<Operation> steps) {
        double cost = 0;
        for (Operation step : steps) {
            for (Operation.Input input : step.inputs()) {
                cost += input.quantity() * (1 + input.scrapPercent() / 100) * direct(input.item());
            }
            cost = (cost + labour(step) + energy(step)) / goodShare(step);
        }
        return cost;
    }
}
