package io.sandtable.simulation.strategy;

import java.util.ArrayList;
import java.util.List;

/** A plan's name in both languages, made from the choice that sets it apart. */
public record PlanName(String zh, String en) {
    /** The name of a plan of that strategy with those choices. */
    public static PlanName of(String strategy, Choices choices) {
        return switch (strategy) {
            case "baseline" -> new PlanName("维持现状", "Do nothing");
            case Strategy.INVEST ->
                new PlanName(
                        "购置" + listed(names(choices.investments()), "等"),
                        "Buy another " + listed(names(choices.investments()), " and others"));
            case Strategy.OUTSOURCE -> outsource(choices);
            case "dual-source" -> new PlanName("双供应商采购", "Buy from two suppliers");
            case Strategy.BUILD_AHEAD ->
                new PlanName(
                        "提前%d天备货".formatted(choices.bufferDays()),
                        "Build ahead by %d days".formatted(choices.bufferDays()));
            case "protect-cash" -> new PlanName("保现金，少占用库存", "Protect cash, run down stock");
            case "least-cost" -> new PlanName("少花钱，容忍迟交", "Spend least, accept lateness");
            case "delivery-before-cost" ->
                new PlanName(
                        "偏重交期，兼顾成本" + some(choices, "，%s外协 %.0f%%"),
                        "Delivery before cost" + some(choices, ", %s outsourced %.0f%%"));
            case "cost-before-delivery" ->
                new PlanName(
                        "偏重成本，兼顾交期" + some(choices, "，%s外协 %.0f%%"),
                        "Cost before delivery" + some(choices, ", %s outsourced %.0f%%"));
            case Strategy.LIFT_RULE ->
                new PlanName(
                        "放开规则：" + listed(choices.liftedRules(), "等"),
                        "Lift the rule: " + listed(choices.liftedRules(), " and others"));
            default -> keep(choices);
        };
    }

    private static List<String> names(List<Choices.Investment> investments) {
        return investments.stream().map(Choices.Investment::name).toList();
    }

    /** Of which step how much is given away, where any is. */
    private static String some(Choices choices, String words) {
        return choices.outsourced().stream()
                .findFirst()
                .map(first -> words.formatted(first.technology(), first.sharePercent()))
                .orElse("");
    }

    private static PlanName keep(Choices choices) {
        boolean overtime = choices.overtimeHours() > 0;
        List<String> worn = choices.keptTools().stream()
                .map(Choices.KeptTool::name)
                .limit(1)
                .toList();
        String zh = worn.isEmpty() ? "保持现有设备" : "保留旧" + worn.getFirst();
        String en = worn.isEmpty() ? "Keep the equipment" : "Keep the worn " + worn.getFirst();
        return new PlanName(zh + (overtime ? " + 加班" : ""), en + (overtime ? " + overtime" : ""));
    }

    private static PlanName outsource(Choices choices) {
        var steps = new ArrayList<String>();
        var suppliers = new ArrayList<String>();
        for (Choices.Outsourced outsourced : choices.outsourced()) {
            if (!steps.contains(outsourced.technology())) {
                steps.add(outsourced.technology());
            }
            if (!suppliers.contains(outsourced.supplierName())) {
                suppliers.add(outsourced.supplierName());
            }
        }
        return new PlanName(
                "%s外协给%s".formatted(listed(steps, "等"), listed(suppliers, "等")),
                "Outsource %s to %s".formatted(listed(steps, " and others"), listed(suppliers, " and others")));
    }

    /** The first of them, and that there are more. */
    private static String listed(List<String> names, String more) {
        return names.isEmpty() ? "" : names.getFirst() + (names.size() > 1 ? more : "");
    }
}
