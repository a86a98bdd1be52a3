package io.sandtable.web.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AgainstActual.MonthCompared;
import io.sandtable.simulation.annual.AgainstActual.State;
import io.sandtable.simulation.annual.AnnualProduct;
import io.sandtable.simulation.annual.MarginCauses;
import io.sandtable.simulation.backtest.Accuracy;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.annual.AnnualTable.Cell;
import io.sandtable.web.annual.AnnualTable.Column;
import io.sandtable.web.annual.AnnualTable.Group;
import io.sandtable.web.annual.AnnualTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** An annual plan against what happened, as tables: figure by figure, family by family, and why the margin is another. */
final class ActualTables {
    private final AgainstActual compared;
    private final Language language;
    private final Words words;
    private final AnnualCells cells;

    ActualTables(AgainstActual compared, Language language) {
        this.compared = compared;
        this.language = language;
        this.words = Words.in(language);
        this.cells = new AnnualCells(language);
    }

    /** Revenue, cost and margin of goods delivered: planned, happened, difference, deviation, and last year times growth. */
    AnnualTable figures() {
        var groups = new ArrayList<Group>();
        groups.add(figure("annual.revenue", Amounts::revenue));
        groups.add(figure("annual.costDelivered", Amounts::cost));
        groups.add(figure("annual.marginOfGoods", Amounts::margin));
        return new AnnualTable("actual", words.say("annual.table.actual"), columns(), groups);
    }

    private Group figure(String key, Function<Amounts, Money> figure) {
        return new Group(
                words.say(key),
                List.of(
                        money(
                                "annual.planned",
                                month -> figure.apply(month.plan()),
                                figure.apply(sum(compared.planned()))),
                        money(
                                "annual.actual",
                                month -> figure.apply(month.actual()),
                                figure.apply(sum(compared.actual()))),
                        difference(figure),
                        deviation("annual.deviation", figure, MonthCompared::plan, compared.deviationPercent(figure)),
                        deviation("annual.naive", figure, MonthCompared::naive, compared.naivePercent(figure))));
    }

    private Row difference(Function<Amounts, Money> figure) {
        Money all = figure.apply(sum(compared.actual())).minus(figure.apply(sum(compared.planned())));
        return new Row(
                words.say("annual.difference"),
                words.say("unit.CNY"),
                true,
                line(month -> cells.money(month.less(figure)), cells.money(all)));
    }

    private Row deviation(
            String key,
            Function<Amounts, Money> figure,
            Function<MonthCompared, Amounts> said,
            java.util.OptionalDouble all) {
        return new Row(
                words.say(key),
                words.say("unit.%"),
                false,
                line(
                        month -> cells.percent(Accuracy.deviationPercent(
                                figure.apply(said.apply(month)), figure.apply(month.actual()))),
                        cells.percent(all)));
    }

    private Row money(String key, Function<MonthCompared, Money> figure, Money all) {
        return new Row(
                words.say(key),
                words.say("unit.CNY"),
                false,
                line(month -> cells.money(figure.apply(month)), cells.money(all)));
    }

    /** Months that cannot be compared have no figure here; the sum is of those that can. */
    private List<Cell> line(Function<MonthCompared, Cell> cell, Cell all) {
        var line = new ArrayList<Cell>();
        for (MonthCompared month : compared.months()) {
            line.add(month.state() == State.COMPARED ? cell.apply(month) : AnnualCells.NONE);
        }
        line.add(compared.isAnyCompared() ? all : AnnualCells.NONE);
        return line;
    }

    private static Amounts sum(Performance of) {
        return of.sum(cell -> true);
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (MonthCompared month : compared.months()) {
            columns.add(new Column(
                    cells.month(month.month()),
                    words.say("annual.state." + month.state().name())));
        }
        columns.add(new Column(words.say("annual.total"), words.say("annual.total.compared")));
        return columns;
    }

    /** Why the margin of goods delivered is another than planned; the rows sum to the difference. */
    AnnualTable causes() {
        MarginCauses all = compared.causes();
        var rows = List.of(
                cause("annual.cause.volume", MarginCauses::volume, all, false),
                cause("annual.cause.mix", MarginCauses::mix, all, false),
                cause("annual.cause.price", MarginCauses::price, all, false),
                cause("annual.cause.cost", MarginCauses::cost, all, false),
                cause("annual.cause.total", MarginCauses::total, all, true));
        return new AnnualTable("causes", words.say("annual.table.causes"), columns(), List.of(new Group("", rows)));
    }

    private Row cause(String key, Function<MarginCauses, Money> part, MarginCauses all, boolean total) {
        return new Row(
                words.say(key),
                words.say("unit.CNY"),
                total,
                line(month -> cells.money(part.apply(compared.causes(month.month()))), cells.money(part.apply(all))));
    }

    /** Revenue of each family, planned and happened. */
    AnnualTable families() {
        var names = new TreeMap<String, String>();
        for (AnnualProduct product : compared.products().values()) {
            names.put(
                    product.family(),
                    product.family().isEmpty()
                            ? words.say("annual.noFamily")
                            : language.choose(product.familyZh(), product.familyEn()));
        }
        var groups = new ArrayList<Group>();
        names.forEach((id, name) -> {
            Performance planned = compared.planned().only(cell -> isOf(cell.product(), id));
            Performance happened = compared.actual().only(cell -> isOf(cell.product(), id));
            groups.add(new Group(
                    name,
                    List.of(
                            family("annual.planned", planned),
                            family("annual.actual", happened),
                            new Row(
                                    words.say("annual.difference"),
                                    words.say("unit.CNY"),
                                    true,
                                    line(
                                            month -> cells.money(
                                                    revenue(happened, month).minus(revenue(planned, month))),
                                            cells.money(sum(happened)
                                                    .revenue()
                                                    .minus(sum(planned).revenue())))))));
        });
        return new AnnualTable("familiesActual", words.say("annual.table.familiesActual"), columns(), groups);
    }

    private Row family(String key, Performance of) {
        return money(key, month -> revenue(of, month), sum(of).revenue());
    }

    private static Money revenue(Performance of, MonthCompared month) {
        return of.sum(cell -> cell.month().equals(month.month())).revenue();
    }

    private boolean isOf(String product, String family) {
        AnnualProduct known = compared.products().get(product);
        return known != null && known.family().equals(family);
    }
}
