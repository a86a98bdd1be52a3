package io.sandtable.simulation.scenario;

/** An order of a test: 100 CNY a unit, priority 2, delivered whole, no penalty, paid after 30 days. */
public final class DemandSpec {
    private final String number;
    private final int item;
    private final double quantity;
    private final int due;
    private String customer = "客户";
    private double price = 100;
    private int priority = 2;
    private double minimumShipment;
    private boolean whole = true;
    private double penaltyPercentPerDay;
    private int paymentTermDays = 30;

    DemandSpec(String number, int item, double quantity, int due) {
        this.number = number;
        this.item = item;
        this.quantity = quantity;
        this.due = due;
    }

    public DemandSpec customer(String name) {
        customer = name;
        return this;
    }

    public DemandSpec price(double yuan) {
        price = yuan;
        return this;
    }

    public DemandSpec priority(int oneIsHighest) {
        priority = oneIsHighest;
        return this;
    }

    /** May be delivered in parts. */
    public DemandSpec partial() {
        whole = false;
        return this;
    }

    /** May be delivered in parts of that size at least. */
    public DemandSpec partial(double minimumShipment) {
        this.minimumShipment = minimumShipment;
        return partial();
    }

    public DemandSpec penalty(double percentPerDay) {
        penaltyPercentPerDay = percentPerDay;
        return this;
    }

    public DemandSpec paymentTermDays(int days) {
        paymentTermDays = days;
        return this;
    }

    PlanningProblem.Demand build(int index) {
        return new PlanningProblem.Demand(
                index,
                number,
                number,
                customer,
                customer,
                item,
                quantity,
                due,
                price,
                priority,
                whole,
                minimumShipment,
                penaltyPercentPerDay,
                paymentTermDays);
    }
}
