package io.sandtable.web.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AnnualMonth;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.annual.AnnualProduct;
import io.sandtable.simulation.annual.CostKind;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.annual.AnnualTable.Cell;
import io.sandtable.web.annual.AnnualTable.Column;
import io.sandtable.web.annual.AnnualTable.Group;
import io.sandtable.web.annual.AnnualTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What an annual plan says, as tables: the operating plan by kind of cost, and its families. */
final class PlanTables {
    private final AnnualPlan plan;
    private final Language language;
    private final Words words;
    private final AnnualCells cells;

    PlanTables(AnnualPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
        this.words = Words.in(language);
        this.cells = new AnnualCells(language);
    }

    /** Revenue, cost by kind, gross margin, what comes after, and the result before income tax. */
    AnnualTable operating() {
        var rows = new ArrayList<Row>();
        rows.add(money("annual.revenue", false, AnnualMonth::revenue));
        kinds(true, rows);
        rows.add(money("annual.costOfGoods", true, AnnualMonth::costOfGoods));
        rows.add(money("annual.grossMargin", true, AnnualMonth::grossMargin));
        rows.add(marginRate());
        kinds(false, rows);
        rows.add(known("annual.result", AnnualMonth::result));
        return new AnnualTable("plan", words.say("annual.table.plan"), columns(), List.of(new Group("", rows)));
    }

    private void kinds(boolean ofGoods, List<Row> rows) {
        for (CostKind kind : CostKind.values()) {
            boolean any = plan.months().stream().anyMatch(m -> m.cost(kind).minor() != 0);
            if (kind.isOfGoods() == ofGoods && any) {
                rows.add(known("annual.kind." + kind.code(), false, m -> m.cost(kind)));
            }
        }
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (AnnualMonth month : plan.months()) {
            columns.add(new Column(
                    cells.month(month.month()),
                    words.say("annual.kindOfMonth." + month.kind().code())));
        }
        columns.add(new Column(words.say("annual.total"), ""));
        return columns;
    }

    private Row money(String key, boolean total, Function<AnnualMonth, Money> figure) {
        var line = new ArrayList<Cell>();
        plan.months().forEach(month -> line.add(cells.money(figure.apply(month))));
        line.add(cells.money(plan.sum(figure)));
        return new Row(words.say(key), words.say("unit.CNY"), total, line);
    }

    private Row known(String key, Function<AnnualMonth, Money> figure) {
        return known(key, true, figure);
    }

    /** A figure that only months know whose costs are known by kind; the sum is of those. */
    private Row known(String key, boolean total, Function<AnnualMonth, Money> figure) {
        var line = new ArrayList<Cell>();
        for (AnnualMonth month : plan.months()) {
            line.add(month.knowsKinds() ? cells.money(figure.apply(month)) : AnnualCells.NONE);
        }
        line.add(cells.money(plan.sum(m -> m.knowsKinds() ? figure.apply(m) : Money.fen(0))));
        return new Row(words.say(key), words.say("unit.CNY"), total, line);
    }

    private Row marginRate() {
        var line = new ArrayList<Cell>();
        plan.months().forEach(month -> line.add(cells.marginPercent(month.grossMargin(), month.revenue())));
        line.add(cells.marginPercent(plan.sum(AnnualMonth::grossMargin), plan.sum(AnnualMonth::revenue)));
        return new Row(words.say("annual.marginRate"), words.say("unit.%"), false, line);
    }

    /** Revenue, margin of goods delivered, units delivered and made of each family. */
    AnnualTable families() {
        var groups = new ArrayList<Group>();
        familiesById().forEach((id, name) -> groups.add(new Group(name, familyRows(id))));
        return new AnnualTable("families", words.say("annual.table.families"), columns(), groups);
    }

    private Map<String, String> familiesById() {
        var families = new TreeMap<String, String>();
        for (AnnualProduct product : plan.products().values()) {
            families.put(
                    product.family(),
                    product.family().isEmpty()
                            ? words.say("annual.noFamily")
                            : language.choose(product.familyZh(), product.familyEn()));
        }
        return families;
    }

    private List<Row> familyRows(String family) {
        Predicate<String> of = product -> plan.products().get(product) instanceof AnnualProduct p
                && p.family().equals(family);
        var units = new TreeSet<String>();
        plan.products().values().stream()
                .filter(product -> product.family().equals(family))
                .forEach(product -> units.add(product.unit()));
        var rows = new ArrayList<Row>();
        rows.add(familyMoney("annual.revenue", of, Amounts::revenue));
        rows.add(familyMoney("annual.marginOfGoods", of, Amounts::margin));
        // pieces and kilograms make no sum
        if (units.size() == 1) {
            rows.add(familyUnits("annual.delivered", of, units.first(), Amounts::delivered));
            rows.add(familyUnits("annual.output", of, units.first(), Amounts::output));
        }
        return rows;
    }

    private Row familyMoney(String key, Predicate<String> of, Function<Amounts, Money> figure) {
        return row(key, "CNY", of, amounts -> cells.money(figure.apply(amounts)));
    }

    private Row familyUnits(String key, Predicate<String> of, String unit, ToDoubleFunction<Amounts> figure) {
        return row(key, unit, of, amounts -> cells.quantity(figure.applyAsDouble(amounts)));
    }

    private Row row(String key, String unit, Predicate<String> of, Function<Amounts, Cell> cell) {
        var line = new ArrayList<Cell>();
        Amounts all = Amounts.NONE;
        for (AnnualMonth month : plan.months()) {
            Amounts sum = month.products().entrySet().stream()
                    .filter(product -> of.test(product.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Amounts.NONE, Amounts::plus);
            line.add(cell.apply(sum));
            all = all.plus(sum);
        }
        line.add(cell.apply(all));
        return new Row(words.say(key), unit(unit), false, line);
    }

    private String unit(String unit) {
        return words.knows("unit." + unit) ? words.say("unit." + unit) : unit;
    }
}
