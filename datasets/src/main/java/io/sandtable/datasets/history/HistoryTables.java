package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Part;
import io.sandtable.datasets.history.Trade.Product;
import io.sandtable.datasets.history.Trade.Raw;
import io.sandtable.datasets.history.Trade.Station;
import io.sandtable.datasets.history.Trade.Step;
import io.sandtable.datasets.writing.Tables;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the company wrote down, as the plain template's tables. */
final class HistoryTables {
    private static final String CREW = "EQP-CREW";
    private static final String POWER = "ENE-POWER";
    private static final String CALENDAR = "CAL-WORK";

    private final Firm firm;
    private final Trade trade;
    private final Tables tables = new Tables();

    private HistoryTables(Firm firm) {
        this.firm = firm;
        this.trade = firm.trade();
    }

    /** File name → text. */
    static Map<String, String> of(Firm firm) {
        var written = new HistoryTables(firm);
        written.plant();
        written.catalogue();
        written.suppliers();
        written.orders();
        written.work();
        written.stock();
        return written.tables.files();
    }

    private void plant() {
        tables.row("Calendar")
                .with("id", CALENDAR)
                .with("name", "工厂日历")
                .with("nameEn", "Works calendar")
                .with("shifts", trade.shifts())
                .with("shutdowns", WorkDays.shutdowns());
        tables.row("Energy")
                .with("id", POWER)
                .with("name", "电")
                .with("nameEn", "Electricity")
                .with("kind", "electricity")
                .with("unit", "kWh")
                .with("price", firm.prices().power(Firm.AS_OF));
        series("PRI-POWER", "电价", "Power price", "CNY/kWh", POWER, firm.prices().power());
        tables.row("Equipment")
                .with("id", CREW)
                .with("name", "操作工")
                .with("nameEn", "Operators")
                .with("kind", "labour")
                .with("labourRate", firm.prices().wage(Firm.AS_OF));
        series("PRI-WAGE", "工资率", "Wage rate", "CNY/h", CREW, firm.prices().wages());
        trade.stations().forEach(this::station);
    }

    private void station(Station station) {
        tables.row("Equipment")
                .with("id", station.id())
                .with("name", station.zh())
                .with("nameEn", station.en())
                .with("kind", "machine")
                .with("units", station.units())
                .with("availabilityPercent", station.availability());
        tables.row("FOLLOWS").with("from", station.id()).with("to", CALENDAR);
        tables.row("STAFFED_BY").with("from", station.id()).with("to", CREW).with("operators", station.operators());
        tables.row("DRAWS").with("from", station.id()).with("to", POWER).with("kilowatts", station.kilowatts());
    }

    private void series(String id, String zh, String en, String unit, String of, TreeMap<LocalDate, Double> points) {
        tables.row("PriceSeries")
                .with("id", id)
                .with("name", zh)
                .with("nameEn", en)
                .with("currency", "CNY")
                .with("unit", unit)
                .with(
                        "points",
                        points.entrySet().stream()
                                .map(p -> p.getKey() + "=" + Tables.text(p.getValue()))
                                .collect(Collectors.joining(";")));
        tables.row("FOR").with("from", id).with("to", of);
    }

    private void catalogue() {
        trade.families()
                .forEach(family -> tables.row("Family")
                        .with("id", "FAM-" + family.code())
                        .with("name", family.zh())
                        .with("nameEn", family.en()));
        boolean byWeight = trade.products().stream().anyMatch(p -> p.batch() > 0);
        for (Product product : trade.products()) {
            tables.row("Material")
                    .with("id", product.id())
                    .with("code", product.code())
                    .with("name", product.zh())
                    .with("nameEn", product.en())
                    .with("role", "product")
                    .with("unit", byWeight ? "kg" : "pcs")
                    .with("lotMinimum", product.batch() > 0 ? product.batch() : null)
                    .with("lotMultiple", product.batch() > 0 ? product.batch() : null);
            tables.row("MEMBER_OF").with("from", product.id()).with("to", "FAM-" + product.family());
            routing(product);
        }
        trade.raws()
                .forEach(raw -> tables.row("Material")
                        .with("id", raw.id())
                        .with("code", raw.code())
                        .with("name", raw.zh())
                        .with("nameEn", raw.en())
                        .with("role", "raw")
                        .with("unit", raw.unit()));
    }

    private void routing(Product product) {
        String routing = "ROU-" + product.code();
        tables.row("Routing").with("id", routing).with("name", product.zh()).with("nameEn", product.en());
        tables.row("YIELDS").with("from", routing).with("to", product.id()).with("quantityPerUnit", 1);
        int sequence = 0;
        for (Step step : product.steps()) {
            String process = "PRO-%s-%s".formatted(product.code(), step.station());
            sequence += 10;
            tables.row("Process").with("id", process).with("name", process.substring(4));
            tables.row("STEP_OF").with("from", process).with("to", routing).with("sequence", sequence);
            tables.row("RUNS_ON")
                    .with("from", process)
                    .with("to", "EQP-" + step.station())
                    .with("minutesPerUnit", step.minutes())
                    .with("setupMinutes", step.setup())
                    .with("yieldPercent", step.yield());
            for (Part part : product.parts()) {
                if (part.station().equals(step.station())) {
                    tables.row("CONSUMES")
                            .with("from", process)
                            .with("to", "MAT-" + part.raw())
                            .with("quantityPerUnit", part.quantity())
                            .with("scrapPercent", part.waste());
                }
            }
        }
    }

