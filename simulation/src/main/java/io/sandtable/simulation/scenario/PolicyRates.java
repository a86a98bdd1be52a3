package io.sandtable.simulation.scenario;

import io.sandtable.model.Node;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.RateStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the state will ask for: rates of duty, value-added tax and carbon that conditions move, each from its day on. */
final class PolicyRates {
    static final String TARIFF = "tariff";
    static final String VAT = "vat";
    static final String CARBON = "carbon";

    private final LocalDate asOf;
    private final List<Condition.Policy> all;

    PolicyRates(Scenario scenario) {
        asOf = scenario.asOf();
        all = scenario.conditions().stream()
                .map(ConfirmedCondition::condition)
                .filter(Condition.Policy.class::isInstance)
                .map(Condition.Policy.class::cast)
                .toList();
    }

    /** Refuses what the ledger knows no rate for, and a value-added tax of some goods alone. */
    static void check(Condition.Policy policy, RuleScope scope) {
        if (!Set.of(TARIFF, VAT, CARBON).contains(policy.subject())) {
            throw scope.refused(ConditionRefused.Code.RATE_NOT_KNOWN);
        }
        if (!policy.subject().equals(TARIFF) && !policy.entities().isEmpty()) {
            throw scope.refused(ConditionRefused.Code.RATE_FOR_ALL_ONLY);
        }
        scope.require(ConditionRefused.Code.WRONG_THING, policy.entities(), "SUP-", "MAT-", "FAM-");
        if (!fits(policy)) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
    }

    /** A carbon price is an amount or moves by percent; the other rates are percentages and move by points of them. */
    private static boolean fits(Condition.Policy policy) {
        Quantity change = policy.change();
        if (policy.subject().equals(CARBON)) {
            return change.unit().startsWith("CNY/t") || change.form() == Quantity.Form.RELATIVE;
        }
        return change.unit().equals("%") || change.form() == Quantity.Form.PCT_POINTS;
    }

    List<RateStep> vat(double today) {
        return steps(of(VAT, List.of()), today);
    }

    /** CNY per tonne. */
    List<RateStep> carbon(double today) {
        return steps(of(CARBON, List.of()), today);
    }

    /** Percent that what the foreign supplier delivers bears. */
    List<RateStep> duty(double today, Node supplier, Node thing) {
        return all.isEmpty() || !Prices.isForeign(supplier)
                ? List.of()
                : steps(of(TARIFF, List.of(supplier, thing)), today);
    }

    /** The rate that holds on a day. */
    double dutyOn(LocalDate day, double today, Node supplier, Node thing) {
        return RateStep.on(duty(today, supplier, thing), Math.max(0, dayOf(day)), today);
    }

    private List<Condition.Policy> of(String subject, List<Node> things) {
        return all.stream()
                .filter(p -> p.subject().equals(subject))
                .filter(p -> subject.equals(CARBON)
                        || Adjustments.matches(new HashSet<>(p.entities()), things.toArray(Node[]::new)))
                .toList();
    }

    private List<RateStep> steps(List<Condition.Policy> changes, double today) {
        var days = new TreeSet<Integer>();
        for (Condition.Policy change : changes) {
            Window window = change.window();
            days.add(window.from() == null ? 0 : Math.max(0, dayOf(window.from())));
            if (window.to() != null && !window.to().isBefore(asOf)) {
                days.add(dayOf(window.to()) + 1);
            }
        }
        var steps = new ArrayList<RateStep>();
        for (int day : days) {
            double rate = today;
            for (Condition.Policy change : changes) {
                if (change.window().contains(asOf.plusDays(day))) {
                    rate = change.change().applyTo(rate);
                }
            }
            steps.add(new RateStep(day, Math.max(0, rate)));
        }
        return steps;
    }

    private int dayOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(asOf, day);
    }
}
