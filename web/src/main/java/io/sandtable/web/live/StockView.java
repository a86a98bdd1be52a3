package io.sandtable.web.live;

import io.sandtable.ingest.StockArrival;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What lies where, by site and place.
 *
 * @param sites each with its places, by name; what is stored nowhere comes last
 */
public record StockView(List<Site> sites) {
    private static final int LINES_SHOWN = 200;

    /**
     * A site's stock.
     *
     * @param name empty where nobody says where it is
     * @param counted when the site was counted last; null where no live count came
     * @param dataDay the latest day that its figures speak of, by their files
     * @param left how many more lines there are than are shown
     */
    public record Site(
            String name,
            @Nullable Instant counted,
            @Nullable LocalDate dataDay,
            List<Line> lines,
            int left) {}

    /** A material at a place. */
    public record Line(String place, String material, String code, String quantity, String unit, int lots) {}

    /** The stock that is there on a day. */
    static StockView of(BusinessSnapshot snapshot, List<StockArrival> counts, LocalDate day, Language language) {
        Map<String, Gathered> bySite = new TreeMap<>();
        for (Node lot : snapshot.nodes(NodeType.STOCK_LOT)) {
            double quantity = lot.numberOr(Attributes.QUANTITY, 0);
            if (quantity <= 0) {
                continue;
            }
            Optional<Node> material =
                    lot.out(RelationType.FOR).stream().map(Relation::to).findFirst();
            List<Node> places = lot.out(RelationType.STORED_IN).stream()
                    .filter(r -> r.validOn(day))
                    .map(Relation::to)
                    .toList();
            Optional<Node> site = places.stream().findFirst().flatMap(StockView::site);
            String place = String.join(
                    language.choose("、", ", "),
                    places.stream()
                            .filter(p -> p.type() != NodeType.SITE)
                            .map(p -> named(p, language))
                            .toList());
            bySite.computeIfAbsent(site.map(Node::id).orElse("~"), id -> new Gathered(site))
                    .add(place, lot, material, quantity, language);
        }
        return new StockView(
                bySite.values().stream().map(g -> g.finish(counts, language)).toList());
    }

    private static Optional<Node> site(Node place) {
        Node here = place;
        // a bin in a rack in a zone at a site: no more than some steps
        for (int step = 0; step < 5; step++) {
            if (here.type() == NodeType.SITE) {
                return Optional.of(here);
            }
            Optional<Node> next =
                    here.out(RelationType.PART_OF).stream().map(Relation::to).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.empty();
    }

    private static String named(Node node, Language language) {
        return language.choose(node.name(), node.nameEn());
    }

    /** A site while its lots are added up. */
    private static final class Gathered {
        private final Optional<Node> site;
        private final Map<String, Sum> sums = new HashMap<>();
        private @Nullable LocalDate dataDay;

        private record Sum(String place, String material, String code, String unit, double quantity, int lots) {
            Sum plus(double more) {
                return new Sum(place, material, code, unit, quantity + more, lots + 1);
            }
        }

        Gathered(Optional<Node> site) {
            this.site = site;
        }

        void add(String place, Node lot, Optional<Node> material, double quantity, Language language) {
            String name = material.map(m -> named(m, language)).orElse(lot.id());
            String code = material.flatMap(m -> m.findText(Attributes.CODE))
                    .orElse(material.map(Node::id).orElse(""));
            String unit = material.flatMap(m -> m.findText(Attributes.UNIT)).orElse("");
            String key = place + "\n" + material.map(Node::id).orElse(lot.id());
            sums.put(
                    key,
                    sums.getOrDefault(key, new Sum(place, name, code, unit, 0, 0))
                            .plus(quantity));
            LocalDate day = lot.source(Attributes.QUANTITY).evidence().asOf();
            if (dataDay == null || day.isAfter(dataDay)) {
                dataDay = day;
            }
        }

        Site finish(List<StockArrival> counts, Language language) {
            var figures = new Figures(language);
            var lines = new ArrayList<Line>();
            sums.values().stream()
                    .sorted(Comparator.comparing(Sum::place).thenComparing(Sum::material))
                    .limit(LINES_SHOWN)
                    .forEach(s -> lines.add(new Line(
                            s.place(),
                            s.material(),
                            s.code(),
                            figures.fixed(s.quantity(), s.quantity() == Math.rint(s.quantity()) ? 0 : 2),
                            s.unit(),
                            s.lots())));
            Instant counted = site.flatMap(s -> counts.stream()
                            .filter(c -> c.state() == StockArrival.State.APPLIED)
                            .filter(c -> c.site().equals(s.id())
                                    || c.site()
                                            .equals(s.findText(Attributes.CODE).orElse("")))
                            .map(c -> c.at().toInstant())
                            .max(Comparator.naturalOrder()))
                    .orElse(null);
            return new Site(
                    site.map(s -> named(s, language)).orElse(""),
                    counted,
                    dataDay,
                    lines,
                    Math.max(0, sums.size() - LINES_SHOWN));
        }
    }
}
