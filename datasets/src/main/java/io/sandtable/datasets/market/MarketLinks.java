package io.sandtable.datasets.market;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.datasets.reading.Statement;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ties public price series to what a company buys, as a table of ours says: which series, how much of the commodity is in a piece,
 * and on what basis. With an amount the purchase price is derived; without one the material merely follows the series.
 */
public final class MarketLinks {
    /** So far back does a snapshot carry a series. */
    private static final int YEARS = 10;

    private final List<CsvTable.Row> rows;

    private MarketLinks(List<CsvTable.Row> rows) {
        this.rows = rows;
    }

    /** The links for the items of frePPLe's manufacturing model, by item name. */
    public static MarketLinks frepple() {
        return parse(resource("frepple-links.csv"));
    }

    /** Columns item, series, quantityPerItem, unit, basis. */
    static MarketLinks parse(String csv) {
        return new MarketLinks(
                CsvTable.read(csv, "links", new Draft("links")).orElseThrow().rows());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(MarketLinks.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the linked series, and the purchase prices they give, after the company's own facts. Nothing published after {@code asOf}
     * is used.
     *
     * @param rateOf how a currency is turned into CNY that day
     * @param materialOf the id of an item by its name
     */
    public void state(
            MarketFiles market,
            Draft company,
            LocalDate asOf,
            Function<String, Optional<ExchangeRate>> rateOf,
            Function<String, Optional<String>> materialOf) {
        company.adopt(market.draft());
        for (CsvTable.Row row : rows) {
            Optional<String> material = materialOf.apply(row.cell("item"));
            Optional<MarketSeries> published = market.price(row.cell("series"));
            if (material.isEmpty() || published.isEmpty()) {
                continue;
            }
            MarketSeries known = published.get().known(asOf, YEARS);
            int after = published.get().after(asOf);
            if (after > 0) {
                company.problem(
                        ProblemCode.MARKET_AFTER_AS_OF, "", 0, known.name(), Integer.toString(after), asOf.toString());
            }
            if (known.points().isEmpty()) {
                continue;
            }
            link(row, known, material.get(), company, asOf);
            rateOf.apply(known.currency()).ifPresent(rate -> price(row, known, material.get(), company, asOf, rate));
        }
    }

    private static void link(CsvTable.Row row, MarketSeries series, String material, Draft company, LocalDate asOf) {
        String file = "market/" + MarketFiles.PRICES;
        company.state(series.fact(), file, 0);
        Evidence basis = Provenance.method(
                Origin.DERIVED,
                company.name(),
                asOf,
                null,
                "%s follows %s: %s".formatted(row.cell("item"), series.name(), row.cell("basis")));
        company.state(
                new RelationFact(RelationType.FOR, series.id(), material, "", Map.of(), basis, row.cell("item")),
                file,
                0);
    }

    private static void price(
            CsvTable.Row row, MarketSeries series, String material, Draft company, LocalDate asOf, ExchangeRate rate) {
        String amount = row.cell("quantityPerItem");
        if (amount.isEmpty() || !series.unit().equals(row.cell("unit"))) {
            return;
        }
        Map.Entry<LocalDate, Double> last = series.points().lastEntry();
        double price =
                MarketFiles.rounded(last.getValue() * (Double) ValueKind.NUMBER.parse(amount) * rate.cnyPerUnit());
        String method = "%s %s/%s (%s, %s) x %s %s a piece (%s) x %s"
                .formatted(
                        last.getValue(),
                        series.currency(),
                        series.unit(),
                        series.name(),
                        last.getKey(),
                        amount,
                        series.unit(),
                        row.cell("basis"),
                        rate.told());
        Evidence evidence = Provenance.method(
                Origin.DERIVED, company.name(), asOf, series.evidence().licence(), method);
        Map<String, Object> values = Map.of("price", price, "currency", "CNY");
        var orders = ordersFor(material, company);
        for (Statement s : List.copyOf(company.statements())) {
            switch (s.fact()) {
                case RelationFact r
                when r.type() == RelationType.SUPPLIES
                        && r.to().equals(material)
                        && r.values().containsKey("price") ->
                    company.state(
                            new RelationFact(r.type(), r.from(), r.to(), r.variant(), values, evidence, r.row()),
                            s.file(),
                            s.row());
                case NodeFact n
                when orders.contains(n.id()) && n.values().containsKey("price") ->
                    company.state(new NodeFact(n.type(), n.id(), values, evidence, n.row()), s.file(), s.row());
                default -> {}
            }
        }
        company.problem(
                ProblemCode.MARKET_PRICE_USED,
                "",
                0,
                row.cell("item"),
                ValueKind.NUMBER.format(price) + " CNY",
                method);
    }

    private static HashSet<String> ordersFor(String material, Draft company) {
        var orders = new HashSet<String>();
        for (Statement s : company.statements()) {
            if (s.fact() instanceof RelationFact r
                    && r.type() == RelationType.FOR
                    && r.to().equals(material)
                    && r.from().startsWith(NodeType.PURCHASE_ORDER.prefix() + "-")) {
                orders.add(r.from());
            }
        }
        return orders;
    }
}
