package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

/** A machine or tool for sale in a test: 100,000 CNY, there after 30 days, written off over 60 months, paid at once. */
public final class InvestmentSpec {
    private final String equipment;
    private final int tool;
    private final int machine;
    private String supplier = "设备商";
    private double price = 100_000;
    private int leadTimeMinutes = 30 * DAY;
    private int depreciationMonths = 60;
    private int paymentTermDays;

    InvestmentSpec(String equipment, int tool, int machine) {
        this.equipment = equipment;
        this.tool = tool;
        this.machine = machine;
    }

    public InvestmentSpec from(String name) {
        supplier = name;
        return this;
    }

    public InvestmentSpec price(double yuan) {
        price = yuan;
        return this;
    }

    public InvestmentSpec leadDays(int days) {
        leadTimeMinutes = days * DAY;
        return this;
    }

    public InvestmentSpec depreciationMonths(int months) {
        depreciationMonths = months;
        return this;
    }

    public InvestmentSpec paymentTermDays(int days) {
        paymentTermDays = days;
        return this;
    }

    PlanningProblem.Investment build(int index) {
        return new PlanningProblem.Investment(
                index,
                equipment,
                equipment,
                supplier,
                supplier,
                tool,
                machine,
                price,
                leadTimeMinutes,
                depreciationMonths,
                paymentTermDays);
    }
}
