package io.sandtable.simulation.risk;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Range;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the company's own data and the market's say about uncertain inputs: prices and exchange rates from their series, lead times and
 * rejects from received purchases. All are differences from today, which lies in their middle: what history drifts is no forecast.
 */
public final class Histories {
    private static final String RATE_OF = "CNY/";
    /** Mean of a random walk over a time from its start has a third of the variance at its end. */
    private static final double OF_THE_MEAN = 3;
    /** A rank correlation within so many standard errors is taken for none. */
    private static final double STANDARD_ERRORS = 2;

    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final int horizonDays;

    /** @param horizonDays that one value of an input holds for */
    public Histories(BusinessSnapshot snapshot, LocalDate asOf, int horizonDays) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.horizonDays = horizonDays;
    }

    /**
     * An input and where it comes from.
     *
     * @param source id of the series; empty for the received purchases, and for a stand-in
     */
    public record Known(Input input, Fit fit, String source) {}

    /**
     * Inputs for a run.
     *
     * @param correlationMoved by how much the correlation that had to be changed most was changed
     */
    public record Inputs(List<Known> all, Copula copula, double correlationMoved, List<RiskWarning> warnings) {
        public Inputs {
            all = List.copyOf(all);
            warnings = List.copyOf(warnings);
        }

        /** For {@link RiskRun}. */
        public List<Input> inputs() {
            return all.stream().map(Known::input).toList();
        }
    }

    /** Every dimension: by history where there is enough of it, else by its stand-in. */
    public Inputs everyDimension() {
        return complete(EnumSet.allOf(Dimension.class));
    }

    /** Those dimensions alone. */
    public Inputs complete(Set<Dimension> dimensions) {
        var all = new ArrayList<Known>();
        // by the place of the input that it is behind
        var series = new TreeMap<Integer, Series>();
        if (dimensions.contains(Dimension.PURCHASE_PRICE)) {
            addPrices(all, series);
        }
        if (dimensions.contains(Dimension.FINANCE_FX)) {
            addRate(all, series);
        }
        if (dimensions.contains(Dimension.SUPPLY_LEAD_TIME)) {
            all.add(leadTime());
        }
        if (dimensions.contains(Dimension.SUPPLY_REJECT)) {
            all.add(reject());
        }
        Set<Dimension> known =
                all.stream().map(k -> k.input().dimension()).collect(Collectors.toCollection(HashSet::new));
        dimensions.stream().sorted().filter(d -> !known.contains(d)).forEach(d -> all.add(standIn(d)));
        Copula.Repaired copula = copula(series, all.size());
        var warnings = new ArrayList<>(copula.warnings());
        all.forEach(k -> warnings.addAll(k.fit().warnings()));
        return new Inputs(all, copula.copula(), copula.moved(), warnings);
    }

    private static Known standIn(Dimension dimension) {
        Input input = Input.of(Range.standIn(dimension));
        return new Known(input, new Fit(input.distribution(), 0, List.of(), List.of()), "");
    }

    /** One input for each series that speaks of materials, one for the materials of which none speaks. */
    private void addPrices(List<Known> all, Map<Integer, Series> series) {
        var spokenOf = new TreeSet<String>();
        for (Node market : snapshot.nodes(NodeType.PRICE_SERIES)) {
            Set<String> materials = market.out(RelationType.FOR).stream()
                    .map(Relation::to)
                    .filter(n -> n.type() == NodeType.MATERIAL
                            && !n.in(RelationType.SUPPLIES).isEmpty())
                    .map(Node::id)
                    .collect(Collectors.toSet());
            if (!materials.isEmpty() && market.findText(Attributes.CURRENCY).isPresent()) {
                Series points = known(market);
                Fit fit = fit(Dimension.PURCHASE_PRICE, changes(points), Fit.Bounds.PERCENT);
                if (fit.isFromHistory()) {
                    series.put(all.size(), points);
                    all.add(new Known(Input.of(Dimension.PURCHASE_PRICE, materials, fit), fit, market.id()));
                    spokenOf.addAll(materials);
                }
            }
        }
        Set<String> others = snapshot.nodes(NodeType.MATERIAL).stream()
                .filter(m -> !m.in(RelationType.SUPPLIES).isEmpty())
                .map(Node::id)
                .filter(id -> !spokenOf.contains(id))
                .collect(Collectors.toSet());
        if (!spokenOf.isEmpty() && !others.isEmpty()) {
            Range range = Range.standIn(Dimension.PURCHASE_PRICE);
            Input input = Input.of(new Range(range.dimension(), others, range.low(), range.high(), range.basis()));
            all.add(new Known(input, new Fit(input.distribution(), 0, List.of(), List.of()), ""));
        }
    }

    /** The mean change of all currencies that a rate is known of: the dimension moves them together. */
    private void addRate(List<Known> all, Map<Integer, Series> series) {
        List<Node> rates = snapshot.nodes(NodeType.PRICE_SERIES).stream()
                .filter(s -> s.findText(Attributes.UNIT)
                        .filter(unit -> unit.startsWith(RATE_OF))
                        .isPresent())
                .toList();
        if (rates.isEmpty()) {
            return;
        }
        List<Series> known = rates.stream().map(this::known).toList();
        var index = new TreeMap<LocalDate, Double>();
        for (LocalDate day : known.getFirst().points().keySet()) {
            double logs = 0;
            int count = 0;
            for (Series one : known) {
                if (one.asOf(day).isPresent()) {
                    logs += StrictMath.log(one.asOf(day).getAsDouble()
                            / one.points().firstEntry().getValue());
                    count++;
                }
            }
            index.put(day, StrictMath.exp(logs / count));
        }
        var mean = new Series(index);
        Fit fit = fit(Dimension.FINANCE_FX, changes(mean), Fit.Bounds.PERCENT);
        series.put(all.size(), mean);
        all.add(new Known(
                Input.of(Dimension.FINANCE_FX, Set.of(), fit),
                fit,
                rates.stream().map(Node::id).collect(Collectors.joining(","))));
    }

    /** What was known on the as-of day. */
    private Series known(Node market) {
        Series all = market.findSeries(Attributes.POINTS).orElseThrow();
        return all.points().headMap(asOf, true).isEmpty()
                ? all
                : new Series(all.points().headMap(asOf, true));
    }

    /**
     * Percent by which the mean of the horizon may differ from today: each change of the history, its drift taken off, brought from its own
     * length to that of the horizon by the root of time.
     */
    private List<Double> changes(Series series) {
        double[] logs = logsPerRootOfDay(series, new ArrayList<>(series.points().keySet()));
        double drift = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs)
                .mapToObj(log -> 100 * StrictMath.expm1((log - drift) * StrictMath.sqrt(horizonDays / OF_THE_MEAN)))
                .toList();
    }

    private static double[] logsPerRootOfDay(Series series, List<LocalDate> days) {
        var logs = new double[Math.max(0, days.size() - 1)];
        for (int i = 0; i < logs.length; i++) {
            LocalDate from = days.get(i);
            LocalDate to = days.get(i + 1);
            logs[i] = StrictMath.log(
                            series.asOf(to).orElseThrow() / series.asOf(from).orElseThrow())
                    / StrictMath.sqrt(ChronoUnit.DAYS.between(from, to));
        }
        return logs;
    }

    /** Days from order to arrival over those agreed, month by month, against their mean. */
    private Known leadTime() {
        return ofPurchases(
                Dimension.SUPPLY_LEAD_TIME,
                purchase -> ChronoUnit.DAYS.between(
                        purchase.date(Attributes.ORDER_DATE), purchase.date(Attributes.DELIVERED_DATE)),
                purchase -> ChronoUnit.DAYS.between(
                        purchase.date(Attributes.ORDER_DATE), purchase.date(Attributes.DUE_DATE)),
                (ratio, mean) -> 100 * (ratio / mean - 1),
                Fit.Bounds.PERCENT);
    }

    /** Share sent back, month by month, against its mean. */
    private Known reject() {
        return ofPurchases(
                Dimension.SUPPLY_REJECT,
                purchase -> purchase.numberOr(Attributes.REJECTED_QUANTITY, 0)
                        / purchase.numberOr(Attributes.DELIVERED_QUANTITY, purchase.number(Attributes.QUANTITY)),
                purchase -> 1,
                (share, mean) -> 100 * (share - mean),
                Fit.Bounds.NONE);
    }

    private interface Against {
        double of(double value, double mean);
    }

    /** A month's value is what one side sums to over what the other does. */
    private Known ofPurchases(
            Dimension dimension,
            ToDoubleFunction<Node> above,
            ToDoubleFunction<Node> below,
            Against against,
            Fit.Bounds bounds) {
        Map<YearMonth, double[]> byMonth = new TreeMap<>();
        for (Node purchase : snapshot.nodes(NodeType.PURCHASE_ORDER)) {
            if (purchase.findDate(Attributes.DELIVERED_DATE)
                            .filter(day -> !day.isAfter(asOf))
                            .isPresent()
                    && purchase.findDate(Attributes.ORDER_DATE).isPresent()
                    && purchase.numberOr(Attributes.DELIVERED_QUANTITY, purchase.number(Attributes.QUANTITY)) > 0
                    && below.applyAsDouble(purchase) > 0) {
                double[] sums = byMonth.computeIfAbsent(
                        YearMonth.from(purchase.date(Attributes.DELIVERED_DATE)), m -> new double[2]);
                sums[0] += above.applyAsDouble(purchase);
                sums[1] += below.applyAsDouble(purchase);
            }
        }
        List<Double> months =
                byMonth.values().stream().map(sums -> sums[0] / sums[1]).toList();
        double mean = months.stream().mapToDouble(v -> v).average().orElse(0);
        List<Double> values = months.stream().map(v -> against.of(v, mean)).toList();
        Fit fit = fit(dimension, values, bounds);
        return new Known(Input.of(dimension, Set.of(), fit), fit, "");
    }

    private static Fit fit(Dimension dimension, List<Double> values, Fit.Bounds bounds) {
        return Fit.of(dimension.id(), values, bounds, Input.standIn(dimension));
    }

    private static Copula.Repaired copula(Map<Integer, Series> series, int inputs) {
        var ranks = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            ranks[i][i] = 1;
        }
        series.forEach((i, one) -> series.forEach((j, other) -> {
            if (j < i) {
                ranks[i][j] = correlation(one, other);
                ranks[j][i] = ranks[i][j];
            }
        }));
        return Copula.nearestOfRanks(
                "",
                Arrays.stream(ranks)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    /** Of changes between the days of the one with fewer points, where both are known; 0 where chance alone would bring as much. */
    static double correlation(Series one, Series other) {
        Series fewer = one.points().size() <= other.points().size() ? one : other;
        List<LocalDate> days = fewer.points().keySet().stream()
                .filter(day -> one.asOf(day).isPresent() && other.asOf(day).isPresent())
                .filter(day -> !day.isAfter(one.points().lastKey())
                        && !day.isAfter(other.points().lastKey()))
                .toList();
        double found = Copula.rankCorrelation(logsPerRootOfDay(one, days), logsPerRootOfDay(other, days));
        double error = 1 / StrictMath.sqrt(Math.max(1, days.size() - 2));
        return Math.abs(found) > STANDARD_ERRORS * error ? found : 0;
    }
}
