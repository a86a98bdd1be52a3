package io.sandtable.simulation.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Condition.Stance;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.ripple.Overhauls.Overhaul;
import io.sandtable.simulation.ripple.Response.Kind;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Motors of one bearing each, 30 bearings in stock, 20 on their way for 1 December, ten days for more. Fifty motors are covered so; the
 * third order needs bearings that are still to be bought.
 */
class ConsequencesTest {
    private static final LocalDate AS_OF = SmallCompany.AS_OF;
    private static final Stance EXPECTED = new Stance(Modality.FORECAST, 10);

    private final SmallCompany company = new SmallCompany();
    private final StrategySearch search = new StrategySearch(InstantSource.system(), Evaluator::evaluate);

    ConsequencesTest() {
        company.node(NodeType.MATERIAL, "MAT-bearing", "name", "轴承", "role", "raw", "unit", "件");
        company.node(NodeType.MATERIAL, "MAT-other", "name", "国产轴承", "role", "raw", "unit", "件");
        company.node(NodeType.MATERIAL, "MAT-motor", "name", "电机", "role", "product", "unit", "件");
        company.node(NodeType.SUPPLIER, "SUP-skf", "name", "进口商", "country", "CN");
        company.node(NodeType.SUPPLIER, "SUP-near", "name", "近处", "country", "CN");
        offer("SUP-skf", "MAT-bearing", 20, 10, 1);
        offer("SUP-near", "MAT-other", 22, 7, 1);
        company.relation(RelationType.SUBSTITUTES, "MAT-other", "MAT-bearing", "approved", false);
        company.node(NodeType.CALENDAR, "CAL-own", "shifts", "MON-FRI 08:00-20:00 day");
        company.node(NodeType.EQUIPMENT, "EQP-press", "name", "压机", "kind", "machine");
        company.relation(RelationType.FOLLOWS, "EQP-press", "CAL-own");
        company.node(NodeType.ROUTING, "ROU-motor");
        company.node(NodeType.PROCESS, "PRO-motor", "name", "压装");
        company.relation(RelationType.STEP_OF, "PRO-motor", "ROU-motor", "sequence", 10.0);
        company.relation(RelationType.YIELDS, "ROU-motor", "MAT-motor");
        company.relation(RelationType.CONSUMES, "PRO-motor", "MAT-bearing", "quantityPerUnit", 1.0);
        company.relation(RelationType.RUNS_ON, "PRO-motor", "EQP-press", "minutesPerUnit", 5.0);
        company.node(NodeType.STOCK_LOT, "LOT-1", "quantity", 30.0);
        company.relation(RelationType.FOR, "LOT-1", "MAT-bearing");
        company.node(
                NodeType.PURCHASE_ORDER,
                "PUR-1",
                "status",
                "open",
                "quantity",
                20.0,
                "dueDate",
                LocalDate.of(2026, 12, 1));
        company.relation(RelationType.FOR, "PUR-1", "MAT-bearing");
        company.relation(RelationType.PLACED_WITH, "PUR-1", "SUP-skf");
        company.node(NodeType.CUSTOMER, "CUS-a", "name", "客户");
        order("ORD-1", 30, LocalDate.of(2026, 11, 27));
        order("ORD-2", 20, LocalDate.of(2026, 12, 8));
        order("ORD-3", 10, LocalDate.of(2026, 12, 22));
    }

