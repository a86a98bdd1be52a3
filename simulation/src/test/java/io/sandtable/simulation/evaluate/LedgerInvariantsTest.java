package io.sandtable.simulation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.Finding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerInvariantsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void trialBalance_isZeroOnEveryDayAndSoIsEveryEntry(long seed) {
        var shop = new RandomShop(seed, 30);

        Ledger ledger = Evaluator.evaluate(shop.problem(), shop.plan()).ledger();

        Map<Integer, Long> byEntry = new HashMap<>();
        var byDay = new TreeMap<LocalDate, Long>();
        for (Posting p : ledger.postings()) {
            byEntry.merge(p.entry(), p.amount().minor(), Long::sum);
            byDay.merge(p.date(), p.amount().minor(), Long::sum);
        }
        assertThat(byEntry.values()).hasSizeGreaterThan(500).containsOnly(0L);
        assertThat(byDay.values()).hasSizeGreaterThan(50).containsOnly(0L);
        assertThat(ledger.trialBalance(LocalDate.of(2027, 2, 1)).values().stream()
                        .mapToLong(Money::minor)
                        .sum())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void figures_areSumsOfThePostings(long seed) {
        var shop = new RandomShop(seed, 30);

        Evaluation result = Evaluator.evaluate(shop.problem(), shop.plan());

        LocalDate end = shop.problem().asOf().plusDays(shop.problem().horizonDays());
        Predicate<Posting> inHorizon = p -> p.date().isBefore(end);
        Ledger ledger = result.ledger();
        Money revenue = ledger.sum(inHorizon.and(p -> p.account() == Account.REVENUE));
        Money cost = ledger.sum(inHorizon.and(p -> p.account().group() == Account.Group.COST_OF_GOODS));
        assertThat(result.kpis().revenue().minor()).isPositive().isEqualTo(-revenue.minor());
        assertThat(result.kpis().grossMargin().minor()).isEqualTo(-revenue.minor() - cost.minor());
        assertThat(result.kpis().capex()).isEqualTo(ledger.sum(p -> p.account() == Account.FIXED_ASSETS));
        assertThat(result.kpis().penalties())
                .isEqualTo(ledger.sum(inHorizon.and(p -> p.account() == Account.PENALTIES)));
        assertThat(result.kpis().cashLow())
                .isEqualTo(ledger.cashByDay().entrySet().stream()
                        .filter(e -> e.getKey().isBefore(end))
                        .map(Map.Entry::getValue)
                        .min(Money::compareTo)
                        .orElseThrow());
        assertThat(ledger.balance(Account.CASH, result.kpis().cashLowDate()))
                .isEqualTo(result.kpis().cashLow());
    }

    static LongStream manySeeds() {
        return LongStream.range(0, 120);
    }

    /** Plans that could never be carried out, with goods that are not there and orders that are forgotten: their money is right all the same. */
    @ParameterizedTest
    @MethodSource("manySeeds")
    void theCheckersMoney_isTheLedgers(long seed) {
        var shop = new RandomShop(seed, 12);
        Evaluation evaluation = Evaluator.evaluate(shop.problem(), shop.plan());

        List<Finding> found = evaluation.check(shop.problem());

        assertThat(found)
                .filteredOn(f -> f.kind() == Finding.Kind.MONEY
                        || f.kind() == Finding.Kind.FIGURE
                        || f.kind() == Finding.Kind.REFERENCE)
                .isEmpty();
        assertThat(found).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void summingAlone_givesTheSameFiguresAsKeepingEveryLine(long seed) {
        var shop = new RandomShop(seed, 30);
        var plan = shop.plan();

        assertThat(Evaluator.kpis(shop.problem(), plan))
                .isEqualTo(Evaluator.evaluate(shop.problem(), plan).kpis());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatIsOwedAndAccrued_isSettledInTheEnd(long seed) {
        var shop = new RandomShop(seed, 30);

        Ledger ledger = Evaluator.evaluate(shop.problem(), shop.plan()).ledger();

        LocalDate atLast = LocalDate.of(2035, 1, 1);
        for (Account account : new Account[] {
            Account.RECEIVABLES,
            Account.PAYABLES,
            Account.BILLS_RECEIVABLE,
            Account.BILLS_PAYABLE,
            Account.IMPORT_TAXES,
            Account.WAGES_PAYABLE,
            Account.ENERGY_ACCRUED,
            Account.VAT_INPUT,
            Account.VAT_OUTPUT,
            Account.VAT_PAYABLE,
            Account.TAX_PAYABLE,
            Account.WORK_IN_PROCESS,
            Account.LOANS
        }) {
            assertThat(ledger.balance(account, atLast)).as(account.en()).isEqualTo(Money.fen(0));
        }
    }
}
