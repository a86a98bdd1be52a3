package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.query.Input.Used;
import io.sandtable.simulation.query.SoldGoods.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Why goods sold brought another margin, or another revenue where costs are left out: units at the mean unit margin of both times, in volume and mix as
 * plans are compared (decision 31), and what a unit brought and cost more or less at the mean of the units. Amounts in fen; they sum to the
 * change.
 */
final class GoodsChange {
    private final SoldGoods before;
    private final SoldGoods after;
    private final BusinessSnapshot snapshot;
    private final List<Part> parts = new ArrayList<>();

    private GoodsChange(SoldGoods before, SoldGoods after, BusinessSnapshot snapshot) {
        this.before = before;
        this.after = after;
        this.snapshot = snapshot;
    }

    static List<Part> between(SoldGoods before, SoldGoods after, BusinessSnapshot snapshot) {
        var change = new GoodsChange(before, after, snapshot);
        var products = new TreeSet<String>();
        for (Map.Entry<String, List<Cell>> group : change.groups().entrySet()) {
            change.quantities(group.getValue());
            group.getValue().forEach(cell -> products.add(cell.product()));
        }
        products.forEach(change::costs);
        return change.parts;
    }

    /** Products of one family that are counted in one unit. */
    private Map<String, List<Cell>> groups() {
        var cells = new TreeSet<>(before.sold().keySet());
        cells.addAll(after.sold().keySet());
        var groups = new TreeMap<String, List<Cell>>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(group(snapshot.node(cell.product())), g -> new ArrayList<>())
                    .add(cell);
        }
        return groups;
    }

    private static String group(Node product) {
        String family = product.out(RelationType.MEMBER_OF).stream()
                .map(r -> r.to().id())
                .findFirst()
                .orElseGet(product::id);
        return family + "/" + product.findText(Attributes.UNIT).orElse("");
    }

    private void quantities(List<Cell> group) {
        double then = average(group, before);
        double now = average(group, after);
        double average = Double.isNaN(then) ? now : Double.isNaN(now) ? then : (then + now) / 2;
        for (Cell cell : group) {
            Used was = of(before, cell);
            Used is = of(after, cell);
            double more = is.quantity() - was.quantity();
            add(Cause.VOLUME, cell, was.quantity(), is.quantity(), more * average);
            add(Cause.MIX, cell, was.quantity(), is.quantity(), more * (meanUnitMargin(cell) - average));
            if (was.quantity() > 0 && is.quantity() > 0) {
                add(
                        Cause.PRICE,
                        cell,
                        was.price() / 100,
                        is.price() / 100,
                        (is.price() - was.price()) * (was.quantity() + is.quantity()) / 2);
            }
        }
    }

    private double average(List<Cell> group, SoldGoods goods) {
        double quantity = 0;
        double margin = 0;
        for (Cell cell : group) {
            double sold = of(goods, cell).quantity();
            quantity += sold;
            margin += sold == 0 ? 0 : sold * meanUnitMargin(cell);
        }
        return quantity > 0 ? margin / quantity : Double.NaN;
    }

    /** Fen a unit, mean of both times; where it was sold in one of them only, its price of that one stands for both. */
    private double meanUnitMargin(Cell cell) {
        Used was = of(before, cell);
        Used is = of(after, cell);
        double price =
                was.quantity() == 0 ? is.price() : is.quantity() == 0 ? was.price() : (was.price() + is.price()) / 2;
        double costThen = before.unitCost(cell.product());
        double costNow = after.unitCost(cell.product());
        double cost = Double.isNaN(costThen) ? costNow : Double.isNaN(costNow) ? costThen : (costThen + costNow) / 2;
        return price - cost;
    }

    private static Used of(SoldGoods goods, Cell cell) {
        return goods.sold().getOrDefault(cell, Used.NOTHING);
    }

    /** What a unit cost more is taken off the margin of the mean of the units sold. */
    private void costs(String product) {
        double then = before.quantity(product);
        double now = after.quantity(product);
        if (then <= 0 || now <= 0) {
            return;
        }
        double units = -(then + now) / 2;
        Map<Input, Used> was = perUnit(before.inputs(product), then);
        Map<Input, Used> is = perUnit(after.inputs(product), now);
        materials(product, was, is, units);
        var others = new TreeSet<>(was.keySet());
        others.addAll(is.keySet());
        for (Input input : others) {
            Used wasTaken = was.getOrDefault(input, Used.NOTHING);
            Used isTaken = is.getOrDefault(input, Used.NOTHING);
            switch (input.kind()) {
                case MATERIAL -> {}
                case ENERGY -> energy(product, input, wasTaken, isTaken, units);
                case REST ->
                    parts.add(new Part(
                            Cause.OTHER_COST,
                            Part.about(Grouping.MATERIAL, product, Grouping.INPUT, ""),
                            wasTaken.fen() / 100,
                            isTaken.fen() / 100,
                            (isTaken.fen() - wasTaken.fen()) * units));
            }
        }
    }

    private void materials(String product, Map<Input, Used> was, Map<Input, Used> is, double units) {
        Map<String, Map<String, Used>> then = InputChange.bySupplier(was);
        Map<String, Map<String, Used>> now = InputChange.bySupplier(is);
        var materials = new TreeSet<>(then.keySet());
        materials.addAll(now.keySet());
        for (String material : materials) {
            Map<Grouping, String> about = Part.about(Grouping.MATERIAL, product, Grouping.INPUT, material);
            new InputChange(then.getOrDefault(material, Map.of()), now.getOrDefault(material, Map.of()))
                    .effects(
                            Cause.USAGE,
                            e -> parts.add(new Part(
                                    e.cause(),
                                    Part.and(about, Grouping.SUPPLIER, e.supplier()),
                                    e.before(),
                                    e.after(),
                                    e.fen() * units)));
        }
    }

    private void energy(String product, Input energy, Used was, Used is, double units) {
        Map<Grouping, String> about = Part.about(Grouping.MATERIAL, product, Grouping.INPUT, energy.id());
        new InputChange(was.quantity() > 0 ? Map.of("", was) : Map.of(), is.quantity() > 0 ? Map.of("", is) : Map.of())
                .effects(
                        Cause.USAGE,
                        e -> parts.add(new Part(
                                e.cause() == Cause.INPUT_PRICE ? Cause.ENERGY_PRICE : e.cause(),
                                about,
                                e.before(),
                                e.after(),
                                e.fen() * units)));
    }

    private static Map<Input, Used> perUnit(Map<Input, Used> inputs, double quantity) {
        var perUnit = new TreeMap<Input, Used>();
        inputs.forEach((input, used) -> perUnit.put(input, used.times(1 / quantity)));
        return perUnit;
    }

    private void add(Cause cause, Cell cell, double was, double is, double fen) {
        parts.add(new Part(
                cause,
                Part.about(Grouping.MATERIAL, cell.product(), Grouping.CUSTOMER, cell.customer()),
                was,
                is,
                fen));
    }
}
