package io.sandtable.simulation.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.Money;
import io.sandtable.simulation.query.RootCauses.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scores suppliers by what they delivered. */
public final class SupplierScorecard {
    private final List<Receipt> now;
    private final List<Receipt> before;
    private final List<Promise> due;

    private SupplierScorecard(BusinessSnapshot snapshot, DateRange time, LocalDate asOf) {
        List<Receipt> all = Receipt.all(snapshot).stream()
                .filter(receipt -> !receipt.supplier().isEmpty())
                .toList();
        DateRange earlier = RootCauses.before(time, Reference.BEFORE);
        this.now = all.stream().filter(r -> time.contains(r.day())).toList();
        this.before = all.stream().filter(r -> earlier.contains(r.day())).toList();
        this.due = Promise.ofSuppliers(snapshot, asOf).stream()
                .filter(p -> time.contains(p.due()) && !p.party().isEmpty())
                .toList();
    }

    /**
     * By the suppliers' ids: those who delivered in the time, or should have.
     *
     * @param asOf the day the data speaks of
     */
    public static List<SupplierScore> of(BusinessSnapshot snapshot, DateRange time, LocalDate asOf) {
        var card = new SupplierScorecard(snapshot, time, asOf);
        var suppliers = new TreeSet<String>();
        card.now.forEach(r -> suppliers.add(r.supplier()));
        card.due.forEach(p -> suppliers.add(p.party()));
        return suppliers.stream().map(card::score).toList();
    }

    private SupplierScore score(String supplier) {
        List<Receipt> own =
                now.stream().filter(r -> r.supplier().equals(supplier)).toList();
        List<Promise> promised =
                due.stream().filter(p -> p.party().equals(supplier)).toList();
        TreeSet<String> materials =
                own.stream().map(r -> r.material().id()).collect(Collectors.toCollection(TreeSet::new));
        List<Receipt> others = now.stream()
                .filter(r -> !r.supplier().equals(supplier)
                        && materials.contains(r.material().id()))
                .toList();
        return new SupplierScore(
                supplier,
                own.size(),
                promised.size(),
                Money.fen(paid(own)),
                percent(promised.stream().filter(Promise::onTime).count(), promised.size()),
                promised.stream().mapToLong(Promise::lateDays).average(),
                rejects(own),
                index(own, prices(before, r -> r.supplier().equals(supplier))),
                index(own, prices(others, r -> true)),
                lead(own),
                percent(paid(own), paid(own) + paid(others)),
                materials.size(),
                (int) materials.stream()
                        .filter(m ->
                                others.stream().noneMatch(r -> r.material().id().equals(m)))
                        .count());
    }

    private static long paid(List<Receipt> receipts) {
        return receipts.stream().mapToLong(Receipt::paid).sum();
    }

    private static OptionalDouble percent(double part, double whole) {
        return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * part / whole);
    }

    /** Units of different materials do not add up, what was paid for them does. */
    private static OptionalDouble rejects(List<Receipt> receipts) {
        double worth = 0;
        double rejected = 0;
        for (Receipt receipt : receipts) {
            double price = receipt.price().orElse(0);
            worth += receipt.delivered() * price;
            rejected += receipt.rejected() * price;
        }
        return percent(rejected, worth);
    }

    /** Material → mean price by quantity. */
    private static Map<String, Double> prices(List<Receipt> receipts, Predicate<Receipt> which) {
        var quantity = new HashMap<String, Double>();
        var paid = new TreeMap<String, Double>();
        receipts.stream().filter(which).filter(r -> r.price().isPresent()).forEach(r -> {
            quantity.merge(r.material().id(), r.accepted(), Double::sum);
            paid.merge(r.material().id(), r.accepted() * r.price().getAsDouble(), Double::sum);
        });
        paid.replaceAll((material, sum) -> sum / quantity.getOrDefault(material, 0.0));
        paid.values().removeIf(price -> !(price > 0));
        return paid;
    }

    /** Paasche: the quantities of now at both prices, of the materials that have both. */
    private static OptionalDouble index(List<Receipt> receipts, Map<String, Double> prices) {
        double asked = 0;
        double held = 0;
        for (Receipt receipt : receipts) {
            Double price = prices.get(receipt.material().id());
            if (price != null && receipt.price().isPresent()) {
                asked += receipt.accepted() * receipt.price().getAsDouble();
                held += receipt.accepted() * price;
            }
        }
        return percent(asked, held);
    }

    private static SupplierScore.Lead lead(List<Receipt> receipts) {
        List<Integer> days = new ArrayList<>();
        receipts.forEach(r -> r.leadDays().ifPresent(days::add));
        days.sort(Integer::compare);
        return new SupplierScore.Lead(
                days.size(), days.stream().mapToInt(d -> d).average(), quantile(days, 0.5), quantile(days, 0.9));
    }

    /** The least value that so large a share does not exceed (nearest rank). */
    private static OptionalDouble quantile(List<Integer> sorted, double share) {
        return sorted.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }
}
