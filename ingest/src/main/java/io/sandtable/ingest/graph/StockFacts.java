package io.sandtable.ingest.graph;

import static io.sandtable.model.Attributes.CODE;
import static io.sandtable.model.Attributes.EXPIRY_DATE;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.UNIT_COST;
import static io.sandtable.model.Attributes.VALID_FROM;
import static io.sandtable.model.Attributes.VALID_TO;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.message.StockMessage;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a count changes in the graph, as facts. What is there already is not stated again, so that the same count makes no new revision.
 * A fact cannot be taken back: a lot that is gone has the quantity 0, and one that moved was stored at its old place until the day before.
 */
final class StockFacts {
    static final String NEW_LOT = NodeType.STOCK_LOT.prefix() + "-";

    /** Ends the end of a stay. */
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private static final int DECIMALS = 9;

    private final StockMessage message;
    private final SiteView view;
    private final Evidence evidence;
    private final LocalDate day;
    private final Map<String, KnownLot> byId = new HashMap<>();
    private final Map<String, List<KnownLot>> byCode = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private int changedLots;

    private StockFacts(StockMessage message, SiteView view, Evidence evidence) {
        this.message = message;
        this.view = view;
        this.evidence = evidence;
        this.day = message.at().toLocalDate();
        for (KnownLot lot : view.lots()) {
            byId.put(lot.id(), lot);
            byCode.computeIfAbsent(lot.code(), code -> new ArrayList<>()).add(lot);
        }
    }

    /** @param changedLots lots with at least one fact */
    record Change(List<Fact> facts, int changedLots) {}

    /** The change, or why the count does not fit the company. */
    static Change of(StockMessage message, SiteView view, Evidence evidence) throws Refused {
        var facts = new StockFacts(message, view, evidence);
        facts.count();
        return new Change(List.copyOf(facts.facts), facts.changedLots);
    }

    private void count() throws Refused {
        var counted = new HashSet<String>();
        for (int i = 0; i < message.lots().size(); i++) {
            StockMessage.Lot lot = message.lots().get(i);
            Optional<KnownLot> known = known(lot.lot());
            String id = known.map(KnownLot::id)
                    .orElseGet(() -> lot.lot().startsWith(NEW_LOT) ? lot.lot() : NEW_LOT + lot.lot());
            if (!counted.add(id)) {
                throw new Refused(DeadLetterReason.LOT_TWICE, lot.lot());
            }
            int before = facts.size();
            state(id, lot, known);
            changedLots += facts.size() > before ? 1 : 0;
        }
        if (message.complete()) {
            view.lots().stream()
                    .filter(lot -> !counted.contains(lot.id()) && lot.quantity() > 0 && isHere(lot))
                    .forEach(this::gone);
        }
    }

    private Optional<KnownLot> known(String name) throws Refused {
        if (byId.containsKey(name)) {
            return Optional.ofNullable(byId.get(name));
        }
        List<KnownLot> coded = byCode.getOrDefault(name, List.of());
        if (coded.size() > 1) {
            throw new Refused(DeadLetterReason.CODE_AMBIGUOUS, name, coded.size());
        }
        return coded.stream().findFirst().or(() -> Optional.ofNullable(byId.get(NEW_LOT + name)));
    }

    private boolean isHere(KnownLot lot) {
        Set<String> places = lot.placesOn(day);
        return !places.isEmpty() && view.places().containsAll(places);
    }

    private void gone(KnownLot lot) {
        facts.add(new Fact.NodeFact(NodeType.STOCK_LOT, lot.id(), Map.of(QUANTITY.name(), 0.0), evidence, "complete"));
        changedLots++;
    }

    private void state(String id, StockMessage.Lot lot, Optional<KnownLot> known) throws Refused {
        String material = view.materials()
                .find(lot.material())
                .orElseThrow(() -> new Refused(DeadLetterReason.MATERIAL_UNKNOWN, lot.material(), lot.lot()));
        String unit = view.unitOf().getOrDefault(material, "");
        OptionalDouble factor = StockUnit.factor(lot.unit(), unit);
        if (factor.isEmpty()) {
            throw new Refused(DeadLetterReason.UNIT_MISMATCH, lot.lot(), lot.unit(), unit);
        }
        if (known.isPresent() && !known.get().materials().equals(Set.of(material))) {
            throw new Refused(
                    DeadLetterReason.LOT_OF_OTHER_MATERIAL,
                    lot.lot(),
                    String.join(", ", known.get().materials()),
                    material);
        }
        var values = new TreeMap<String, Object>();
        double quantity = rounded(lot.quantity() * factor.getAsDouble());
        if (known.isEmpty() || known.get().quantity() != quantity) {
            values.put(QUANTITY.name(), quantity);
        }
        if (lot.unitCost().isPresent()) {
            double cost = rounded(lot.unitCost().getAsDouble() / factor.getAsDouble());
            if (known.flatMap(KnownLot::unitCost).filter(c -> c == cost).isEmpty()) {
                values.put(UNIT_COST.name(), cost);
            }
        }
        if (lot.expiry().isPresent() && !known.flatMap(KnownLot::expiry).equals(lot.expiry())) {
            values.put(EXPIRY_DATE.name(), lot.expiry().get());
        }
        String row = "lot " + lot.lot();
        if (known.isEmpty()) {
            values.put(CODE.name(), lot.lot());
        }
        if (!values.isEmpty()) {
            facts.add(new Fact.NodeFact(NodeType.STOCK_LOT, id, values, evidence, row));
        }
        if (known.isEmpty()) {
            facts.add(new Fact.RelationFact(RelationType.FOR, id, material, "", Map.of(), evidence, row));
        }
        Set<String> bins = bins(lot);
        if (quantity > 0 || known.isEmpty()) {
            store(id, known, bins, row);
        }
    }

    private Set<String> bins(StockMessage.Lot lot) throws Refused {
        var bins = new TreeSet<String>();
        for (String name : lot.bins()) {
            String bin = view.bins().find(name).orElseThrow(() -> new Refused(DeadLetterReason.BIN_UNKNOWN, name));
            if (!view.places().contains(bin)) {
                throw new Refused(DeadLetterReason.BIN_ELSEWHERE, name, view.site());
            }
            bins.add(bin);
        }
        return bins;
    }

    private void store(String id, Optional<KnownLot> known, Set<String> bins, String row) {
        Set<String> before = known.map(lot -> lot.placesOn(day)).orElse(Set.of());
        Set<String> now = bins;
        if (bins.isEmpty()) {
            // where in the site is not told: it stays where it was there, or is simply at the site
            now = new TreeSet<>(before);
            now.retainAll(view.places());
            if (now.isEmpty()) {
                now = Set.of(view.site());
            }
        }
        for (String place : now) {
            if (!before.contains(place)) {
                stored(id, place, arrival(known, place), row);
            }
        }
        for (String place : before) {
            if (!now.contains(place)) {
                stored(id, place, Map.of(VALID_TO.name(), day.minusDays(1)), row);
            }
        }
    }

    private Map<String, Object> arrival(Optional<KnownLot> known, String place) {
        if (known.isEmpty() || known.get().places().isEmpty()) {
            return Map.of();
        }
        return known.get().places().containsKey(place)
                ? Map.of(VALID_FROM.name(), day, VALID_TO.name(), FOR_EVER)
                : Map.of(VALID_FROM.name(), day);
    }

    private void stored(String id, String place, Map<String, Object> values, String row) {
        facts.add(new Fact.RelationFact(RelationType.STORED_IN, id, place, "", values, evidence, row));
    }

    /** Sums and unit factors leave traces far behind the decimal point; they are no change. */
    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
