package io.sandtable.simulation.strategy;

import java.util.List;

/**
 * What makes a plan different, in the problem's own names.
 *
 * @param investments machines and tools it buys
 * @param keptTools tools that wear, that it keeps using although another could be bought; the most worn first
 * @param outsourced steps it gives away, the most expensive first
 * @param overtimeHours machine hours outside the usual shifts
 * @param suppliers whom it buys from, the largest share first
 * @param liftedRules words of the must-rules it breaks on purpose
 * @param bufferDays days before they are due that it has orders ready
 */
public record Choices(
        List<Investment> investments,
        List<KeptTool> keptTools,
        List<Outsourced> outsourced,
        double overtimeHours,
        List<Supplier> suppliers,
        List<String> liftedRules,
        int bufferDays,
        boolean safetyStockUsed) {
    public Choices {
        investments = List.copyOf(investments);
        keptTools = List.copyOf(keptTools);
        outsourced = List.copyOf(outsourced);
        suppliers = List.copyOf(suppliers);
        liftedRules = List.copyOf(liftedRules);
    }

    /**
     * A machine or tool that is bought.
     *
     * @param equipment id of the machine or tool it is another piece of
     */
    public record Investment(String equipment, String name, String supplierName) {}

    /**
     * A tool it goes on with.
     *
     * @param lifePercent share of its life that is used at the end
     */
    public record KeptTool(String equipment, String name, double lifePercent) {}

    /**
     * A step and how much of it leaves the house.
     *
     * @param technology generic kind of the step, such as 压铸
     * @param sharePercent of the units that enter the step
     * @param yuan what it costs, CNY
     */
    public record Outsourced(
            String process,
            String name,
            String technology,
            String supplier,
            String supplierName,
            double sharePercent,
            double yuan) {}

    /**
     * A supplier bought from.
     *
     * @param sharePercent of all purchases by value, duty included
     */
    public record Supplier(String supplier, String name, double sharePercent) {}
}
