package io.sandtable.datasets.market;

import io.sandtable.datasets.reading.Provenance;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Series;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One published series.
 *
 * @param unit what a price is for, such as {@code t}; of an exchange rate {@code CNY/USD}, CNY for one dollar; empty for an index
 * @param currency what it is paid in (ISO 4217); empty for an index
 * @param name as it is published; exchange rates are FX and the currency
 * @param points by the last day of the period they are a mean of
 */
record MarketSeries(
        String name, String unit, String currency, NavigableMap<LocalDate, Double> points, Evidence evidence) {
    /** The node's id. */
    String id() {
        return NodeType.PRICE_SERIES.prefix() + "-" + name.replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /** The same series as it was known on that day, at most so many years back. */
    MarketSeries known(LocalDate day, int years) {
        var known = new TreeMap<>(points.headMap(day, true).tailMap(day.minusYears(years), false));
        Evidence then = known.isEmpty() || evidence.sha256() == null
                ? evidence
                : Provenance.rows(
                        evidence.origin(),
                        evidence.source(),
                        name,
                        evidence.sha256(),
                        known.lastKey(),
                        evidence.licence(),
                        null);
        return new MarketSeries(name, unit, currency, known, then);
    }

    /** How many of its points lie after that day. */
    int after(LocalDate day) {
        return points.tailMap(day, false).size();
    }

    /** The series as a fact; its place in the source is its column. */
    NodeFact fact() {
        var values = new HashMap<String, Object>(
                Map.of("name", name, "code", name, "points", new Series(points).toString()));
        int per = unit.indexOf("CNY/") == 0 ? "CNY/".length() : 0;
        if (per > 0) {
            values.put("name", "1 %s 兑人民币（%s）".formatted(unit.substring(per), unit));
            values.put("nameEn", "CNY per %s (%s)".formatted(unit.substring(per), unit));
        }
        if (!unit.isEmpty()) {
            values.put("unit", unit);
        }
        if (!currency.isEmpty()) {
            values.put("currency", currency);
        }
        return new NodeFact(NodeType.PRICE_SERIES, id(), values, evidence, "column " + name);
    }
}
