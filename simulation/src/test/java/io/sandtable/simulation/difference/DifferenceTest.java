package io.sandtable.simulation.difference;

import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.difference.OrderChange.Delivered;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.OneProductShop;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Differences worked out by hand in a shop with one product and two orders for 98 pieces, at 50 and at 60 CNY. */
class DifferenceTest {
    private static final int BY_DAY = 8 * HOUR;
    private final OneProductShop shop = new OneProductShop();

    private PlanningProblem twoOrders() {
        PlanningProblem one = shop.problem();
        Demand first = one.demands().getFirst();
        var second = new Demand(
                1,
                "ORD-2",
                "SO-2",
                first.customer(),
                first.customerName(),
                first.item(),
                98,
                20 * DAY,
                60,
                1,
                true,
                0,
                1,
                first.paymentTermDays());
        return new PlanningProblem(
                one.asOf(),
                one.horizonDays(),
                one.items(),
                one.routings(),
                one.machines(),
                one.crews(),
                one.tools(),
                one.offers(),
                List.of(first, second),
                one.stocks(),
                one.receipts(),
                one.investments(),
                one.energies(),
                one.finance(),
                one.rules());
    }

    /** Each order gets its lot, 200 kg before it, and is delivered on its due day. */
    private Side side(Operation... operations) {
        var lots = new ArrayList<Lot>();
        var purchases = new ArrayList<Purchase>();
        var deliveries = new ArrayList<Delivery>();
        for (int i = 0; i < operations.length; i++) {
            lots.add(new Lot(i, i, -1, 1, 0, 98, List.of(operations[i])));
            purchases.add(new Purchase(0, 200, 200, DAY, 3 * DAY + 600));
            deliveries.add(new Delivery(i, 98, (i + 1) * 10 * DAY));
        }
        var plan = new Plan(
                List.of(),
                false,
                List.of(),
                lots,
                purchases,
                deliveries,
                new Plan.Search("test", 1, 0, 1, "constructed"));
        PlanningProblem problem = twoOrders();
        return Side.of(problem, Evaluator.evaluate(problem, plan));
    }

    private static Operation run(int start) {
        return OneProductShop.run(start, start + 11 * HOUR);
    }

    private static Difference margin(Side of, Side against) {
        return Difference.between(of, against, DifferenceFigure.GROSS_MARGIN);
    }

    /**
     * One order more, at 60 instead of 50, made at night. By hand, for 98 pieces of 100 begun by day: material 200 kg × 10 = 2,000.00,
     * labour 11 h × 60 = 660.00, electricity 11 h × 10 kW × 1 = 110.00; 2 % of each is scrap, 55.40; in all 2,770.00. From midnight eight hours
     * cost 0.40: electricity 62.00, of which 1.24 becomes scrap; in all 2,722.00.
     *
     * <p>Margin: with one order 4,900.00 − 2,770.00 = 2,130.00, 21.7347 a piece; with both 10,780.00 − 5,492.00 = 5,288.00, 26.9796 a
     * piece. Volume: 98 more × the mean 24.3571 = 2,387.00. Price: (55 − 50) × the mean of 196 and 98 pieces = 735.00. Electricity: 110.00 −
     * 2.20 = 107.80 for 98, 1.10 a piece; with both 168.56, 0.86 a piece; (1.10 − 0.86) × 147 = 35.28, all of it price, for the
     * hours are the same. Scrap: 55.40 / 98 = 0.56531, 109.84 / 196 = 0.56041; 0.0049 × 147 = 0.72. Sum 3,158.00.
     */
    @Test
    void oneOrderMoreAtAnotherPrice_isVolumePriceAndWhatTheNightSaves() {
        Side one = side(run(5 * DAY + BY_DAY));
        Side both = side(run(5 * DAY + BY_DAY), run(6 * DAY));

        Difference difference = margin(both, one);

        assertThat(difference.of()).isEqualTo(Money.fen(528_800));
        assertThat(difference.against()).isEqualTo(Money.fen(213_000));
        assertThat(difference.byDriver())
                .containsOnly(
                        Map.entry(Driver.VOLUME, Money.fen(238_700)),
                        Map.entry(Driver.PRICE, Money.fen(73_500)),
                        Map.entry(Driver.YIELD, Money.fen(72)),
                        Map.entry(Driver.ENERGY_PRICE, Money.fen(3_528)));
        assertThat(difference.of(Driver.PRICE)).singleElement().satisfies(e -> {
            assertThat(e.product()).isEqualTo("MAT-PART");
            assertThat(e.of()).isEqualTo(55);
            assertThat(e.against()).isEqualTo(50);
        });
    }

