package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Histories.Known;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.SmallCompany;
import io.sandtable.simulation.sensitivity.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final LocalDate AS_OF = SmallCompany.AS_OF;
    private static final int HORIZON = 182;

    /** A random walk with that deviation in the logarithm a month, month by month until the as-of day. */
    private static Series walk(long seed, double monthly, double partOfFirst) {
        Points.Source chance =
                Points.independent(seed, List.of(Normal.STANDARD)).source();
        Points.Source first = Points.independent(1, List.of(Normal.STANDARD)).source();
        var points = new TreeMap<LocalDate, Double>();
        double log = Math.log(2500);
        for (int i = 0; i <= 60; i++) {
            points.put(AS_OF.minusMonths(60L - i), Math.exp(log));
            log += monthly
                    * (partOfFirst * first.at(i)[0] + Math.sqrt(1 - partOfFirst * partOfFirst) * chance.at(i)[0]);
        }
        return new Series(points);
    }

    private static SmallCompany withSeries(String id, Series series, String material) {
        return SmallCompany.complete()
                .node(NodeType.PRICE_SERIES, id, "unit", "USD/t", "currency", "USD", "points", series.toString())
                .relation(RelationType.FOR, id, material);
    }

    private static Known of(Histories.Inputs inputs, Dimension dimension) {
        return inputs.all().stream()
                .filter(k -> k.input().dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    /** 4 % a month over six months is 4 % · √6 at the end and 4 % · √2 = 5.7 % for the mean of them. */
    @Test
    void priceOfASeries_spreadsAsTheMeanOfItsWalkOverTheHorizon() {
        var snapshot = withSeries("PRI-alu", walk(1, 0.04, 1), "MAT-alu").snapshot();

        Histories.Inputs inputs = new Histories(snapshot, AS_OF, HORIZON).everyDimension();

        Known price = of(inputs, Dimension.PURCHASE_PRICE);
        assertThat(price.source()).isEqualTo("PRI-alu");
        assertThat(price.input().scope()).containsExactly("MAT-alu");
        assertThat(price.input().basis()).isEqualTo(Range.Basis.HISTORY);
        assertThat(price.fit().n()).isEqualTo(60);
        assertThat(price.input().distribution().mean()).isCloseTo(0, within(1.0));
        assertThat(price.input().distribution().deviation()).isCloseTo(5.7, within(1.2));
    }

    @Test
    void everyDimension_isThereOnceForEveryPartOfTheBusiness() {
        var snapshot = withSeries("PRI-alu", walk(1, 0.04, 1), "MAT-alu").snapshot();

        Histories.Inputs inputs = new Histories(snapshot, AS_OF, HORIZON).everyDimension();

        assertThat(inputs.all()).extracting(k -> k.input().dimension()).contains(Dimension.values());
        assertThat(inputs.copula().inputs()).isEqualTo(inputs.all().size());
        assertThat(inputs.inputs()).doesNotHaveDuplicates();
        // two rates of a year say nothing
        assertThat(of(inputs, Dimension.FINANCE_FX).input().basis()).isEqualTo(Range.Basis.STAND_IN);
        assertThat(inputs.warnings())
                .contains(
                        new RiskWarning(Code.TOO_FEW_VALUES, "finance.fx"),
                        new RiskWarning(Code.TOO_FEW_VALUES, "supply.leadtime"));
    }

    @Test
    void pricesThatMovedTogether_areSampledTogether() {
        Series one = walk(1, 0.04, 1);

        assertThat(Histories.correlation(one, walk(2, 0.05, 0.8))).isCloseTo(0.8, within(0.15));
        assertThat(Histories.correlation(one, walk(3, 0.05, 0))).isZero();
    }

    @Test
    void copula_standsAtThePlacesOfTheSeries() {
        SmallCompany company = withSeries("PRI-alu", walk(1, 0.04, 1), "MAT-alu")
                .node(NodeType.MATERIAL, "MAT-cu", "name", "铜棒", "role", "raw", "unit", "kg")
                .relation(RelationType.SUPPLIES, "SUP-near", "MAT-cu", "price", 60.0, "leadTimeDays", 7.0)
                .node(
                        NodeType.PRICE_SERIES,
                        "PRI-cu",
                        "unit",
                        "USD/t",
                        "currency",
                        "USD",
                        "points",
                        walk(2, 0.05, 0.8).toString())
                .relation(RelationType.FOR, "PRI-cu", "MAT-cu");

        Histories.Inputs inputs = new Histories(company.snapshot(), AS_OF, HORIZON)
                .complete(Set.of(Dimension.PURCHASE_PRICE, Dimension.SALES_PRICE));

        assertThat(inputs.all()).extracting(Known::source).startsWith("PRI-alu", "PRI-cu");
        assertThat(inputs.copula().correlation().get(0).get(1)).isGreaterThan(0.6);
        assertThat(inputs.copula().correlation().getLast().getFirst()).isZero();
    }

    /** Months are 0, 10, 20, 30 and 40 % over what was agreed, in turn: 11.8 % of their mean around it. */
    @Test
    void leadTimes_areThoseOfReceivedPurchasesMonthByMonth() {
        SmallCompany company = SmallCompany.complete();
        for (int month = 0; month < 24; month++) {
            LocalDate ordered = AS_OF.minusMonths(month + 1L).withDayOfMonth(1);
            String id = "PUR-" + month;
            company.node(
                            NodeType.PURCHASE_ORDER,
                            id,
                            "status",
                            "closed",
                            "quantity",
                            100.0,
                            "orderDate",
                            ordered,
                            "dueDate",
                            ordered.plusDays(10),
                            "deliveredDate",
                            ordered.plusDays(10L + month % 5),
                            "deliveredQuantity",
                            100.0,
                            "rejectedQuantity",
                            month % 4 == 0 ? 2.0 : 0.0)
                    .relation(RelationType.FOR, id, "MAT-alu")
                    .relation(RelationType.PLACED_WITH, id, "SUP-near");
        }

        Histories.Inputs inputs = new Histories(company.snapshot(), AS_OF, HORIZON).everyDimension();

        Known lead = of(inputs, Dimension.SUPPLY_LEAD_TIME);
        assertThat(lead.fit().n()).isEqualTo(24);
        assertThat(lead.input().basis()).isEqualTo(Range.Basis.HISTORY);
        assertThat(lead.input().distribution().mean()).isCloseTo(0, within(1.5));
        assertThat(lead.input().distribution().deviation()).isCloseTo(11.8, within(1.5));
        Known reject = of(inputs, Dimension.SUPPLY_REJECT);
        assertThat(reject.input().distribution().deviation()).isBetween(0.5, 1.0);
    }
}
