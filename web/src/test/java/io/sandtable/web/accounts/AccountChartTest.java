package io.sandtable.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.web.accounts.BookAccount.Auxiliary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountChartTest {
    private static final AccountChart CHART = AccountChart.standard();

    @Test
    void everyAccountOfTheLedger_hasANumberOfItsOwn() {
        List<BookAccount> accounts = Arrays.stream(Account.values())
                .flatMap(a -> Stream.of(CHART.of(a, false), CHART.of(a, true)))
                .distinct()
                .toList();

        assertThat(accounts).hasSize(Account.values().length + 1).hasSameSizeAs(CHART.all());
        assertThat(accounts.stream().map(a -> a.code("."))).doesNotHaveDuplicates();
        assertThat(accounts.stream().map(a -> a.code(""))).doesNotHaveDuplicates();
        assertThat(accounts).allSatisfy(a -> assertThat(a.levels().getFirst()).matches("[1-5]\\d{3}"));
    }

    @Test
    void accounts_standWhereTheStandardPutsThem() {
        assertThat(CHART.of(Account.CASH, false).code(".")).isEqualTo("1002");
        assertThat(CHART.of(Account.INVENTORY, false).zh()).isEqualTo("原材料");
        assertThat(CHART.of(Account.INVENTORY, true).code("")).isEqualTo("1405");
        assertThat(CHART.of(Account.COST_LABOUR, false).code("")).isEqualTo("540102");
        assertThat(CHART.of(Account.REVENUE, false).auxiliaries())
                .containsExactlyInAnyOrder(Auxiliary.CUSTOMER, Auxiliary.MATERIAL);
        assertThat(CHART.of(Account.CASH, false).auxiliaries()).isEmpty();
    }
}