    /**
     * By hand. The same two orders, the second at the subcontractor: 98 pieces × 8 = 784.00 and 196 kg × 10 = 1,960.00, nothing lost. In the
     * house it costs material 1,960.00, running 588.00, set-up 58.80, electricity 107.80 (98 % of 2,000.00, 600.00, 60.00 and 110.00) and the
     * other 2 % as scrap, 55.40. Margin 26.00 more.
     */
    @Test
    void goingOutside_costsTheSubcontractorAndSavesLabourEnergyAndScrap() {
        Side house = side(run(5 * DAY + BY_DAY), run(6 * DAY + BY_DAY));
        Side outside = side(run(5 * DAY + BY_DAY), OneProductShop.outside(6 * DAY));

        Difference difference = margin(outside, house);

        assertThat(difference.amount()).isEqualTo(Money.fen(2_600));
        assertThat(difference.byDriver())
                .containsOnly(
                        Map.entry(Driver.OUTSOURCING, Money.fen(-78_400)),
                        Map.entry(Driver.LABOUR_HOURS, Money.fen(58_800)),
                        Map.entry(Driver.SETUP, Money.fen(5_880)),
                        Map.entry(Driver.ENERGY_USAGE, Money.fen(10_780)),
                        Map.entry(Driver.YIELD, Money.fen(5_540)));
        assertThat(margin(house, outside).byDriver())
                .containsEntry(Driver.OUTSOURCING, Money.fen(78_400))
                .containsEntry(Driver.LABOUR_HOURS, Money.fen(-58_800));
        assertThat(margin(house, house).effects()).isEmpty();
    }

    /**
     * By hand. The order is delivered on 30 March instead of 10 March and paid 60 days later: by the end of 85 days, on 24 May, the
     * 4,900.00 × 1.13 = 5,537.00 of 9 May are in the bank and those of 29 May are not. The VAT is of March in both.
     */
    @Test
    void laterPayment_isReceivablesInCashAndNothingInMargin() {
        shop.horizonDays = 85;
        shop.penaltyPercentPerDay = 0;
        Side early = side(run(5 * DAY + BY_DAY));
        Side late = new Side(
                early.problem(),
                early.plan(),
                Evaluator.evaluate(early.problem(), deliveredOn(early.plan(), 30 * DAY))
                        .ledger());

        assertThat(margin(late, early).effects()).isEmpty();
        Difference cash = Difference.between(late, early, DifferenceFigure.CASH_AT_END);
        assertThat(cash.byDriver()).containsOnly(Map.entry(Driver.RECEIVABLES, Money.fen(-553_700)));
        assertThat(cash.amount()).isEqualTo(Money.fen(-553_700));
    }

    private static Plan deliveredOn(Plan plan, int minute) {
        return new Plan(
                plan.investments(),
                plan.overtime(),
                plan.liftedRules(),
                plan.lots(),
                plan.purchases(),
                plan.deliveries().stream()
                        .map(d -> new Delivery(d.demand(), d.quantity(), minute))
                        .toList(),
                plan.search());
    }

    @Test
    void everyAccountButCash_isOfOneDriverUnlessItIsOfGoodsSold() {
        for (Account account : DifferenceFigure.CASH_AT_END.accounts()) {
            List<Driver> drivers = Arrays.stream(Driver.values())
                    .filter(d -> d != Driver.VOLUME && d != Driver.MIX)
                    .filter(d -> d.accounts().contains(account))
                    .toList();

            if (Driver.VOLUME.accounts().contains(account)) {
                assertThat(drivers).as(account.name()).isNotEmpty();
            } else {
                assertThat(drivers).as(account.name()).hasSize(1);
            }
        }
    }

    @Test
    void whatIsDoneDifferently_isNamedByOrderAndResource() {
        Side house = side(run(5 * DAY + BY_DAY), run(6 * DAY + BY_DAY));
        Side outside = side(run(7 * DAY + BY_DAY), OneProductShop.outside(6 * DAY));

        DoneDifferently different = DoneDifferently.between(outside, house);

        assertThat(different.resources())
                .containsExactly(
                        new ResourceChange(ResourceChange.Kind.SUBCONTRACT, -1, "SUP-SUB", "PRO-CAST", 98, 0),
                        new ResourceChange(ResourceChange.Kind.MACHINE, 0, "EQP-M1", "", 11, 22),
                        new ResourceChange(ResourceChange.Kind.TOOL, 0, "EQP-T1", "", 11, 22));
        assertThat(different.orders())
                .containsExactly(
                        new OrderChange(
                                "ORD-2",
                                new Delivered(98, 20 * DAY),
                                new Delivered(98, 20 * DAY),
                                0,
                                List.of(new OperationChange(
                                        "MAT-PART",
                                        "PRO-CAST",
                                        new OperationChange.Run(-1, "SUP-SUB", 98, 6 * DAY, 9 * DAY),
                                        new OperationChange.Run(
                                                0, "", 100, 6 * DAY + BY_DAY, 6 * DAY + BY_DAY + 11 * HOUR)))),
                        new OrderChange(
                                "ORD-1", new Delivered(98, 10 * DAY), new Delivered(98, 10 * DAY), 1, List.of()));
    }
}
