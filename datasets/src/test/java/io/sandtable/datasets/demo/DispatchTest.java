package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private final int orders = Demo.BUSINESS.orders().open().size();

    @Test
    void orderBookAsItStands_canBeDeliveredOnTime() {
        List<String> late = new Dispatch(Demo.BUSINESS).late(line -> 1);

        assertThat(100.0 * (orders - late.size()) / orders)
                .as("share on time; late: %s", late)
                .isGreaterThanOrEqualTo(97);
    }

    @Test
    void fortyPercentMoreBatteryShells_cannotBeMadeWithTheWornMould() {
        ToDoubleFunction<OrderBook.Line> more = line ->
                line.product().family().equals("BAT") && LoadTable.NEXT_QUARTER.contains(YearMonth.from(line.dueDate()))
                        ? 1.4
                        : 1;

        List<String> late = new Dispatch(Demo.BUSINESS).late(more);

        assertThat(100.0 * late.size() / orders).as("late: %s", late).isBetween(3.0, 20.0);
    }

    /** Needs are dated before the step that uses them, so what arrives later than a need would stop that step. */
    @Test
    void boughtItems_areThereUntilANewPurchaseCouldArrive() {
        var requirements = Demo.BUSINESS.explosion(line -> 1).requirements().stream()
                .sorted(Comparator.comparing(Explosion.Requirement::day))
                .toList();
        for (BoughtItems.Bought item : Demo.BUSINESS.catalogue().bought()) {
            Map<String, Double> there = new HashMap<>(Demo.BUSINESS.provision().stock());
            String code = item.item().code();
            var reach = DemoCompany.AS_OF.plusDays(item.sources().getFirst().leadDays() + 7L);
            for (Explosion.Requirement need : requirements) {
                if (need.item().equals(code) && need.day().isBefore(reach)) {
                    double arrived = Demo.BUSINESS.provision().purchases().stream()
                            .filter(p -> p.bought().equals(item) && !p.due().isAfter(need.day()))
                            .mapToDouble(Provision.OpenPurchase::quantity)
                            .sum();
                    assertThat(there.merge(code, -need.quantity(), Double::sum) + arrived)
                            .as("%s on %s", code, need.day())
                            .isGreaterThanOrEqualTo(-1e-6);
                }
            }
        }
    }
}
