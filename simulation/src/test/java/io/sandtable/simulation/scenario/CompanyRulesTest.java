package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer who may owe 50,000 yuan, banks that lend, and lists of what may be bought from whom. */
class CompanyRulesTest {
    private static final LocalDate AS_OF = SmallCompany.AS_OF;

    private static SmallCompany customer(double limit) {
        return SmallCompany.complete()
                .node(NodeType.CUSTOMER, "CUS-limited", "name", "限额客户", "paymentTermDays", 30.0, "creditLimit", limit);
    }

    /** Lids at 100 yuan, of which some lie in stock. */
    private static SmallCompany order(SmallCompany company, String id, String status, double quantity, LocalDate due) {
        return company.node(NodeType.ORDER, id, "status", status, "quantity", quantity, "price", 100.0, "dueDate", due)
                .relation(RelationType.FOR, id, "MAT-lid")
                .relation(RelationType.ORDERED, "CUS-limited", id);
    }

    private static SmallCompany lids(SmallCompany company, double quantity) {
        return company.node(NodeType.STOCK_LOT, "LOT-lid", "quantity", quantity, "unitCost", 20.0)
                .relation(RelationType.FOR, "LOT-lid", "MAT-lid");
    }

    private static List<Violation> violations(SmallCompany company, String rule) {
        PlanningProblem problem = company.scenario().compile();
        var plan = new Planner(InstantSource.system())
                .construct(problem, Levers.today().withSourcing(Levers.Sourcing.BEST), Weights.DELIVERY, "test");
        Evaluation evaluation = Evaluator.evaluate(problem, plan);
        return evaluation.violations().stream()
                .filter(v -> v.ruleId().equals(rule))
                .toList();
    }

    @Test
    void customerWhoOwesMoreThanItsLimit_isNamedWithTheDaysAndTheMost() {
        SmallCompany company = lids(customer(50_000), 900);
        order(company, "ORD-a", "open", 300, AS_OF.plusDays(10));
        order(company, "ORD-b", "open", 200, AS_OF.plusDays(25));
        order(company, "ORD-c", "open", 300, AS_OF.plusDays(60));

        // 33,900 with VAT from day 10 to 40, 22,600 from day 25 to 55, 33,900 from day 60: 56,500 from day 25 to 39
        assertThat(violations(company, "CUS-limited"))
                .extracting(Violation::kind, Violation::must, Violation::from, Violation::to, Violation::actual)
                .containsExactly(tuple("CREDIT_LIMIT", false, AS_OF.plusDays(25), AS_OF.plusDays(39), 56_500.0));
    }

    @Test
    void sameOrders_withinAHigherLimit_areNoMatter() {
        SmallCompany company = lids(customer(60_000), 900);
        order(company, "ORD-a", "open", 300, AS_OF.plusDays(10));
        order(company, "ORD-b", "open", 200, AS_OF.plusDays(25));

        assertThat(violations(company, "CUS-limited")).isEmpty();
    }

    @Test
    void whatWasDeliveredBefore_countsUntilItIsPaid() {
        SmallCompany company = lids(customer(50_000), 900);
        order(company, "ORD-a", "open", 300, AS_OF.plusDays(10));
        company.node(
                        NodeType.ORDER,
                        "ORD-old",
                        "status",
                        "closed",
                        "quantity",
                        200.0,
                        "deliveredQuantity",
                        200.0,
                        "deliveredDate",
                        AS_OF.minusDays(15),
                        "price",
                        100.0,
                        "dueDate",
                        AS_OF.minusDays(15))
                .relation(RelationType.FOR, "ORD-old", "MAT-lid")
                .relation(RelationType.ORDERED, "CUS-limited", "ORD-old");

        // 22,600 until day 15, 33,900 from day 10
        assertThat(violations(company, "CUS-limited"))
                .extracting(Violation::from, Violation::to, Violation::actual)
                .containsExactly(tuple(AS_OF.plusDays(10), AS_OF.plusDays(14), 56_500.0));
    }

    private static SmallCompany line(SmallCompany company, String id, double amount, LocalDate end) {
        return company.node(
                NodeType.ACCOUNT, id, "name", "授信", "kind", "credit-line", "amount", amount, "endDate", end);
    }

    /** 1,000,000 in the bank, of which 1,300,000 have to be paid on the 20th day. */
    private static SmallCompany payingMoreThanItHas() {
        return SmallCompany.complete()
                .node(
                        NodeType.ACCOUNT,
                        "ACC-big",
                        "kind",
                        "payable",
                        "amount",
                        1_300_000.0,
                        "dueDate",
                        AS_OF.plusDays(20));
    }

