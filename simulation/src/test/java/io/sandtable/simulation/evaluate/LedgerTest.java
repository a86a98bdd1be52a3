package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.AS_OF;
import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.model.Curve;
import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.scenario.ExchangeRate;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import io.sandtable.simulation.scenario.PlanningProblem.Discount;
import io.sandtable.simulation.scenario.PlanningProblem.DiscountLine;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.Subsidy;
import io.sandtable.simulation.scenario.Rebate;
import io.sandtable.simulation.scenario.Validity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate END = LocalDate.of(2027, 8, 29);

    /**
     * By hand. Material 200 kg × 10 = 2,000.00. Labour 1 h set-up + 10 h = 660.00. Energy 10 kW × 11 h × 1.00 = 110.00. Cost of the lot
     * 2,770.00, of which 2 % are lost: 40.00 + 13.20 + 2.20 = 55.40 scrap. Sale 98 × 50 = 4,900.00, VAT 637.00. Margin 2,130.00.
     */
    @Test
    void oneOrder_costsWhatTheHandCalculationSays() {
        Evaluation result = Evaluator.evaluate(new OneProductShop().problem(), plan());

        Ledger ledger = result.ledger();
        assertThat(ledger.balance(Account.REVENUE, END)).isEqualTo(Money.fen(-490_000));
        assertThat(ledger.balance(Account.COST_MATERIAL, END)).isEqualTo(Money.fen(196_000));
        assertThat(ledger.balance(Account.COST_LABOUR, END)).isEqualTo(Money.fen(64_680));
        assertThat(ledger.balance(Account.COST_ENERGY, END)).isEqualTo(Money.fen(10_780));
        assertThat(ledger.balance(Account.COST_SCRAP, END)).isEqualTo(Money.fen(5_540));
        assertThat(ledger.balance(Account.INVENTORY, END)).isEqualTo(Money.fen(0));
        assertThat(ledger.balance(Account.WORK_IN_PROCESS, END)).isEqualTo(Money.fen(0));
        assertThat(result.kpis().revenue()).isEqualTo(Money.fen(490_000));
        assertThat(result.kpis().grossMargin()).isEqualTo(Money.fen(213_000));
        assertThat(result.kpis().grossMarginPct()).isEqualTo(100.0 * 2130 / 4900);
    }

    /**
     * By hand. Opening 10,000.00. 3 Apr: raw material 2,260.00 with VAT (30 days after 4 Mar). 15 Apr: electricity 110.00 + VAT 14.30; wages
     * 660.00; VAT 637.00 − 260.00 − 14.30 = 362.70; income tax 25 % of the quarter's 2,130.00 = 532.50. 9 May: the customer's 5,537.00
     * (60 days after 10 Mar). In the end 11,597.50 = 10,000.00 + 2,130.00 − 532.50.
     */
    @Test
    void oneOrder_movesCashOnTheDaysTheTermsSay() {
        Evaluation result = Evaluator.evaluate(new OneProductShop().problem(), plan());

        assertThat(result.ledger().cashByDay())
                .containsExactly(
                        Map.entry(AS_OF, Money.fen(1_000_000)),
                        Map.entry(LocalDate.of(2027, 4, 3), Money.fen(774_000)),
                        Map.entry(LocalDate.of(2027, 4, 15), Money.fen(606_050)),
                        Map.entry(LocalDate.of(2027, 5, 9), Money.fen(1_159_750)));
        assertThat(result.kpis().cashLow()).isEqualTo(Money.fen(606_050));
        assertThat(result.kpis().cashLowDate()).isEqualTo(LocalDate.of(2027, 4, 15));
    }

    /** By hand. March owes 637.00 − 260.00 − 14.30 = 362.70, from which the 400.00 of before are taken; 37.30 are left for April. */
    @Test
    void openingVatCredit_isTakenOffWhatIsOwedAndTheRestIsCarriedForward() {
        var shop = new OneProductShop();
        shop.openingVatCreditFen = 40_000;

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.balance(Account.VAT_CREDIT, AS_OF)).isEqualTo(Money.fen(40_000));
        assertThat(ledger.balance(Account.EQUITY, AS_OF)).isEqualTo(Money.fen(-1_040_000));
        assertThat(ledger.sum(p -> p.cause().event() == Event.VAT_PAID)).isEqualTo(Money.fen(0));
        assertThat(ledger.of(Account.VAT_PAYABLE)).extracting(Posting::date).containsOnly(LocalDate.of(2027, 3, 31));
        assertThat(ledger.balance(Account.VAT_PAYABLE, END)).isEqualTo(Money.fen(0));
        assertThat(ledger.balance(Account.VAT_CREDIT, END)).isEqualTo(Money.fen(3_730));
    }

    @Test
    void workThatSpansAPeakAndAValley_isPricedByItsHours() {
        // 19:00 to 06:00: five hours at 1.00, six at 0.40 = 10 kW × 7.40
        Evaluation result = Evaluator.evaluate(new OneProductShop().problem(), plan(5 * DAY + 19 * HOUR, 10 * DAY));

        assertThat(result.ledger()
                        .sum(p -> p.cause().event() == Event.ENERGY && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(7_400));
    }

    @Test
    void work_isPricedOnlyInTheHoursTheMachineWorks() {
        var shop = new OneProductShop();
        shop.time = OneProductShop.everyDay(7, 12);
        // 07:00–12:00 on three days, the last one until 08:00: 3 h at 0.40 and 8 h at 1.00, 10 kW
        var op = OneProductShop.run(5 * DAY + 7 * HOUR, 7 * DAY + 8 * HOUR);

        Evaluation result =
                Evaluator.evaluate(shop.problem(), plan(List.of(op), List.of(new Delivery(0, 98, 10 * DAY))));

        assertThat(result.ledger()
                        .sum(p -> p.cause().event() == Event.ENERGY && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(9_200));
    }

    @Test
    void importedMaterial_bearsDutyAndPaysVatAtCustoms() {
        var shop = new OneProductShop();
        shop.foreign = true;
        shop.duty = 7;

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        LocalDate arrival = LocalDate.of(2027, 3, 4);
        // duty 140.00, import VAT 13 % of 2,140.00 = 278.20; the supplier gets 2,000.00 thirty days later
        assertThat(ledger.balance(Account.INVENTORY, arrival)).isEqualTo(Money.fen(214_000));
        assertThat(ledger.balance(Account.CASH, arrival)).isEqualTo(Money.fen(1_000_000 - 14_000 - 27_820));
        assertThat(ledger.balance(Account.CASH, LocalDate.of(2027, 4, 3)))
                .isEqualTo(Money.fen(1_000_000 - 14_000 - 27_820 - 200_000));
    }

    /**
     * By hand. 200 kg × 10.00 were EUR 250.00 at 8.00. The rate is 8.00 until it rises to 8.20 on 20 March and to 8.40 on 1 April: booked at
     * 2,000.00 on 4 March, worth 2,050.00 on 31 March, paid with 2,100.00 on 3 April.
     */
    @Test
    void foreignDebt_isRevaluedAtMonthsEndAndPaidAtItsDaysRate() {
        OneProductShop shop = buyingInEuros();

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.balance(Account.PAYABLES, LocalDate.of(2027, 3, 30))).isEqualTo(Money.fen(-200_000));
        assertThat(ledger.of(Account.EXCHANGE_DIFFERENCES))
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(tuple(LocalDate.of(2027, 3, 31), 5_000L), tuple(LocalDate.of(2027, 4, 3), 5_000L));
        assertThat(ledger.of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.SUPPLIER_PAID)
                .extracting(Posting::date, p -> p.amount().minor(), Posting::original)
                .containsExactly(
                        tuple(LocalDate.of(2027, 4, 3), -210_000L, new Money(Currency.getInstance("EUR"), -25_000)));
        assertThat(ledger.of(Account.INVENTORY))
                .filteredOn(p -> p.cause().event() == Event.PURCHASE)
                .extracting(Posting::original)
                .containsExactly(new Money(Currency.getInstance("EUR"), 25_000));
        // what it is revalued by moves no euro
        assertThat(ledger.of(Account.EXCHANGE_DIFFERENCES))
                .extracting(Posting::original)
                .containsOnlyNulls();
        assertThat(ledger.balance(Account.COST_MATERIAL, END)).isEqualTo(Money.fen(196_000));
    }

    @Test
    void goodsInForeignCurrency_costWhatTheRateOfTheirArrivalSays() {
        OneProductShop shop = buyingInEuros();
        shop.rates.put("EUR", new ExchangeRate(new TreeMap<>(Map.of(0, 8.0, 3, 8.8))));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.balance(Account.INVENTORY, LocalDate.of(2027, 3, 4))).isEqualTo(Money.fen(220_000));
        assertThat(ledger.of(Account.EXCHANGE_DIFFERENCES)).isEmpty();
    }

    /**
     * By hand. 100 kg on order × 10.00 are EUR 125.00 and arrive on 4 March at 8.00: 7 % duty 70.00, import VAT 13 % of 1,070.00 = 139.10, both
     * paid that day. EUR 125.00 are worth 1,025.00 on 31 March and are paid with 1,050.00 on 3 April.
     */
    @Test
    void openPurchaseFromAbroad_owesItsSupplierThePriceAndCustomsTheTaxes() {
        OneProductShop shop = buyingInEuros();
        shop.receipts.add(new Receipt(0, "PUR-1", 0, 100, 3 * DAY, 10, "SUP-RAW", 30, false, "EUR", true, 7));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        LocalDate arrival = LocalDate.of(2027, 3, 4);
        assertThat(ledger.balance(Account.INVENTORY, arrival)).isEqualTo(Money.fen(107_000));
        assertThat(ledger.balance(Account.PAYABLES, arrival)).isEqualTo(Money.fen(-100_000));
        assertThat(ledger.balance(Account.VAT_INPUT, arrival)).isEqualTo(Money.fen(13_910));
        assertThat(ledger.balance(Account.IMPORT_TAXES, arrival)).isEqualTo(Money.fen(0));
        assertThat(ledger.cashByDay())
                .containsExactly(
                        Map.entry(AS_OF, Money.fen(1_000_000)),
                        Map.entry(arrival, Money.fen(1_000_000 - 7_000 - 13_910)),
                        Map.entry(LocalDate.of(2027, 4, 3), Money.fen(1_000_000 - 7_000 - 13_910 - 105_000)));
        assertThat(ledger.of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.RECEIPT_PAID)
                .extracting(Posting::original)
                .containsExactly(new Money(Currency.getInstance("EUR"), -12_500));
        assertThat(ledger.balance(Account.PAYABLES, END)).isEqualTo(Money.fen(0));
    }

    /**
     * By hand. 98 × 8.00 = 784.00 are EUR 98.00 on 7 March: 5 % duty 39.20, import VAT 13 % of 823.20 = 107.02; EUR 98.00 are paid with 823.20
     * on 6 April.
     */
    @Test
    void workDoneAbroad_owesItsSubcontractorThePriceAndCustomsTheTaxes() {
        OneProductShop shop = buyingInEuros();
        shop.subcontract = new Subcontract(
                0, "SUP-SUB", "Sub", 8, 3 * DAY, 100, 1000, "medium", 30, Validity.ALWAYS, "EUR", true, 5);
        var plan = plan(List.of(OneProductShop.outside(4 * DAY)), List.of(new Delivery(0, 98, 10 * DAY)));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan).ledger();

        assertThat(ledger.balance(Account.COST_SUBCONTRACT, END)).isEqualTo(Money.fen(82_320));
        assertThat(ledger.of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.SUBCONTRACT_IMPORT_TAXES_PAID
                        || p.cause().event() == Event.SUBCONTRACTOR_PAID)
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(
                        tuple(LocalDate.of(2027, 3, 7), -3_920L - 10_702), tuple(LocalDate.of(2027, 4, 6), -82_320L));
    }

    /**
     * By hand. EUR 1,250.00 arrive on 21 March at 8.20: 10,250.00, 5 % duty 512.50, import VAT 13 % of 10,762.50 = 1,399.13; paid with
     * 10,500.00 on 5 April.
     */
    @Test
    void equipmentFromAbroad_owesItsMakerThePriceAndCustomsTheTaxes() {
        OneProductShop shop = buyingInEuros();
        shop.investments.add(new Investment(
                0, "EQP-T1", "T1", "SUP-T", "Toolmaker", 0, -1, 10_000, 20 * DAY, 7, 15, "EUR", true, 5, null));
        Plan base = plan();
        var plan =
                new Plan(List.of(0), false, List.of(), base.lots(), base.purchases(), base.deliveries(), base.search());

        Evaluation result = Evaluator.evaluate(shop.problem(), plan);

        assertThat(result.kpis().capex()).isEqualTo(Money.fen(1_076_250));
        assertThat(result.ledger().of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.INVESTMENT_IMPORT_TAXES_PAID
                        || p.cause().event() == Event.INVESTMENT_PAID)
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(
                        tuple(LocalDate.of(2027, 3, 21), -51_250L - 139_913),
                        tuple(LocalDate.of(2027, 4, 5), -1_050_000L));
        assertThat(result.ledger().of(Account.DEPRECIATION).getFirst().amount()).isEqualTo(Money.fen(153_750));
    }

    private static OneProductShop buyingInEuros() {
        var shop = new OneProductShop();
        shop.foreign = true;
        shop.currency = "EUR";
        shop.rates.put("EUR", new ExchangeRate(new TreeMap<>(Map.of(0, 8.0, 19, 8.2, 31, 8.4))));
        return shop;
    }

    /**
     * By hand. 200 kg arrived in March and 350 kg before, in all 550: from 500 on 3 % of 2,000.00 + 3,500.00 come back, 165.00 and 21.45 VAT
     * on 31 March, paid on 30 April. March's VAT to pay is 637.00 − 260.00 − 14.30 + 21.45.
     */
    @Test
    void rebate_isCreditedForTheQuarterAndPaidAfterTheSuppliersTerm() {
        var shop = new OneProductShop();
        shop.rebate = new Rebate(Curve.parse("400=2;500=3"), 3, 350, 3_500);

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.of(Account.COST_REBATES))
                .extracting(Posting::date, p -> p.amount().minor(), Posting::quantity)
                .containsExactly(tuple(LocalDate.of(2027, 3, 31), -16_500L, 550.0));
        assertThat(ledger.of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.REBATE_PAID)
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(tuple(LocalDate.of(2027, 4, 30), 18_645L));
        assertThat(ledger.sum(p -> p.cause().event() == Event.VAT_PAID && p.account() == Account.CASH))
                .isEqualTo(Money.fen(-63_700 + 26_000 + 1_430 - 2_145));
        assertThat(ledger.balance(Account.PAYABLES, END)).isEqualTo(Money.fen(0));
    }

    /**
     * By hand. 200 kg at 10.00 by the one variant, 100 kg at 9.00 by the other, 350 kg before and 50 kg on order at 10.00: of 700 kg for 6,900.00
     * 3 % come back once, 207.00.
     */
    @Test
    void rebateOfSeveralVariantsOfAnOffer_isAddedUpAndCreditedOnce() {
        var shop = new OneProductShop();
        shop.rebate = new Rebate(Curve.parse("400=2;700=3"), 3, 350, 3_500);
        shop.variants.add(new Offer(
                1,
                "SUP-RAW",
                "Raw",
                0,
                9,
                null,
                0,
                2 * DAY,
                1,
                1,
                Double.POSITIVE_INFINITY,
                100,
                0,
                30,
                false,
                0,
                List.of(),
                "CNY",
                shop.rebate));
        shop.receipts.add(new Receipt(0, "PUR-1", 0, 50, 4 * DAY, 10, "SUP-RAW", 30, false));
        Plan base = plan();
        var purchases = List.of(base.purchases().getFirst(), new Plan.Purchase(1, 100, 100, DAY, 3 * DAY + 600));
        var plan = new Plan(List.of(), false, List.of(), base.lots(), purchases, base.deliveries(), base.search());

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan).ledger();

        assertThat(ledger.of(Account.COST_REBATES))
                .extracting(Posting::date, p -> p.amount().minor(), Posting::quantity)
                .containsExactly(tuple(LocalDate.of(2027, 3, 31), -20_700L, 700.0));
    }

    @Test
    void tooLittleForARebate_bringsNone() {
        var shop = new OneProductShop();
        shop.rebate = new Rebate(Curve.parse("201=2"), 3, 0, 0);

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.of(Account.COST_REBATES)).isEmpty();
    }

    /** By hand. A machine arrives on 21 March and is written off from April to October; 700.00 come on 10 May, so that 5 months share them. */
    @Test
    void subsidyOfEquipment_isIncomeOverTheMonthsThatAreLeft() {
        var shop = new OneProductShop();
        shop.horizonDays = 365;
        shop.investments.add(new Investment(
                0,
                "EQP-T1",
                "T1",
                "SUP-T",
                "Toolmaker",
                0,
                -1,
                10_000,
                20 * DAY,
                7,
                15,
                "CNY",
                false,
                0,
                new Subsidy("POL-1", 700, 50)));
        Plan base = plan();
        var plan =
                new Plan(List.of(0), false, List.of(), base.lots(), base.purchases(), base.deliveries(), base.search());

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan).ledger();

        assertThat(ledger.of(Account.CASH))
                .filteredOn(p -> p.cause().event() == Event.SUBSIDY_PAID)
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(tuple(LocalDate.of(2027, 5, 10), 70_000L));
        assertThat(ledger.of(Account.SUBSIDIES))
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(
                        tuple(LocalDate.of(2027, 6, 30), -14_000L),
                        tuple(LocalDate.of(2027, 7, 31), -14_000L),
                        tuple(LocalDate.of(2027, 8, 31), -14_000L),
                        tuple(LocalDate.of(2027, 9, 30), -14_000L),
                        tuple(LocalDate.of(2027, 10, 31), -14_000L));
        assertThat(ledger.balance(Account.DEFERRED_INCOME, LocalDate.of(2028, 1, 1)))
                .isEqualTo(Money.fen(0));
    }

    @Test
    void subsidyThatWasGranted_isIncomeOnItsDay() {
        var shop = new OneProductShop();
        shop.cashItems.add(new CashItem("ACC-S", "subsidy", LocalDate.of(2027, 4, 20), Money.fen(80_000)));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.of(Account.SUBSIDIES))
                .extracting(Posting::date, p -> p.amount().minor())
                .containsExactly(tuple(LocalDate.of(2027, 4, 20), -80_000L));
    }

    /** By hand. CNY 10,000.00 for 90 of 360 days at 3.6 %: the bank keeps 90.00. */
    @Test
    void billOnItsDiscountDate_bringsItsFaceLessWhatTheBankKeeps() {
        var shop = new OneProductShop();
        shop.cashItems.add(new CashItem(
                "ACC-B",
                "bill-receivable",
                AS_OF.plusDays(100),
                Money.fen(1_000_000),
                null,
                new Discount(AS_OF.plusDays(10), 3.6)));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.balance(Account.BILLS_RECEIVABLE, AS_OF)).isEqualTo(Money.fen(1_000_000));
        assertThat(ledger.of(Account.BILLS_RECEIVABLE))
                .filteredOn(p -> p.cause().event() != Event.OPENING_ITEM)
                .extracting(
                        Posting::date, p -> p.cause().event(), p -> p.amount().minor())
                .containsExactly(
                        tuple(AS_OF.plusDays(10), Event.BILL_DISCOUNTED, -991_000L),
                        tuple(AS_OF.plusDays(10), Event.BILL_DISCOUNT, -9_000L));
        assertThat(ledger.balance(Account.CASH, END)).isEqualTo(Money.fen(1_991_000));
        assertThat(ledger.balance(Account.BILL_DISCOUNT, END)).isEqualTo(Money.fen(9_000));
    }

    /** By hand. 100,000.00 are drawn from 1 April on: 30 days × 10.00 in April, and with that interest 31 × 10.03 = 310.93 in May. */
    @Test
    void drawnCreditLine_costsItsRateAtEachMonthsEnd() {
        OneProductShop shop = drawing(100_000);
        shop.creditLines.add(new CreditLine(Money.fen(20_000_000), 3.65, Integer.MAX_VALUE));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.of(Account.INTEREST))
                .extracting(
                        Posting::date, p -> p.cause().event(), p -> p.amount().minor())
                .containsExactly(
                        tuple(LocalDate.of(2027, 4, 30), Event.CREDIT_LINE_INTEREST, 30_000L),
                        tuple(LocalDate.of(2027, 5, 31), Event.CREDIT_LINE_INTEREST, 31_093L));
        assertThat(ledger.balance(Account.CASH, LocalDate.of(2027, 5, 31)))
                .isEqualTo(Money.fen(-10_000_000 - 30_000 - 31_093));
    }

    /**
     * By hand. Of 100,000.00 drawn, 30,000.00 are lent at 3.65 % until 15 April and 60,000.00 at 7.30 %: 15 × (3.00 + 12.00) + 15 × 12.00 =
     * 405.00. What no bank lends has no price.
     */
    @Test
    void cheapestLine_isDrawnFirstWhileItLasts() {
        OneProductShop shop = drawing(100_000);
        shop.creditLines.add(new CreditLine(Money.fen(6_000_000), 7.3, Integer.MAX_VALUE));
        shop.creditLines.add(new CreditLine(Money.fen(3_000_000), 3.65, 45));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.balance(Account.INTEREST, LocalDate.of(2027, 4, 30))).isEqualTo(Money.fen(40_500));
    }

    /** By hand. 58,064.52 drawn for 31 days at 3.65 % cost 180.00, and the first quarter's tax is (2,130.00 − 180.00) × 25 % = 487.50. */
    @Test
    void interestOnACreditLine_lowersTheIncomeTax() {
        var shop = new OneProductShop();
        shop.cashItems.add(new CashItem("ACC-P", "payable", AS_OF, Money.fen(-1_000_000 - 5_806_452)));
        shop.creditLines.add(new CreditLine(Money.fen(50_000_000), 3.65, Integer.MAX_VALUE));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        LocalDate quarter = LocalDate.of(2027, 3, 31);
        assertThat(ledger.balance(Account.INTEREST, quarter)).isEqualTo(Money.fen(18_000));
        assertThat(ledger.balance(Account.INCOME_TAX, quarter)).isEqualTo(Money.fen(48_750));
    }

    /** A shop that has drawn that many yuan from 1 April to the end of May. */
    private static OneProductShop drawing(long yuan) {
        var shop = new OneProductShop();
        shop.horizonDays = 92;
        shop.cashItems.add(
                new CashItem("ACC-P", "payable", LocalDate.of(2027, 4, 1), Money.fen(-1_000_000 - yuan * 100)));
        return shop;
    }

    /** 10,000.00 in the bank, 12,000.00 to pay on the 20th day; bills of 1,500.00 each mature on days 50, 40 and 30. */
    private static OneProductShop runningOutOfCash() {
        var shop = new OneProductShop();
        shop.cashItems.add(new CashItem("ACC-P", "payable", AS_OF.plusDays(20), Money.fen(-1_200_000)));
        for (int matures = 50; matures >= 30; matures -= 10) {
            shop.cashItems.add(
                    new CashItem("ACC-" + matures, "bill-receivable", AS_OF.plusDays(matures), Money.fen(150_000)));
        }
        return shop;
    }

    private static List<String> discounted(OneProductShop shop) {
        var problem = shop.problem();
        return Evaluator.evaluate(problem, OneProductShop.nothing()).ledger().of(Account.CASH).stream()
                .filter(p -> p.cause().event() == Event.BILL_DISCOUNTED_FOR_CASH)
                .map(p -> problem.finance().cashItems().get(p.cause().index()).id() + " on day "
                        + AS_OF.until(p.date(), ChronoUnit.DAYS) + " for " + p.amount())
                .toList();
    }

    @Test
    void cashThatWouldRunOut_discountsTheBillsThatMatureFirst_whereABankAgreed() {
        OneProductShop shop = runningOutOfCash();
        assertThat(discounted(shop)).isEmpty();

        shop.discountLines.add(new DiscountLine("ACC-D", Money.fen(10_000_000), 7.2, 300));

        // 1,500.00 × 7.2 % × 10 and 20 days ÷ 360 are 3.00 and 6.00
        assertThat(discounted(shop))
                .containsExactly("ACC-30 on day 20 for 1497.00 CNY", "ACC-40 on day 20 for 1494.00 CNY");
    }

    @Test
    void creditLine_isUsedBeforeBillsAreDiscounted() {
        OneProductShop shop = runningOutOfCash();
        shop.discountLines.add(new DiscountLine("ACC-D", Money.fen(10_000_000), 7.2, 300));
        shop.creditLines.add(new CreditLine(Money.fen(60_000), 0, 25));

        assertThat(discounted(shop))
                .containsExactly("ACC-30 on day 20 for 1497.00 CNY", "ACC-40 on day 26 for 1495.80 CNY");
    }

    @Test
    void billsBeyondTheBanksLimitOrTime_areKept() {
        OneProductShop shop = runningOutOfCash();
        shop.discountLines.add(new DiscountLine("ACC-D", Money.fen(160_000), 7.2, 300));
        shop.discountLines.add(new DiscountLine("ACC-E", Money.fen(10_000_000), 3, 19));

        assertThat(discounted(shop)).containsExactly("ACC-30 on day 20 for 1497.00 CNY");
    }

    /** The books have the receivable of USD 100.00 at 7.00; it comes in at 6.50. */
    @Test
    void openingItemInForeignCurrency_bringsWhatItsRateMakesOfIt() {
        var shop = new OneProductShop();
        shop.rates.put("USD", new ExchangeRate(new TreeMap<>(Map.of(0, 7.0, 10, 6.5))));
        var owed = new Money(Currency.getInstance("USD"), 10_000);
        shop.cashItems.add(
                new CashItem("ACC-1", "receivable", LocalDate.of(2027, 3, 20), Money.fen(70_000), owed, null));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.balance(Account.RECEIVABLES, AS_OF)).isEqualTo(Money.fen(70_000));
        assertThat(ledger.balance(Account.CASH, END)).isEqualTo(Money.fen(1_065_000));
        assertThat(ledger.balance(Account.RECEIVABLES, END)).isEqualTo(Money.fen(0));
        assertThat(ledger.balance(Account.EXCHANGE_DIFFERENCES, END)).isEqualTo(Money.fen(5_000));
    }

    @Test
    void wagesInThePayroll_areAbsorbedAndNotPaidTwice() {
        var shop = new OneProductShop();
        shop.labourInPayroll = true;
        shop.incomeTaxPercent = 0;
        shop.cashItems.add(new CashItem("ACC-PAY", "payroll", LocalDate.of(2027, 3, 15), Money.fen(-100_000)));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.balance(Account.WAGES_ABSORBED, END)).isEqualTo(Money.fen(-66_000));
        assertThat(ledger.balance(Account.WAGES, END)).isEqualTo(Money.fen(100_000));
        assertThat(ledger.sum(p -> p.cause().event() == Event.WAGES_PAID)).isEqualTo(Money.fen(0));
        assertThat(ledger.balance(Account.CASH, END)).isEqualTo(Money.fen(1_000_000 + 213_000 + 66_000 - 100_000));
    }

    @Test
    void overtime_costsItsPremiumInCashEvenWhereWagesAreInThePayroll() {
        var shop = new OneProductShop();
        shop.labourInPayroll = true;
        shop.time = OneProductShop.everyDay(8, 16);
        shop.overtime = OneProductShop.everyDay(8, 20);
        Plan regular = plan();
        var overtime = new Plan(
                regular.investments(),
                true,
                regular.liftedRules(),
                regular.lots(),
                regular.purchases(),
                regular.deliveries(),
                regular.search());

        Ledger ledger = Evaluator.evaluate(shop.problem(), overtime).ledger();

        // 16:00–19:00 are three hours at 50 % of 60 CNY
        assertThat(ledger.sum(p -> p.cause().event() == Event.OVERTIME && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(9_000));
        assertThat(ledger.sum(p -> p.cause().event() == Event.WAGES_PAID && p.account() == Account.CASH))
                .isEqualTo(Money.fen(-9_000));
    }

    @Test
    void subcontractedWork_costsItsPriceAndNoLabourOrEnergy() {
        var plan = plan(List.of(OneProductShop.outside(4 * DAY)), List.of(new Delivery(0, 98, 10 * DAY)));

        Ledger ledger = Evaluator.evaluate(new OneProductShop().problem(), plan).ledger();

        assertThat(ledger.balance(Account.COST_SUBCONTRACT, END)).isEqualTo(Money.fen(98 * 800));
        assertThat(ledger.of(Account.COST_LABOUR)).isEmpty();
        assertThat(ledger.of(Account.COST_ENERGY)).isEmpty();
        // 4 kg of the 200 are not needed
        assertThat(ledger.balance(Account.INVENTORY, END)).isEqualTo(Money.fen(4_000));
    }

    @Test
    void carbon_isPricedByTheTonne() {
        var shop = new OneProductShop();
        shop.carbonPrice = 80;

        Evaluation result = Evaluator.evaluate(shop.problem(), plan());

        // 110 kWh × 0.5 kg = 55 kg × 80 CNY/t
        assertThat(result.kpis().carbonKg()).isEqualTo(55);
        assertThat(result.kpis().energyKwh()).isEqualTo(110);
        assertThat(result.ledger().balance(Account.CARBON_ACCRUED, END)).isEqualTo(Money.fen(-440));
    }

    @Test
    void lateDelivery_costsItsPenaltyPerBegunDay() {
        Evaluation result = Evaluator.evaluate(new OneProductShop().problem(), plan(5 * DAY, 12 * DAY + 1));

        // two days and a minute late: 3 × 1 % of 4,900.00
        assertThat(result.kpis().penalties()).isEqualTo(Money.fen(14_700));
        assertThat(result.kpis().lateOrders()).isEqualTo(1);
        assertThat(result.kpis().onTimePct()).isEqualTo(0);
        assertThat(result.ledger().sum(p -> p.cause().event() == Event.CUSTOMER_PAYS && p.account() == Account.CASH))
                .isEqualTo(Money.fen(553_700 - 14_700));
    }

    @Test
    void orderThatIsNeverDelivered_isShortAndAccruesItsPenalty() {
        var shop = new OneProductShop();
        shop.horizonDays = 31;

        Kpis kpis = Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).kpis();

        assertThat(kpis.shortOrders()).isEqualTo(1);
        assertThat(kpis.lateOrders()).isEqualTo(0);
        assertThat(kpis.penalties()).isEqualTo(Money.fen(21 * 4_900));
    }

    @Test
    void materialInStock_isUsedFirstInFirstOutAtItsOwnCost() {
        var shop = new OneProductShop();
        shop.stocks.add(new Stock(0, "LOT-OLD", 0, 150, 8, Integer.MAX_VALUE, null));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        // 150 kg at 8.00 and 50 kg at 10.00
        assertThat(ledger.sum(p -> p.cause().event() == Event.CONSUMPTION && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(120_000 + 50_000));
        assertThat(ledger.balance(Account.INVENTORY, END)).isEqualTo(Money.fen(150_000));
    }

    @Test
    void stockThatExpires_isWrittenOffAndNotUsed() {
        var shop = new OneProductShop();
        shop.stocks.add(new Stock(0, "LOT-OLD", 0, 150, 8, 2 * DAY, null));

        Ledger ledger = Evaluator.evaluate(shop.problem(), plan()).ledger();

        assertThat(ledger.balance(Account.INVENTORY_LOSS, LocalDate.of(2027, 3, 3)))
                .isEqualTo(Money.fen(120_000));
        assertThat(ledger.sum(p -> p.cause().event() == Event.CONSUMPTION && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(200_000));
    }

    @Test
    void stock_isUsableInTheLastMinuteBeforeItExpiresAndNotInTheNext() {
        int start = 5 * DAY + 8 * HOUR;
        var lastMinute = new OneProductShop();
        lastMinute.stocks.add(new Stock(0, "LOT-OLD", 0, 150, 8, start + 1, null));
        var tooLate = new OneProductShop();
        tooLate.stocks.add(new Stock(0, "LOT-OLD", 0, 150, 8, start, null));

        assertThat(consumed(lastMinute)).isEqualTo(Money.fen(170_000));
        assertThat(consumed(tooLate)).isEqualTo(Money.fen(200_000));
    }

    private static Money consumed(OneProductShop shop) {
        return Evaluator.evaluate(shop.problem(), plan())
                .ledger()
                .sum(p -> p.cause().event() == Event.CONSUMPTION && p.account() == Account.WORK_IN_PROCESS);
    }

    @Test
    void materialThatIsNotThere_isTakenAtStandardCostAndSaidToBe() {
        Plan all = plan();
        var without = new Plan(List.of(), false, List.of(), all.lots(), List.of(), all.deliveries(), all.search());

        Ledger ledger =
                Evaluator.evaluate(new OneProductShop().problem(), without).ledger();

        assertThat(ledger.sum(p -> p.cause().event() == Event.UNCOVERED && p.account() == Account.WORK_IN_PROCESS))
                .isEqualTo(Money.fen(200_000));
    }

    @Test
    void investment_isPaidWithVatAndDepreciatedFromTheNextMonthToTheFen() {
        var shop = new OneProductShop();
        shop.horizonDays = 365;
        shop.investments.add(new Investment(0, "EQP-T1", "T1", "SUP-T", "Toolmaker", 0, -1, 10_000, 20 * DAY, 7, 15));
        Plan base = plan();
        var plan =
                new Plan(List.of(0), false, List.of(), base.lots(), base.purchases(), base.deliveries(), base.search());

        Evaluation result = Evaluator.evaluate(shop.problem(), plan);

        assertThat(result.kpis().capex()).isEqualTo(Money.fen(1_000_000));
        assertThat(result.ledger()
                        .sum(p -> p.cause().event() == Event.INVESTMENT_PAID
                                && p.account() == Account.CASH
                                && p.date().equals(LocalDate.of(2027, 4, 5))))
                .isEqualTo(Money.fen(-1_130_000));
        assertThat(result.ledger().of(Account.DEPRECIATION).stream()
                        .map(p -> p.amount().minor()))
                .containsExactly(142_857L, 142_857L, 142_857L, 142_858L, 142_857L, 142_857L, 142_857L);
        assertThat(result.kpis().depreciation()).isEqualTo(Money.fen(1_000_000));
        assertThat(result.kpis().grossMargin()).isEqualTo(Money.fen(213_000 - 1_000_000));
    }

    @Test
    void openingItems_areBalancesUntilTheyArePaid() {
        var shop = new OneProductShop();
        shop.cashItems.add(new CashItem("ACC-1", "receivable", LocalDate.of(2027, 3, 20), Money.fen(50_000)));
        shop.cashItems.add(new CashItem("ACC-2", "bill-payable", LocalDate.of(2027, 3, 25), Money.fen(-30_000)));

        Ledger ledger =
                Evaluator.evaluate(shop.problem(), OneProductShop.nothing()).ledger();

        assertThat(ledger.trialBalance(AS_OF))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Account.CASH,
                        Money.fen(1_000_000),
                        Account.RECEIVABLES,
                        Money.fen(50_000),
                        Account.BILLS_PAYABLE,
                        Money.fen(-30_000),
                        Account.EQUITY,
                        Money.fen(-1_020_000)));
        assertThat(ledger.balance(Account.CASH, END)).isEqualTo(Money.fen(1_020_000));
        assertThat(ledger.balance(Account.RECEIVABLES, END)).isEqualTo(Money.fen(0));
    }
}
