package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.LEAD_TIME_DAYS;
import static io.sandtable.model.Attributes.TRANSFER_COST;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where stock lies, seen from where it is used: at the site where most operations are done, else where most lots lie. What can be
 * transferred there must be fetched; sites that no transfer leads away from count as being here, as nothing says how far away they are.
 */
public final class Sites {
    /** The way to the site where stock is used, by where it begins. */
    private final Map<String, Elsewhere> ways = new HashMap<>();
    /** Where stock is used; empty where no transfer holds, so that all places are alike. */
    private final Optional<Node> home;

    public Sites(BusinessSnapshot snapshot, LocalDate asOf) {
        List<Relation> transfers = snapshot.relations(RelationType.TRANSFERS_TO).stream()
                .filter(t -> t.validOn(asOf))
                .toList();
        home = transfers.isEmpty() ? Optional.empty() : home(snapshot);
        home.ifPresent(site -> findWays(site, transfers));
    }

    /** Whether it lies at a site from which no transfer leads to where stock is used, though others have one: it counts as being at hand. */
    public boolean isStranded(Node lot) {
        return home.isPresent()
                && lot.out(RelationType.FOR).stream()
                        .map(Relation::to)
                        .findFirst()
                        .map(material -> placeOf(lot, material))
                        .orElseGet(() -> siteOf(lot))
                        .filter(site -> !site.equals(home.get()) && !ways.containsKey(site.id()))
                        .isPresent();
    }

    /** Where the lot is to be fetched from; empty where it is at hand. */
    Optional<Elsewhere> of(Node lot, Node material) {
        return ways.isEmpty() ? Optional.empty() : placeOf(lot, material).map(site -> ways.get(site.id()));
    }

    /** A lot without a place lies where its material is kept. */
    private static Optional<Node> placeOf(Node lot, Node material) {
        return siteOf(lot).or(() -> siteOf(material));
    }

    private static Optional<Node> home(BusinessSnapshot snapshot) {
        return most(snapshot.relations(RelationType.RUNS_ON).stream()
                        .map(Relation::to)
                        .toList())
                .or(() -> most(snapshot.nodes(NodeType.STOCK_LOT)));
    }

    /** The site that most of them are at; the first by id where two have as many. */
    private static Optional<Node> most(List<Node> things) {
        var sites = new TreeMap<String, Node>();
        var counts = new HashMap<String, Integer>();
        for (Node thing : things) {
            siteOf(thing).ifPresent(site -> {
                sites.put(site.id(), site);
                counts.merge(site.id(), 1, Integer::sum);
            });
        }
        return sites.values().stream()
                .max(Comparator.<Node>comparingInt(site -> counts.getOrDefault(site.id(), 0))
                        .thenComparing(Node::id, Comparator.reverseOrder()));
    }

    /** The quickest ways, and of these the cheapest; found from the end, a transfer more at a time. */
    private void findWays(Node home, List<Relation> transfers) {
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (Relation transfer : transfers) {
                Node from = transfer.from();
                Elsewhere rest = ways.get(transfer.to().id());
                if (from.equals(home) || rest == null && !transfer.to().equals(home)) {
                    continue;
                }
                // a journey of no or negative days would go round for ever
                int minutes = (int) Math.round(Math.max(0, transfer.numberOr(LEAD_TIME_DAYS, 0)) * DAY);
                double cost = Math.max(0, transfer.numberOr(TRANSFER_COST, 0));
                var way = new Elsewhere(
                        from.id(),
                        from.name(),
                        minutes + (rest == null ? 0 : rest.minutes()),
                        cost + (rest == null ? 0 : rest.costPerUnit()));
                Elsewhere known = ways.get(from.id());
                if (known == null
                        || way.minutes() < known.minutes()
                        || way.minutes() == known.minutes() && way.costPerUnit() < known.costPerUnit()) {
                    ways.put(from.id(), way);
                    shorter = true;
                }
            }
        }
    }

    /** By where it is stored or what it is part of, however many rooms are between. */
    private static Optional<Node> siteOf(Node thing) {
        var open = new ArrayDeque<>(List.of(thing));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Node next = open.remove();
            if (next.type() == NodeType.SITE) {
                return Optional.of(next);
            }
            if (seen.add(next.id())) {
                next.out(RelationType.STORED_IN).forEach(r -> open.add(r.to()));
                next.out(RelationType.PART_OF).forEach(r -> open.add(r.to()));
            }
        }
        return Optional.empty();
    }
}
