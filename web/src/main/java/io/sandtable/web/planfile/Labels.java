package io.sandtable.web.planfile;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for the things of a problem, in the order of their indices and each different: a plan file has no indices in it. */
final class Labels {
    private final Named items = new Named("item");
    private final Named orders = new Named("order");
    private final Named machines = new Named("resource");
    private final Named crews = new Named("crew");
    private final Named tools = new Named("tool");
    private final Named routings = new Named("routing");
    private final Named stocks = new Named("stock");
    private final Named receipts = new Named("receipt");
    private final Named offers = new Named("supplier");

    Labels(PlanningProblem problem) {
        problem.items().forEach(i -> items.add(i.name(), i.id()));
        problem.demands().forEach(d -> orders.add(d.number(), d.id()));
        problem.machines().forEach(m -> machines.add(m.name(), m.id()));
        problem.crews().forEach(c -> crews.add(c.name(), c.id()));
        problem.tools().forEach(t -> tools.add(t.name(), t.id()));
        for (Investment bought : problem.investments()) {
            (bought.tool() >= 0 ? tools : machines).add(bought.name(), "+" + bought.equipment());
        }
        problem.routings().forEach(r -> routings.add(r.id(), r.id()));
        problem.stocks().forEach(s -> stocks.add(s.id(), s.id()));
        problem.receipts().forEach(r -> receipts.add(r.id(), r.id()));
        for (Offer offer : problem.offers()) {
            offers.add(offerName(items.of(offer.item()), offer.supplierName()), offer.supplier());
        }
    }

    private static String offerName(String item, String supplier) {
        return item + " ← " + supplier;
    }

    Named items() {
        return items;
    }

    Named orders() {
        return orders;
    }

    Named machines() {
        return machines;
    }

    Named crews() {
        return crews;
    }

    Named tools() {
        return tools;
    }

    Named routings() {
        return routings;
    }

    Named stocks() {
        return stocks;
    }

    Named receipts() {
        return receipts;
    }

    /** An item and who sells it. */
    Named offers() {
        return offers;
    }

    /** The names of one kind of thing. */
    static final class Named {
        private final String kind;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        private Named(String kind) {
            this.kind = kind;
        }

        private void add(String name, String id) {
            String label = name;
            for (int i = 1; places.containsKey(label); i++) {
                label = "%s [%s%s]".formatted(name, id, i == 1 ? "" : "#" + i);
            }
            places.put(label, names.size());
            names.add(label);
        }

        String of(int index) {
            return names.get(index);
        }

        /** @throws IllegalArgumentException where nothing has that name */
        int placeOf(String name) {
            Integer place = places.get(name);
            if (place == null) {
                throw new IllegalArgumentException(
                        "The plan names the %s '%s', which its model does not have; check it against the model it was made from."
                                .formatted(kind, name));
            }
            return place;
        }
    }
}
