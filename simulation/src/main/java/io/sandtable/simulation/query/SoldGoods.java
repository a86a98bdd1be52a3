package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.simulation.query.Input.Used;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was sold in some time: by product and customer, and what the products were made of. */
final class SoldGoods {
    /** Of a product to a customer. */
    record Cell(String product, String customer) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : customer.compareTo(other.customer);
        }
    }

    private final TreeMap<Cell, Used> sold = new TreeMap<>();
    private final TreeMap<String, Double> quantities = new TreeMap<>();
    private final TreeMap<String, TreeMap<Input, Used>> inputs = new TreeMap<>();

    /** @param madeOf null where only revenue counts */
    static SoldGoods of(List<Sale> sales, @Nullable MadeOf madeOf) {
        var goods = new SoldGoods();
        for (Sale sale : sales) {
            goods.add(sale, madeOf);
        }
        return goods;
    }

    private void add(Sale sale, @Nullable MadeOf madeOf) {
        String product = sale.product().id();
        sold.merge(
                new Cell(product, sale.customer()),
                new Used(sale.quantity(), sale.revenue().minor()),
                Used::plus);
        quantities.merge(product, sale.quantity(), Double::sum);
        if (madeOf == null) {
            return;
        }
        TreeMap<Input, Used> of = inputs.computeIfAbsent(product, id -> new TreeMap<>());
        if (sale.fromLot()) {
            madeOf.lot(sale.lot()).forEach((input, used) -> of.merge(input, used.times(sale.quantity()), Used::plus));
            // what was rounded to the fen on the sale
            double parts =
                    sale.quantity() * sale.product().snapshot().node(sale.lot()).number(Attributes.UNIT_COST) * 100;
            of.merge(Input.REST, new Used(0, sale.cost().minor() - parts), Used::plus);
        } else {
            of.merge(Input.REST, new Used(0, sale.cost().minor()), Used::plus);
        }
    }

    /** Quantity and revenue in fen. */
    Map<Cell, Used> sold() {
        return sold;
    }

    double quantity(String product) {
        return quantities.getOrDefault(product, 0.0);
    }

    /** What all units sold of a product were made of; costs in fen. */
    Map<Input, Used> inputs(String product) {
        return inputs.getOrDefault(product, new TreeMap<>());
    }

    /** Fen a unit, NaN where none was sold. */
    double unitCost(String product) {
        double quantity = quantity(product);
        return quantity > 0
                ? inputs(product).values().stream().mapToDouble(Used::fen).sum() / quantity
                : Double.NaN;
    }
}
