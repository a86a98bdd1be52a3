package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.AS_OF;
import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one change of a price, a term or a time moves in the ledger, and that it moves nothing else. */
class LedgerChangesTest {
    private static final LocalDate END = LocalDate.of(2027, 8, 29);

    @Test
    void movingAnOperationToTheValley_changesOnlyEnergyAndWhatFollowsFromIt() {
        var shop = new OneProductShop();
        shop.incomeTaxPercent = 0;
        shop.machineYield = 100;

        Evaluation peak = Evaluator.evaluate(shop.problem(), allGood(5 * DAY + 8 * HOUR));
        Evaluation valley = Evaluator.evaluate(shop.problem(), allGood(5 * DAY));

        Map<Account, Long> difference = difference(peak, valley);
        // 8 of the 11 hours cost 0.60 less per kWh: 10 kW × 8 h × 0.60 = 48.00, and 6.24 VAT on it is paid to the tax
        // office instead
        assertThat(difference).containsOnlyKeys(Account.COST_ENERGY, Account.CASH);
        assertThat(difference).containsEntry(Account.COST_ENERGY, -4_800L).containsEntry(Account.CASH, 4_800L);
        assertThat(eventsThatDiffer(peak, valley))
                .containsOnly(
                        Event.ENERGY,
                        Event.LOT_DONE,
                        Event.COST_OF_SALE,
                        Event.ENERGY_BILL,
                        Event.ENERGY_VAT,
                        Event.ENERGY_PAID,
                        Event.VAT_CLOSED,
                        Event.VAT_PAID);
    }

    /**
     * By hand. 19:00 to 06:00 has six hours in the valley: 10 kW × 6 h × 0.10 = 6.00 less for energy. The bill's VAT is 0.78 less and
     * the tax office gets 0.78 more; income tax 25 % of 6.00 = 1.50 more. Cash 4.50 more.
     */
    @Test
    void cheaperValley_changesOnlyEnergyAndWhatFollowsFromIt() {
        var shop = new OneProductShop();
        shop.machineYield = 100;
        Plan overNight = allGood(5 * DAY + 19 * HOUR);
        Evaluation before = Evaluator.evaluate(shop.problem(), overNight);
        shop.valleyPrice = 0.3;

        Evaluation after = Evaluator.evaluate(shop.problem(), overNight);

        assertThat(difference(before, after))
                .containsOnly(
                        Map.entry(Account.COST_ENERGY, -600L),
                        Map.entry(Account.INCOME_TAX, 150L),
                        Map.entry(Account.CASH, 450L));
        assertThat(eventsThatDiffer(before, after))
                .containsOnly(
                        Event.ENERGY,
                        Event.LOT_DONE,
                        Event.COST_OF_SALE,
                        Event.ENERGY_BILL,
                        Event.ENERGY_VAT,
                        Event.ENERGY_PAID,
                        Event.VAT_CLOSED,
                        Event.VAT_PAID,
                        Event.INCOME_TAX,
                        Event.INCOME_TAX_PAID);
    }

    @Test
    void cheaperValley_changesNothingForWorkByDay() {
        var shop = new OneProductShop();
        Evaluation before = Evaluator.evaluate(shop.problem(), plan());
        shop.valleyPrice = 0.3;

        Evaluation after = Evaluator.evaluate(shop.problem(), plan());

        assertThat(after.ledger().postings()).isEqualTo(before.ledger().postings());
    }

    private static Plan allGood(int start) {
        var op = new Plan.Operation(0, 0, 0, -1, 100, 100, 60, 660, start, start + 11 * HOUR);
        return plan(List.of(op), List.of(new Delivery(0, 98, 10 * DAY)));
    }

    @Test
    void thirtyMoreDaysOfSupplierTerms_moveCashOnly() {
        var shop = new OneProductShop();
        Evaluation before = Evaluator.evaluate(shop.problem(), plan());
        shop.supplierTermDays += 30;

        Evaluation after = Evaluator.evaluate(shop.problem(), plan());

        assertThat(eventsThatDiffer(before, after)).containsOnly(Event.SUPPLIER_PAID);
        assertThat(after.ledger().of(Account.CASH).stream()
                        .filter(p -> p.cause().event() == Event.SUPPLIER_PAID)
                        .map(Posting::date))
                .containsExactly(LocalDate.of(2027, 5, 3));
        assertThat(after.kpis().grossMargin()).isEqualTo(before.kpis().grossMargin());
    }

    /**
     * By hand. 200 kg × 10 = 2,000.00 and 13 % VAT = 2,260.00, due 3 May instead of 3 April: so much more is in the bank from 3 April to
     * 2 May, and nothing before or after.
     */
    @Test
    void thirtyMoreDaysOfSupplierTerms_leaveTheInvoiceInTheBankForThirtyDays() {
        var shop = new OneProductShop();
        Ledger before = Evaluator.evaluate(shop.problem(), plan()).ledger();
        shop.supplierTermDays += 30;

        Ledger after = Evaluator.evaluate(shop.problem(), plan()).ledger();

        for (LocalDate day = AS_OF; day.isBefore(END); day = day.plusDays(1)) {
            boolean between = !day.isBefore(LocalDate.of(2027, 4, 3)) && day.isBefore(LocalDate.of(2027, 5, 3));
            long more = after.balance(Account.CASH, day).minor()
                    - before.balance(Account.CASH, day).minor();
            assertThat(more).as("cash on %s", day).isEqualTo(between ? 226_000 : 0);
        }
    }

    private static Map<Account, Long> difference(Evaluation a, Evaluation b) {
        var difference = new EnumMap<Account, Long>(Account.class);
        for (Account account : Account.values()) {
            long change = b.ledger().balance(account, END).minor()
                    - a.ledger().balance(account, END).minor();
            if (change != 0) {
                difference.put(account, change);
            }
        }
        return difference;
    }

    private static List<Event> eventsThatDiffer(Evaluation a, Evaluation b) {
        Map<Event, String> left = textByEvent(a);
        Map<Event, String> right = textByEvent(b);
        assertThat(left.keySet()).isEqualTo(right.keySet());
        return left.entrySet().stream()
                .filter(e -> !e.getValue().equals(right.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<Event, String> textByEvent(Evaluation evaluation) {
        var text = new TreeMap<Event, String>();
        evaluation
                .ledger()
                .postings()
                .forEach(p ->
                        text.merge(p.cause().event(), p.date() + " " + p.account() + " " + p.amount(), String::concat));
        return text;
    }
}
