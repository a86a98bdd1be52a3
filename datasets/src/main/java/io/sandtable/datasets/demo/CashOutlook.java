package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.BalanceSheet.Entry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Cash day by day over the horizon when every order is delivered and paid on time: a rough sum that shows the money is
 * tight but enough. Income tax, the carbon price and bank charges are left out; the ledger of a plan has them.
 */
final class CashOutlook {
    private static final double VAT = 0.13;
    private static final LocalDate END = DemoCompany.AS_OF.plusWeeks(26);

    private final Business business;
    private final BalanceSheet books;
    private final NavigableMap<LocalDate, Double> flows = new TreeMap<>();

    CashOutlook(Business business, BalanceSheet books, Explosion explosion) {
        this.business = business;
        this.books = books;
        settle();
        sell();
        buy(explosion);
        work(explosion);
        pay();
    }

    /** Cash at the end of the day. */
    double on(LocalDate day) {
        return books.sum("cash")
                + flows.headMap(day, true).values().stream().mapToDouble(d -> d).sum();
    }

    /** The day with the least cash. */
    LocalDate lowDay() {
        return DemoCompany.AS_OF
                .datesUntil(END)
                .min(java.util.Comparator.comparingDouble(this::on))
                .orElseThrow();
    }

    private void settle() {
        for (Entry entry : books.entries()) {
            if (!entry.due().isEmpty()) {
                LocalDate due = LocalDate.parse(entry.due());
                boolean in = entry.kind().contains("receivable");
                flow(due, in ? entry.amount() : -entry.amount());
            }
        }
    }

    private void sell() {
        for (OrderBook.Line line : business.orders().open()) {
            double vat = line.customer().country().equals("CN") ? VAT : 0;
            flow(line.dueDate().plusDays(line.customer().termDays()), line.value() * (1 + vat));
            flow(taxDay(line.dueDate()), -line.value() * vat);
        }
    }

    private void buy(Explosion explosion) {
        Map<String, Double> covered = new HashMap<>(business.provision().stock());
        for (Provision.OpenPurchase purchase : business.provision().purchases()) {
            covered.merge(purchase.bought().item().code(), purchase.quantity(), Double::sum);
            purchase(purchase.bought(), purchase.quantity(), purchase.due());
        }
        for (Explosion.Requirement need : explosion.requirements()) {
            double there = covered.getOrDefault(need.item(), 0.0);
            covered.put(need.item(), Math.max(0, there - need.quantity()));
            if (need.quantity() > there) {
                purchase(business.catalogue().bought(need.item()), need.quantity() - there, need.day());
            }
        }
    }

    private void purchase(BoughtItems.Bought item, double quantity, LocalDate received) {
        int term =
                business.suppliers().named(item.sources().getFirst().supplier()).termDays();
        double net = quantity * item.price();
        flow(received.plusDays(term), -net * (1 + VAT));
        flow(taxDay(received), net * VAT);
    }

    /** Hourly labour and energy, paid on the 8th of the month after. */
    private void work(Explosion explosion) {
        for (YearMonth month : LoadTable.MONTHS) {
            double cost = 0;
            for (Plant.Machine machine : business.plant().machines()) {
                double rate = machine.operators()
                        * business.plant().labour(machine.labour()).ratePerHour();
                cost += explosion.hours(machine.code(), month) * (rate + machine.kilowatts() * Costs.MEAN_POWER_PRICE);
            }
            flow(month.plusMonths(1).atDay(8), -cost);
        }
        for (OrderBook.Line line : business.orders().open()) {
            flow(
                    line.dueDate().plusMonths(1).withDayOfMonth(8),
                    -line.quantity() * processEnergy(line.product().code()));
        }
    }

    private double processEnergy(String item) {
        double cost = 0;
        for (Operation step : business.catalogue().steps(item)) {
            cost += business.energy().gas(step) * Costs.GAS_PRICE
                    + business.energy().power(step) * Costs.MEAN_POWER_PRICE;
            for (Operation.Input input : step.inputs()) {
                cost += input.quantity() * processEnergy(input.item());
            }
        }
        return cost;
    }

    /** Staff, rent, overhead and interest, month by month. */
    private void pay() {
        for (Entry entry : books.entries()) {
            if (!entry.dayOfMonth().isEmpty()) {
                boolean loan = entry.kind().equals("loan");
                double amount =
                        loan ? entry.amount() * Double.parseDouble(entry.ratePercent()) / 100 / 12 : entry.amount();
                LocalDate last = entry.ends().isEmpty() ? END : LocalDate.parse(entry.ends());
                int day = Integer.parseInt(entry.dayOfMonth());
                for (YearMonth m = YearMonth.of(2026, 12);
                        !m.atDay(day).isAfter(last) && !m.atDay(day).isAfter(END);
                        m = m.plusMonths(1)) {
                    flow(m.atDay(day), -amount);
                }
            }
        }
    }

    private static LocalDate taxDay(LocalDate delivered) {
        return delivered.plusMonths(1).withDayOfMonth(15);
    }

    private void flow(LocalDate day, double amount) {
        flows.merge(day.isAfter(DemoCompany.AS_OF) ? day : DemoCompany.AS_OF.plusDays(1), amount, Double::sum);
    }
}