    @Test
    void cashBelowTheCreditLine_isNamedFromTheDayOn_andNotWhileTheLineReaches() {
        assertThat(violations(line(payingMoreThanItHas(), "ACC-line", 900_000, AS_OF.plusYears(1)), "ACC-line"))
                .isEmpty();
        assertThat(violations(line(payingMoreThanItHas(), "ACC-line", 100_000, AS_OF.plusYears(1)), "ACC-line"))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.kind()).isEqualTo(CompanyRules.CREDIT_LINE);
                    assertThat(broken.must()).isFalse();
                    assertThat(broken.from()).isEqualTo(AS_OF.plusDays(20));
                    assertThat(broken.limit()).isEqualTo(-100_000);
                    assertThat(broken.actual()).isLessThan(-100_000);
                });
    }

    @Test
    void twoCreditLines_countTogetherUntilTheFirstEnds() {
        SmallCompany company = line(payingMoreThanItHas(), "ACC-long", 60_000, AS_OF.plusYears(1));

        List<PlannedRule> rules = rules(line(company, "ACC-short", 40_000, AS_OF.plusDays(29)));

        assertThat(rules)
                .extracting(PlannedRule::id, PlannedRule::restriction)
                .containsExactly(
                        tuple("ACC-short", floor(-100_000, 0, 30)), tuple("ACC-long", floor(-60_000, 30, 182)));
    }

    @Test
    void creditLineThatHasEnded_lendsNothing() {
        assertThat(rules(line(payingMoreThanItHas(), "ACC-old", 60_000, AS_OF.minusDays(1))))
                .isEmpty();
    }

    /** 1,300,000 have to be paid on the 20th day out of 1,000,000: nobody lends, or somebody until the day before. */
    @Test
    void cashBelowZero_isNamedWhereNoBankLends() {
        for (SmallCompany company :
                List.of(payingMoreThanItHas(), line(payingMoreThanItHas(), "ACC-line", 900_000, AS_OF.plusDays(19)))) {
            assertThat(violations(company, "CASH-BELOW-ZERO")).singleElement().satisfies(broken -> {
                assertThat(broken.kind()).isEqualTo(CompanyRules.CASH_BELOW_ZERO);
                assertThat(broken.must()).isFalse();
                assertThat(broken.from()).isEqualTo(AS_OF.plusDays(20));
                assertThat(broken.limit()).isEqualTo(0);
                assertThat(broken.actual()).isNegative();
            });
        }
        assertThat(violations(line(payingMoreThanItHas(), "ACC-line", 10_000, AS_OF.plusYears(1)), "CASH-BELOW-ZERO"))
                .isEmpty();
        assertThat(violations(SmallCompany.complete(), "CASH-BELOW-ZERO")).isEmpty();
    }

    private static Restriction.CashFloor floor(double yuan, int fromDay, int toDay) {
        return new Restriction.CashFloor(
                Money.of(Money.CNY, yuan), fromDay * PlanningProblem.DAY, toDay * PlanningProblem.DAY);
    }

    private static SmallCompany catalogue(String... named) {
        SmallCompany company =
                SmallCompany.complete().node(NodeType.POLICY, "POL-list", "name", "采购目录", "kind", "catalogue");
        for (String one : named) {
            company.relation(RelationType.APPLIES_TO, "POL-list", one);
        }
        return company;
    }

    private static List<PlannedRule> rules(SmallCompany company) {
        return company.scenario().compile().rules();
    }

    @Test
    void supplierOutsideTheCatalogue_isOnlyForWhereNobodyMinds() {
        PlanningProblem problem = catalogue("SUP-near", "MAT-alu").scenario().compile();

        assertThat(problem.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.must()).isFalse();
            assertThat(((Restriction.BannedOffers) rule.restriction()).offers())
                    .allSatisfy(
                            o -> assertThat(problem.offers().get(o).supplier()).isEqualTo("SUP-far"))
                    .hasSize(1);
        });
    }

    @Test
    void purchaseOutsideTheCatalogue_isNamed() {
        assertThat(violations(catalogue("SUP-far", "MAT-alu"), "POL-list"))
                .extracting(Violation::kind, Violation::where)
                .allMatch(t -> t.equals(tuple("CATALOGUE", "SUP-near")));
    }

    @Test
    void listOfProducts_saysNothingAboutBuying_norDoesOneThatHasEnded() {
        assertThat(rules(catalogue("MAT-shell"))).isEmpty();
        assertThat(rules(SmallCompany.complete()
                        .node(NodeType.POLICY, "POL-list", "kind", "catalogue", "validTo", AS_OF.minusDays(1))
                        .relation(RelationType.APPLIES_TO, "POL-list", "SUP-near")))
                .isEmpty();
    }
}
