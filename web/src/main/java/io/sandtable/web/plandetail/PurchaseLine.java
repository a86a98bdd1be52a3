package io.sandtable.web.plandetail;

import static io.sandtable.model.Attributes.CONTRACT;

import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that the plan makes.
 *
 * @param orderBy day on which it is placed, {@code arrives} day on which it can be used
 * @param quantity ordered; {@code usable} after rejects, which is what is paid
 * @param price CNY per unit without VAT
 * @param amount as posted, without VAT and duty
 * @param contract the agreement its price comes from, null for a list price
 */
record PurchaseLine(
        String item,
        String supplierId,
        String supplier,
        LocalDate orderBy,
        LocalDate arrives,
        double quantity,
        double usable,
        String unit,
        double price,
        Money amount,
        @Nullable String contract) {
    /** All purchases of a plan, by the day they are to be ordered. */
    static List<PurchaseLine> all(ShownPlan shown) {
        List<Purchase> purchases = shown.plan().purchases();
        long[] fen = new long[purchases.size()];
        for (Posting posting : shown.ledger().postings()) {
            if (posting.cause().event() == Event.PURCHASE && posting.account() == Account.INVENTORY) {
                fen[posting.cause().index()] += posting.amount().minor();
            }
        }
        Names names = shown.names();
        var lines = new ArrayList<PurchaseLine>();
        for (int i = 0; i < purchases.size(); i++) {
            Purchase purchase = purchases.get(i);
            Offer offer = shown.problem().offers().get(purchase.offer());
            Item item = shown.problem().items().get(offer.item());
            lines.add(new PurchaseLine(
                    names.item(offer.item()),
                    offer.supplier(),
                    names.of(offer.supplier(), offer.supplierName()),
                    shown.problem().day(purchase.ordered()),
                    shown.problem().day(purchase.arrives()),
                    purchase.quantity(),
                    purchase.usable(),
                    item.unit(),
                    offer.price(purchase.quantity()),
                    Money.fen(fen[i]),
                    contract(shown, offer, item)));
        }
        lines.sort(Comparator.comparing(PurchaseLine::orderBy)
                .thenComparing(PurchaseLine::supplier)
                .thenComparing(PurchaseLine::item));
        return lines;
    }

    private static @Nullable String contract(ShownPlan shown, Offer offer, Item item) {
        return shown.answer().snapshot().findNode(item.id()).stream()
                .map((Node material) -> material.in(RelationType.SUPPLIES))
                .flatMap(List::stream)
                .filter(s -> s.from().id().equals(offer.supplier())
                        && s.validOn(shown.problem().asOf()))
                .flatMap(s -> s.findText(CONTRACT).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * Purchases of one week, or from one supplier.
     *
     * @param monday of the week, null where they are of one supplier
     * @param count of all its lines, which a page may hold only some of; {@code amount} is the sum of all
     */
    record Group(
            @Nullable LocalDate monday, @Nullable String supplier, List<PurchaseLine> lines, int count, Money amount) {
        Group {
            lines = List.copyOf(lines);
        }

        private static Group of(@Nullable LocalDate monday, @Nullable String supplier, List<PurchaseLine> lines) {
            return new Group(monday, supplier, lines, lines.size(), sum(lines));
        }
    }

    /** By the week they are to be ordered in. */
    static List<Group> byWeek(List<PurchaseLine> lines) {
        var weeks = new TreeMap<LocalDate, List<PurchaseLine>>();
        lines.forEach(l -> weeks.computeIfAbsent(monday(l.orderBy()), m -> new ArrayList<>())
                .add(l));
        return weeks.entrySet().stream()
                .map(e -> Group.of(e.getKey(), null, e.getValue()))
                .toList();
    }

    /** By supplier, who gets most first. */
    static List<Group> bySupplier(List<PurchaseLine> lines) {
        Map<String, List<PurchaseLine>> suppliers = new TreeMap<>();
        lines.forEach(l -> suppliers
                .computeIfAbsent(l.supplierId(), s -> new ArrayList<>())
                .add(l));
        return suppliers.values().stream()
                .map(own -> Group.of(null, own.getFirst().supplier(), own))
                .sorted(Comparator.comparing(Group::amount).reversed())
                .toList();
    }

    /** So many lines from a place on, under the headings of their groups. */
    static List<Group> part(List<Group> groups, int from, int most) {
        var part = new ArrayList<Group>();
        int before = 0;
        for (Group group : groups) {
            int first = Math.clamp(from - before, 0, group.count());
            int end = Math.clamp(from + most - before, 0, group.count());
            if (first < end) {
                part.add(new Group(
                        group.monday(),
                        group.supplier(),
                        group.lines().subList(first, end),
                        group.count(),
                        group.amount()));
            }
            before += group.count();
        }
        return part;
    }

    static Money sum(List<PurchaseLine> lines) {
        return lines.stream().map(PurchaseLine::amount).reduce(Money.fen(0), Money::plus);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