    @Test
    void stockAndOpenPurchases_keepALongerLeadTimeOffTheFirstOrders() {
        Consequences consequences = consequences(leadTime("MAT-bearing"));

        assertThat(consequences.orders())
                .extracting(hit -> hit.demand().id(), hit -> hit.first() != null, OrderHit::isHurt)
                .containsExactly(
                        tuple("ORD-1", false, false), tuple("ORD-2", false, false), tuple("ORD-3", true, true));
        OrderHit third = consequences.find("ORD-3").orElseThrow();
        assertThat(third.first()).isBetween(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 22));
        // 120 days from 21 November
        assertThat(third.after()).isAfterOrEqualTo(LocalDate.of(2027, 3, 21));
        assertThat(consequences.valueHurt()).isEqualTo(Money.of(Money.CNY, 3_000));
        assertThat(consequences.nextArrival("MAT-bearing")).contains(LocalDate.of(2027, 3, 21));
    }

    @Test
    void changeThatStrikesNothingOnOrder_hurtsNobody() {
        Consequences consequences = consequences(leadTime("MAT-other"));

        assertThat(consequences.orders())
                .allSatisfy(hit -> assertThat(hit.first()).isNull());
        assertThat(Responses.to(scenario(leadTime("MAT-other")), consequences)).isEmpty();
    }

    @Test
    void machineThatIsDown_hitsOrdersFromThenOn() {
        var down = new Condition.ResourceDowntime(
                EXPECTED,
                List.of("EQP-press"),
                new Window(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 31)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Consequences consequences = consequences(down);

        assertThat(consequences.find("ORD-1").orElseThrow().first()).isNull();
        assertThat(consequences.find("ORD-3").orElseThrow().first()).isAfterOrEqualTo(LocalDate.of(2026, 12, 14));
    }

    @Test
    void closedSupplier_hitsOnlyWhatWouldBeOrderedOrArriveMeanwhile() {
        company.node(NodeType.CUSTOMER, "CUS-a", "name", "客户");
        order("ORD-4", 10, LocalDate.of(2027, 4, 20));
        var closed = new Condition.SupplierShutdown(
                EXPECTED,
                List.of("SUP-skf"),
                Optional.of(new Window(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))),
                Optional.empty(),
                Optional.empty());

        Consequences consequences = consequences(closed);

        assertThat(consequences.find("ORD-3").orElseThrow().first()).isNotNull();
        assertThat(consequences.find("ORD-4").orElseThrow().first()).isNull();
    }

    @Test
    void responses_comeFromTheGraph_andASubstituteIsAnotherPlan() {
        company.node(NodeType.MATERIAL, "MAT-bearing", "safetyStock", 3.0);
        company.node(NodeType.STOCK_LOT, "LOT-1", "quantity", 33.0);
        ConfirmedCondition changed = leadTime("MAT-bearing");
        Consequences consequences = consequences(changed);

        List<Response> responses = Responses.to(scenario(changed), consequences);

        assertThat(responses)
                .extracting(Response::kind)
                .containsExactly(Kind.SUBSTITUTE, Kind.SAFETY_STOCK, Kind.BUILD_AHEAD, Kind.RE_PROMISE);
        Response substitute = responses.getFirst();
        assertThat(substitute.on()).containsExactly("MAT-other", "MAT-bearing");
        PlanningProblem problem = substitute.scenario().compile();
        Evaluation approved = search.carryOn(problem, substitute.levers(), today(), few());
        assertThat(approved.kpis().lateOrders()).isZero();
    }

    @Test
    void secondSource_isThereOnceSomebodyElseSells() {
        offer("SUP-near", "MAT-bearing", 24, 12, 2);
        var closed = new Condition.SupplierShutdown(
                EXPECTED,
                List.of("SUP-skf"),
                Optional.of(new Window(AS_OF, LocalDate.of(2027, 5, 31))),
                Optional.empty(),
                Optional.empty());

        assertThat(Responses.to(scenario(confirmed(closed)), consequences(closed)))
                .filteredOn(response -> response.kind() == Kind.SECOND_SOURCE)
                .singleElement()
                .satisfies(response -> assertThat(response.on()).containsExactly("SUP-near"));
    }

    @Test
    void overhaulWithoutItsSparePart_movesToTheNextArrival() {
        overhaul("WOR-soon", LocalDate.of(2026, 12, 11), 4);
        overhaul("WOR-later", LocalDate.of(2027, 4, 30), 4);
        ConfirmedCondition changed = leadTime("MAT-bearing");
        PlanningProblem before = company.scenario().compile();

        List<Overhaul> overhauls =
                Overhauls.of(company.snapshot().nodes(NodeType.WORK_ORDER), before, today(), consequences(changed));

        assertThat(overhauls)
                .extracting(Overhaul::workOrder, Overhaul::moves, Overhaul::movesTo)
                .containsExactly(
                        tuple("WOR-soon", true, LocalDate.of(2027, 3, 21)),
                        tuple("WOR-later", false, LocalDate.of(2027, 4, 30)));
    }

    @Test
    void supplierAndHerGoods_areAboutTheGoods() {
        var both = new Condition.LeadTimeChange(EXPECTED, List.of("SUP-skf", "MAT-bearing"), days(120), Window.ALWAYS);

        assertThat(Beginning.of(company.snapshot(), List.of(confirmed(both))).things())
                .extracting(node -> node.id())
                .containsExactly("MAT-bearing");
    }

    private Consequences consequences(Condition condition) {
        return consequences(confirmed(condition));
    }

    private Consequences consequences(ConfirmedCondition changed) {
        PlanningProblem after = scenario(changed).compile();
        return new Consequences(
                company.scenario().compile(),
                today(),
                after,
                search.carryOn(after, Levers.today(), today(), few()).plan());
    }

    private Plan today() {
        return search.today(company.scenario().compile()).plan();
    }

    private Scenario scenario(ConfirmedCondition changed) {
        return company.scenario().confirming(List.of(changed));
    }

    private static ConfirmedCondition leadTime(String material) {
        return confirmed(new Condition.LeadTimeChange(EXPECTED, List.of(material), days(120), Window.ALWAYS));
    }

    private static Quantity days(double days) {
        return new Quantity(days, "d", Quantity.Form.SET);
    }

    private static ConfirmedCondition confirmed(Condition condition) {
        return new ConfirmedCondition("RUL-1", "it changes", "LEAD_TIME_CHANGE", condition, "li");
    }

    private static PlannerSettings few() {
        return new PlannerSettings(1, 50, 50, 1, Duration.ofSeconds(30));
    }

    private void offer(String supplier, String material, double price, double days, double priority) {
        company.relation(
                RelationType.SUPPLIES, supplier, material, "price", price, "leadTimeDays", days, "priority", priority);
    }

    private void order(String id, double quantity, LocalDate due) {
        company.node(
                NodeType.ORDER, id, "code", id, "status", "open", "quantity", quantity, "dueDate", due, "price", 300.0);
        company.relation(RelationType.FOR, id, "MAT-motor");
        company.relation(RelationType.ORDERED, "CUS-a", id);
    }

    private void overhaul(String id, LocalDate due, double bearings) {
        company.node(NodeType.WORK_ORDER, id, "status", "open", "quantity", 1.0, "dueDate", due);
        company.relation(RelationType.FOR, id, "EQP-press");
        company.relation(RelationType.CONSUMES, id, "MAT-bearing", "quantityPerUnit", bearings);
    }
}