    /** Each month's price list is a row of its own. */
    private void suppliers() {
        for (Raw raw : trade.raws()) {
            tables.row("Supplier")
                    .with("id", raw.supplier())
                    .with("name", raw.supplierZh())
                    .with("nameEn", raw.supplierEn())
                    .with("country", "CN")
                    .with("currency", "CNY")
                    .with("paymentTermDays", 30);
            TreeMap<LocalDate, Double> points = firm.prices().points(raw.id());
            points.forEach((from, price) -> {
                LocalDate next = points.higherKey(from);
                tables.row("SUPPLIES")
                        .with("from", raw.supplier())
                        .with("to", raw.id())
                        .with("variant", from.toString().substring(0, 7))
                        .with("price", price)
                        .with("priceIncludesVat", "false")
                        .with("leadTimeDays", raw.lead())
                        .with("leadTimeSpreadDays", raw.spread())
                        .with("onTimePercent", raw.onTime())
                        .with("rejectPercent", raw.rejects())
                        .with("minimumQuantity", raw.minimum())
                        .with("multiple", raw.multiple())
                        .with("validFrom", from)
                        .with("validTo", next == null ? null : next.minusDays(1));
            });
        }
        firm.purchases().forEach(this::purchase);
    }

    private void purchase(Buying.Purchase purchase) {
        Tables.Row row = tables.row("PurchaseOrder")
                .with("id", purchase.id)
                .with("status", purchase.delivered == null ? "open" : "closed")
                .with("quantity", purchase.quantity)
                .with("price", purchase.price)
                .with("currency", "CNY")
                .with("priceIncludesVat", "false")
                .with("orderDate", purchase.ordered)
                .with("dueDate", purchase.due);
        if (purchase.delivered != null) {
            row.with("deliveredDate", purchase.delivered)
                    .with("deliveredQuantity", purchase.quantity - purchase.rejected)
                    .with("rejectedQuantity", purchase.rejected);
        }
        tables.row("FOR").with("from", purchase.id).with("to", purchase.raw.id());
        tables.row("PLACED_WITH").with("from", purchase.id).with("to", purchase.raw.supplier());
    }

    private void orders() {
        trade.buyers()
                .forEach(buyer -> tables.row("Customer")
                        .with("id", buyer.id())
                        .with("name", buyer.zh())
                        .with("nameEn", buyer.en())
                        .with("country", "CN")
                        .with("currency", "CNY")
                        .with("paymentTermDays", buyer.term())
                        .with("priority", 2));
        for (Firm.Order order : firm.orders()) {
            Tables.Row row = tables.row("Order")
                    .with("id", order.id)
                    .with("code", order.id.replace("ORD-", "SO-"))
                    .with("status", order.delivered == null ? "open" : "closed")
                    .with("quantity", order.quantity)
                    .with("price", order.price)
                    .with("orderDate", order.ordered)
                    .with("dueDate", order.due);
            if (order.delivered != null) {
                row.with("deliveredDate", order.delivered).with("deliveredQuantity", order.quantity);
            }
            tables.row("ORDERED").with("from", order.buyer.id()).with("to", order.id);
            tables.row("FOR").with("from", order.id).with("to", order.product.id());
        }
    }

    private void work() {
        for (Job job : firm.jobs()) {
            tables.row("WorkOrder")
                    .with("id", job.id)
                    .with("status", job.isDone() ? "closed" : "open")
                    .with("quantity", job.wanted)
                    .with("dueDate", job.due)
                    .with("frozen", job.cost > 0 ? "true" : "false");
            tables.row("FOR").with("from", job.id).with("to", job.product.id());
        }
    }

    private void stock() {
        for (Goods.Lot lot : firm.goods().lots()) {
            tables.row("StockLot")
                    .with("id", lot.id)
                    .with("quantity", lot.left)
                    .with("unitCost", lot.unitCost)
                    .with("receivedDate", lot.received);
            tables.row("FOR").with("from", lot.id).with("to", lot.item);
        }
        firm.goods().receipts().forEach(move -> move("CAME_FROM", move));
        merged(firm.goods().issues()).forEach(move -> move("CAME_FROM", move));
        firm.goods().shipments().forEach(move -> move("SHIPPED_FOR", move));
    }

    /** A relation stands once between the same two: what one lot gave to one work order on one day is one row. */
    private static java.util.Collection<Goods.Move> merged(java.util.List<Goods.Move> moves) {
        var rows = new java.util.LinkedHashMap<String, Goods.Move>();
        moves.forEach(m -> rows.merge(
                m.from() + m.to(),
                m,
                (a, b) -> new Goods.Move(a.from(), a.to(), Goods.round(a.quantity() + b.quantity()), a.day())));
        return rows.values();
    }

    private void move(String relation, Goods.Move move) {
        tables.row(relation)
                .with("from", move.from())
                .with("to", move.to())
                .with("quantity", move.quantity())
                .with("movedDate", move.day());
    }
}
