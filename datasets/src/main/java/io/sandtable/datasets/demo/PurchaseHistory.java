package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.BoughtItems.Bought;
import io.sandtable.datasets.demo.BoughtItems.Source;
import io.sandtable.datasets.demo.Suppliers.Supplier;
import io.sandtable.model.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Three years of received purchases: one line a month and bought item, now and then from the second source. */
final class PurchaseHistory {
    private static final int MONTHS = 36;
    private static final LocalDate FRAME_CONTRACT = LocalDate.of(2026, 6, 1);

    /** A received line; the price is in CNY whatever the currency of the invoice was. */
    record Receipt(
            String code,
            Bought bought,
            Supplier supplier,
            double quantity,
            double rejected,
            double price,
            LocalDate ordered,
            LocalDate due,
            LocalDate delivered) {
        double value() {
            return (quantity - rejected) * price;
        }
    }

    private final Suppliers suppliers;
    private final Provision provision;
    private final Series aluminium;
    private final double aluminiumMean;
    private final List<Receipt> receipts;

    PurchaseHistory(List<Bought> bought, Suppliers suppliers, Provision provision, MarketFigures market) {
        this.suppliers = suppliers;
        this.provision = provision;
        this.aluminium = market.series("commodities", "PRI-ALUMINIUM");
        this.aluminiumMean = aluminium.points().descendingMap().values().stream()
                .limit(12)
                .mapToDouble(d -> d)
                .average()
                .orElseThrow();
        this.receipts = receipts(bought, Dice.of("purchase history"));
    }

    /** Earliest delivered first. */
    List<Receipt> receipts() {
        return receipts;
    }

    private List<Receipt> receipts(List<Bought> bought, RandomGenerator dice) {
        var drafts = new ArrayList<Receipt>();
        LocalDate firstMonth = DemoCompany.AS_OF.withDayOfMonth(1).minusMonths(MONTHS);
        for (Bought item : bought) {
            if (provision.weeklyUse(item.item().code()) == 0) {
                continue; // a substitute that nobody has used yet
            }
            for (int month = 0; month <= MONTHS; month++) {
                LocalDate due = firstMonth.plusMonths(month).plusDays(dice.nextInt(3, 18));
                LocalDate monday = due.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                double use = provision.weeklyUse(item.item().code()) * 4.35 * Season.factor(monday, 9);
                boolean second = item.sources().size() > 1 && dice.nextInt(5) == 0;
                Source source = item.sources().get(second ? 1 : 0);
                double quantity = Math.ceil(use * dice.nextDouble(0.85, 1.15) / item.multiple()) * item.multiple();
                drafts.add(receipt(item, source, quantity, due, dice));
            }
        }
        drafts.sort(Comparator.comparing(Receipt::delivered)
                .thenComparing(r -> r.bought().item().code()));
        var numbered = new ArrayList<Receipt>();
        for (Receipt r : drafts) {
            numbered.add(new Receipt(
                    "PH-" + (10001 + numbered.size()),
                    r.bought(),
                    r.supplier(),
                    r.quantity(),
                    r.rejected(),
                    r.price(),
                    r.ordered(),
                    r.due(),
                    r.delivered()));
        }
        return List.copyOf(numbered);
    }

    private Receipt receipt(Bought item, Source source, double quantity, LocalDate due, RandomGenerator dice) {
        Supplier supplier = suppliers.named(source.supplier());
        boolean late = dice.nextDouble(100) >= supplier.onTimePercent();
        LocalDate delivered = late
                ? due.plusDays(dice.nextInt(1, 3 + (int) (supplier.spreadDays() * 2)))
                : due.minusDays(dice.nextInt(0, 3));
        boolean faulty = dice.nextInt(8) == 0;
        double rejected =
                faulty ? Math.floor(quantity * supplier.rejectPercent() / 100 * 8 * dice.nextDouble(0.5, 1.5)) : 0;
        double price = item.price() * source.priceFactor() * priceIndex(item, due) * dice.nextDouble(0.99, 1.01);
        return new Receipt(
                "",
                item,
                supplier,
                quantity,
                Math.min(rejected, quantity),
                Math.round(price * 1000) / 1000.0,
                due.minusDays(source.leadDays()),
                due,
                delivered.isAfter(DemoCompany.AS_OF) ? DemoCompany.AS_OF : delivered);
    }

    /** Until the frame contract of 2026-06 nine tenths of an alloy's price moved with the metal; the rest creeps up 1.5 % a year. */
    private double priceIndex(Bought item, LocalDate day) {
        if (item.item().code().startsWith("AL-")) {
            return day.isBefore(FRAME_CONTRACT)
                    ? 0.1 + 0.9 * aluminium.asOf(day).orElseThrow() / aluminiumMean
                    : 1;
        }
        double years = (DemoCompany.AS_OF.toEpochDay() - day.toEpochDay()) / 365.25;
        return StrictMath.pow(1.015, -years);
    }
}
