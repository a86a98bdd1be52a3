package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.Customers.Customer;
import io.sandtable.datasets.writing.Tables;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** Writes customers, order lines open and delivered, and the stock that serves them. */
final class OrderTables {
    private final Business business;

    OrderTables(Business business) {
        this.business = business;
    }

    void write(Tables tables) {
        Customers.list().forEach(customer -> customer(tables, customer));
        business.orders().open().forEach(line -> order(tables, line));
        business.orders().closed().forEach(line -> order(tables, line));
        stock(tables);
    }

    private static void customer(Tables tables, Customer customer) {
        tables.row("Customer")
                .with("id", customer.id())
                .with("name", customer.zh())
                .with("nameEn", customer.en())
                .with("aliases", customer.aliases())
                .with("code", customer.code())
                .with("country", customer.country())
                .with("currency", "CNY")
                .with("paymentTermDays", customer.termDays())
                .with("creditLimit", customer.creditLimit())
                .with("priority", customer.priority());
    }

    private static void order(Tables tables, OrderBook.Line line) {
        LocalDate delivered = line.deliveredDate();
        Tables.Row row = tables.row("Order")
                .with("id", line.id())
                .with("code", line.code())
                .with("status", delivered == null ? "open" : "closed")
                .with("quantity", line.quantity())
                .with("price", line.price())
                .with("orderDate", line.orderDate())
                .with("dueDate", line.dueDate());
        tables.row("ORDERED").with("from", line.customer().id()).with("to", line.id());
        tables.row("FOR")
                .with("from", line.id())
                .with("to", line.product().item().id());
        if (delivered == null) {
            row.with("priority", line.customer().priority())
                    .with("deliveryMode", line.customer().priority() == 3 ? "partial" : "whole");
            promise(tables, line);
        } else {
            row.with("deliveredDate", delivered).with("deliveredQuantity", line.quantity());
        }
    }

    private static void promise(Tables tables, OrderBook.Line line) {
        if (line.customer().penaltyPercentPerDay() > 0) {
            tables.row("PROMISED")
                    .with("from", line.id())
                    .with("to", line.customer().id())
                    .with("dueDate", line.dueDate())
                    .with("penaltyPercentPerDay", line.customer().penaltyPercentPerDay());
        }
    }

    private void stock(Tables tables) {
        RandomGenerator dice = Dice.of("stock lots");
        business.provision().stock().forEach((code, quantity) -> {
            if (quantity > 0) {
                Item item = business.catalogue().item(code);
                int shelfLife =
                        item.made() ? 0 : business.catalogue().bought(code).shelfLifeDays();
                LocalDate received = DemoCompany.AS_OF.minusDays(dice.nextInt(2, item.made() ? 9 : 25));
                String lot = "LOT-%s-%s"
                        .formatted(code, received.toString().replace("-", "").substring(2));
                tables.row("StockLot")
                        .with("id", lot)
                        .with("code", lot.substring(4))
                        .with("quantity", quantity)
                        .with("unitCost", business.unitCost(code))
                        .with("receivedDate", received)
                        .with("expiryDate", shelfLife > 0 ? received.plusDays(shelfLife) : null)
                        .with("supplierLot", LotHistory.supplierLot(lot));
                tables.row("FOR").with("from", lot).with("to", item.id());
                String zone = zone(item, shelfLife);
                tables.row("STORED_IN")
                        .with("from", lot)
                        .with("to", "BIN-%s-%02d".formatted(zone, 1 + dice.nextInt(zone.equals("CHEM") ? 3 : 6)));
            }
        });
    }

    private static String zone(Item item, int shelfLifeDays) {
        return switch (item.tier()) {
            case PRODUCT -> "FG";
            case BODY, COVER, CORE, BLANK, PLATE -> "WIP";
            case RAW -> shelfLifeDays > 0 && item.unit().equals("kg") ? "CHEM" : "RAW";
        };
    }
}
