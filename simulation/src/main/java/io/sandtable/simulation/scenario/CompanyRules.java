package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.AMOUNT;
import static io.sandtable.model.Attributes.CREDIT_LIMIT;
import static io.sandtable.model.Attributes.DELIVERED_DATE;
import static io.sandtable.model.Attributes.DELIVERED_QUANTITY;
import static io.sandtable.model.Attributes.END_DATE;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.PRICE;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Catalogue;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction.Owed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a company's data asks of every plan without anybody saying it: credit limits of customers, credit lines of banks and catalogues of
 * what may be bought from whom. Plans that do otherwise are not forbidden; they name it.
 */
public final class CompanyRules {
    public static final String CREDIT = "CREDIT_LIMIT";
    public static final String CREDIT_LINE = "CREDIT_LINE";
    public static final String CATALOGUE = "CATALOGUE";
    /** Cash below zero on a day on which no bank lends. */
    public static final String CASH_BELOW_ZERO = "CASH_BELOW_ZERO";

    /** Between what must be and what nobody minds. */
    private static final int WEIGHT = 50;

    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final PlanningProblem problem;

    CompanyRules(BusinessSnapshot snapshot, PlanningProblem problem) {
        this.snapshot = snapshot;
        this.asOf = problem.asOf();
        this.problem = problem;
    }

    /**
     * That cash stays above zero behind the last day of the last credit line, from the first day on where none is stated; empty where a line
     * lasts, and where nothing is known of the company's money.
     */
    public static Optional<PlannedRule> overdraft(PlanningProblem problem) {
        PlanningProblem.Finance finance = problem.finance();
        int last = finance.creditLines().stream()
                .mapToInt(PlanningProblem.CreditLine::lastDay)
                .max()
                .orElse(-1);
        boolean known =
                finance.openingCash().minor() != 0 || !finance.cashItems().isEmpty();
        if (!known || last >= problem.horizonDays() - 1) {
            return Optional.empty();
        }
        int from = (Math.max(-1, last) + 1) * PlanningProblem.DAY;
        return Optional.of(new PlannedRule(
                "CASH-BELOW-ZERO",
                "没有授信额度时账上现金不为负",
                CASH_BELOW_ZERO,
                false,
                WEIGHT,
                null,
                new Restriction.CashFloor(Money.fen(0), from, problem.horizonMinutes())));
    }

    List<PlannedRule> all() {
        var rules = new ArrayList<PlannedRule>();
        Map<String, Set<Integer>> sold = problem.demands().stream()
                .collect(Collectors.groupingBy(
                        Demand::customer, TreeMap::new, Collectors.mapping(Demand::index, Collectors.toSet())));
        sold.forEach((customer, demands) -> snapshot.findNode(customer)
                .filter(node -> node.has(CREDIT_LIMIT))
                .ifPresent(node -> rules.add(credit(node, demands))));
        addCreditLines(rules);
        Catalogue.of(snapshot, asOf).forEach(catalogue -> addCatalogue(catalogue, rules));
        return rules;
    }

    private PlannedRule credit(Node customer, Set<Integer> demands) {
        return rule(
                customer,
                CREDIT,
                new Restriction.CreditLimit(
                        customer.id(),
                        demands,
                        Money.of(Money.CNY, Math.max(0, customer.number(CREDIT_LIMIT))),
                        owed(customer)));
    }

    /** What was delivered before today and is due later. */
    private List<Owed> owed(Node customer) {
        int term = (int) Math.round(PaymentTerms.with(customer));
        return customer.out(RelationType.ORDERED).stream()
                .map(Relation::to)
                .filter(order -> order.has(DELIVERED_DATE))
                .map(order -> new Owed(
                        Money.of(
                                Money.CNY,
                                order.numberOr(DELIVERED_QUANTITY, 0)
                                        * order.numberOr(PRICE, 0)
                                        * (1 + problem.finance().vatPercent() / 100)),
                        (int) ChronoUnit.DAYS.between(asOf, order.date(DELIVERED_DATE)) + term))
                .filter(owed -> owed.paidOn() > 0 && owed.amount().minor() > 0)
                .toList();
    }

    /** All lines together say how far below zero cash may go; each time one ends, those that are left. */
    private void addCreditLines(List<PlannedRule> rules) {
        List<Node> lines = snapshot.nodes(NodeType.ACCOUNT).stream()
                .filter(account -> account.text(KIND).equals("credit-line"))
                .sorted(Comparator.comparingInt(this::endOf))
                .toList();
        int from = 0;
        for (Node line : lines) {
            int end = endOf(line);
            double together = lines.stream()
                    .filter(other -> endOf(other) >= end)
                    .mapToDouble(other -> other.number(AMOUNT))
                    .sum();
            if (end > from) {
                rules.add(
                        rule(line, CREDIT_LINE, new Restriction.CashFloor(Money.of(Money.CNY, -together), from, end)));
                from = end;
            }
        }
    }

    /** The minute after the line's last day. */
    private int endOf(Node line) {
        long days = line.findDate(END_DATE)
                .map(end -> ChronoUnit.DAYS.between(asOf, end) + 1)
                .orElse((long) problem.horizonDays());
        return (int) Math.clamp(days, 0, problem.horizonDays()) * PlanningProblem.DAY;
    }

    private void addCatalogue(Catalogue catalogue, List<PlannedRule> rules) {
        Set<Integer> outside = problem.offers().stream()
                .filter(offer -> !catalogue.allows(
                        snapshot.node(problem.items().get(offer.item()).id()), offer.supplier()))
                .map(Offer::index)
                .collect(Collectors.toSet());
        if (!outside.isEmpty()) {
            rules.add(rule(catalogue.policy(), CATALOGUE, new Restriction.BannedOffers(outside, 0, Integer.MAX_VALUE)));
        }
    }

    private static PlannedRule rule(Node about, String kind, Restriction restriction) {
        return new PlannedRule(about.id(), about.name(), kind, false, WEIGHT, null, restriction);
    }
}
