package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.BoughtItems.Bought;
import io.sandtable.datasets.demo.OrderBook.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stock and open purchase orders that fit the order book: what is due soon is finished, what is due next is half made, and
 * bought items reach as far as a new purchase would take to arrive.
 */
final class Provision {
    private static final int FINISHED_DAYS = 11;
    private static final int BODIES_DAYS = 20;
    private static final int BLANKS_DAYS = 27;
    private static final int RAW_DAYS = 20;

    /** An open purchase order line at the usual source. */
    record OpenPurchase(Bought bought, double quantity, LocalDate ordered, LocalDate due) {}

    private final Catalogue catalogue;
    private final Map<String, Double> stock = new TreeMap<>();
    private final Map<String, Double> safety = new TreeMap<>();
    private final Map<String, Double> weeklyUse = new TreeMap<>();
    private final List<OpenPurchase> purchases = new ArrayList<>();

    Provision(Plant plant, Catalogue catalogue, List<Line> orders) {
        this.catalogue = catalogue;
        for (Line order : orders) {
            long days = java.time.temporal.ChronoUnit.DAYS.between(DemoCompany.AS_OF, order.dueDate());
            if (days <= FINISHED_DAYS) {
                stock.merge(order.product().code(), (double) order.quantity(), Double::sum);
            } else if (days <= BODIES_DAYS) {
                hold(order.product().code(), order.quantity(), false);
            } else if (days <= BLANKS_DAYS) {
                hold(order.product().code(), order.quantity(), true);
            }
        }
        stock.replaceAll((item, quantity) -> Math.ceil(quantity / 5) * 5);
        buy(new Explosion(plant, catalogue, stock).run(orders, o -> 1).requirements());
    }

    /** Item → quantity on hand. */
    Map<String, Double> stock() {
        return stock;
    }

    double safetyStock(String item) {
        return safety.getOrDefault(item, 0.0);
    }

    /** Mean use of a bought item a week over the order book. */
    double weeklyUse(String item) {
        return weeklyUse.getOrDefault(item, 0.0);
    }

    List<OpenPurchase> purchases() {
        return List.copyOf(purchases);
    }

    /** Puts the made parts of so many units on stock: the direct ones, or the castings and sheets below them. */
    private void hold(String item, double quantity, boolean deep) {
        double started = quantity;
        for (Operation step : catalogue.steps(item).reversed()) {
            started = started * 100 / step.yieldPercent();
            for (Operation.Input input : step.inputs()) {
                double needed = started * input.quantity() * (1 + input.scrapPercent() / 100);
                boolean made = catalogue.item(input.item()).made();
                if (made && deep && catalogue.hasMadeParts(input.item())) {
                    hold(input.item(), needed, true);
                } else if (made) {
                    stock.merge(input.item(), needed, Double::sum);
                }
            }
        }
    }

    private void buy(List<Explosion.Requirement> requirements) {
        Map<String, List<Explosion.Requirement>> byItem =
                requirements.stream().collect(Collectors.groupingBy(Explosion.Requirement::item));
        for (Bought item : catalogue.bought()) {
            List<Explosion.Requirement> needs = byItem.getOrDefault(item.item().code(), List.of());
            double weekly =
                    needs.stream().mapToDouble(Explosion.Requirement::quantity).sum() / 22;
            weeklyUse.put(item.item().code(), weekly);
            double reserve = roundUp(weekly * 0.6, item.multiple() / 5.0);
            safety.put(item.item().code(), reserve);
            LocalDate covered = DemoCompany.AS_OF.plusDays(RAW_DAYS);
            stock.put(item.item().code(), roundUp(between(needs, LocalDate.MIN, covered) + reserve, item.multiple()));
            cover(item, needs, covered);
        }
    }

    /** Weekly deliveries until a purchase placed today would arrive, with a week to spare. */
    private void cover(Bought item, List<Explosion.Requirement> needs, LocalDate from) {
        int lead = item.sources().getFirst().leadDays();
        LocalDate reach = DemoCompany.AS_OF.plusDays(lead + 21);
        double carried = 0;
        for (LocalDate week = from; week.isBefore(reach); week = week.plusDays(7)) {
            double missing = between(needs, week, week.plusDays(7)) - carried;
            double quantity = missing <= 0 ? 0 : Math.max(item.minimum(), roundUp(missing, item.multiple()));
            carried = quantity - missing;
            if (quantity > 0) {
                LocalDate due = weekday(week.minusDays(4));
                LocalDate ordered = due.minusDays(lead);
                LocalDate latest = DemoCompany.AS_OF.minusDays(1);
                purchases.add(new OpenPurchase(item, quantity, ordered.isAfter(latest) ? latest : ordered, due));
            }
        }
    }

    private static LocalDate weekday(LocalDate day) {
        LocalDate working = day;
        while (working.getDayOfWeek().getValue() > 5 || WorkingTime.TWO_SHIFTS.hoursOn(working) == 0) {
            working = working.minusDays(1);
        }
        return working;
    }

    private static double between(List<Explosion.Requirement> needs, LocalDate from, LocalDate to) {
        return needs.stream()
                .filter(n -> !n.day().isBefore(from) && n.day().isBefore(to))
                .mapToDouble(Explosion.Requirement::quantity)
                .sum();
    }

    private static double roundUp(double quantity, double multiple) {
        return Math.ceil(quantity / multiple) * multiple;
    }
}
