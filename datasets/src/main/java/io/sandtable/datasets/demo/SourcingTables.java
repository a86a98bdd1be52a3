package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.BoughtItems.Bought;
import io.sandtable.datasets.demo.BoughtItems.Source;
import io.sandtable.datasets.demo.Suppliers.Supplier;
import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;
import java.util.List;

/** Writes suppliers, their offers, what may be outsourced or invested in, and purchases open and past. */
final class SourcingTables {
    /** What may be bought for the plant: maker | equipment | price CNY | lead days */
    private static final Sheet INVESTMENTS = Sheet.of("""
            GUIFAN | MOULD-BAT01 | 680000 | 45
            HEZHU | MOULD-CTL01 | 295000 | 50
            QIAOMU | DIE-COVER-E | 128000 | 40
            KUNZHOU | DC-2800 | 6850000 | 170
            SHIZHAO | CNC-GANTRY | 1380000 | 120
            """);

    /** supplier | energy | price CNY/unit outside the tariff's periods */
    private static final Sheet UTILITIES = Sheet.of("""
            SUHE | ENE-ELECTRICITY | 0.71
            LINSHUI | ENE-GAS | 3.65
            """);

    /** operation | subcontractor | price CNY/unit | lead days | a week | good % | know-how | priority */
    private static final Sheet OUTSOURCING = Sheet.of("""
            BK-E-10 | CANGSHI | 58.00 | 9 | 520 | 97.0 | high | 1
            BK-P-10 | CANGSHI | 52.00 | 9 | 260 | 97.0 | high | 1
            BK-E-10 | BOYUAN | 54.50 | 12 | 350 | 95.5 | high | 2
            BB-E60-10 | ZHUOYI | 46.00 | 8 | 300 | 99.0 | medium | 1
            BB-E75-10 | ZHUOYI | 48.50 | 8 | 300 | 99.0 | medium | 1
            BB-P40-10 | MUYUE | 44.00 | 9 | 240 | 98.6 | medium | 1
            BB-E60-30 | XIAHE | 39.50 | 5 | 600 | 98.5 | low | 1
            BB-E75-30 | XIAHE | 39.50 | 5 | 600 | 98.5 | low | 1
            BB-P40-30 | XIAHE | 34.00 | 5 | 450 | 98.5 | low | 1
            BC-110-30 | LUOSHUI | 18.50 | 6 | 600 | 98.2 | low | 1
            BC-120-30 | LUOSHUI | 18.50 | 6 | 600 | 98.2 | low | 1
            BO-33-30 | YUESHA | 11.80 | 5 | 700 | 98.4 | low | 1
            BO-66-30 | YUESHA | 13.20 | 5 | 700 | 98.4 | low | 1
            BK-I1-30 | RONGHUO | 9.60 | 4 | 800 | 99.6 | low | 1
            """);

    private static final List<String> THIRD_SOURCE = List.of("AL-SI10", "AL-ADC12", "AL-A380");

    private final Business business;

    SourcingTables(Business business) {
        this.business = business;
    }

    void write(Tables tables) {
        business.suppliers().list().forEach(supplier -> supplier(tables, supplier));
        for (Bought item : business.catalogue().bought()) {
            for (int i = 0; i < item.sources().size(); i++) {
                offer(tables, item, item.sources().get(i), i + 1);
            }
            if (THIRD_SOURCE.contains(item.item().code())) {
                offer(tables, item, new Source("MOXI", 20, 1.04), 3);
            }
        }
        investments(tables);
        utilities(tables);
        outsourcing(tables);
        int number = 6001;
        for (Provision.OpenPurchase purchase : business.provision().purchases()) {
            open(tables, purchase, "PO-" + number++);
        }
        business.purchaseHistory().receipts().forEach(receipt -> closed(tables, receipt));
    }

    private static void supplier(Tables tables, Supplier supplier) {
        tables.row("Supplier")
                .with("id", supplier.id())
                .with("name", supplier.zh())
                .with("nameEn", supplier.en())
                .with("aliases", supplier.aliases())
                .with("code", supplier.code())
                .with("country", supplier.country())
                .with("currency", supplier.currency())
                .with("paymentTermDays", supplier.termDays());
        tables.row("FOLLOWS").with("from", supplier.id()).with("to", supplier.calendar());
    }

    private void offer(Tables tables, Bought item, Source source, int priority) {
        Supplier supplier = business.suppliers().named(source.supplier());
        String code = item.item().code();
        double price = item.price() * source.priceFactor();
        boolean tiered = code.startsWith("AL-") || code.startsWith("BOLT-");
        tables.row("SUPPLIES")
                .with("from", supplier.id())
                .with("to", item.item().id())
                .with("price", invoiced(price, supplier))
                .with(
                        "priceTiers",
                        tiered
                                ? "0=%s;%d=%s"
                                        .formatted(Tables.text(price), item.minimum() * 4, Tables.text(price * 0.985))
                                : null)
                .with("priceIncludesVat", "false")
                .with("currency", supplier.currency())
                .with("leadTimeDays", source.leadDays())
                .with("leadTimeSpreadDays", supplier.spreadDays())
                .with("minimumQuantity", item.minimum())
                .with("multiple", item.multiple())
                .with(
                        "capacityPerWeek",
                        Math.ceil(Math.max(
                                                item.minimum(),
                                                business.provision().weeklyUse(code) * (priority == 1 ? 2.5 : 1.5))
                                        / item.multiple())
                                * item.multiple())
                .with("onTimePercent", supplier.onTimePercent())
                .with("rejectPercent", supplier.rejectPercent())
                .with("paymentTermDays", supplier.termDays())
                .with("priority", priority)
                .with("contract", code.startsWith("AL-") && priority == 1 ? "KJ-2026-06 年度框架：LME十二个月均价×汇率＋加工费" : null);
    }

    private void investments(Tables tables) {
        for (Sheet.Row row : INVESTMENTS.rows()) {
            Supplier maker = business.suppliers().named(row.text(0));
            tables.row("SUPPLIES")
                    .with("from", maker.id())
                    .with("to", "EQP-" + row.text(1))
                    .with("price", row.number(2))
                    .with("priceIncludesVat", "false")
                    .with("currency", "CNY")
                    .with("leadTimeDays", row.number(3))
                    .with("leadTimeSpreadDays", maker.spreadDays())
                    .with("minimumQuantity", 1.0)
                    .with("multiple", 1.0)
                    .with("onTimePercent", maker.onTimePercent())
                    .with("paymentTermDays", maker.termDays())
                    .with("priority", 1.0);
        }
    }

    private void utilities(Tables tables) {
        for (Sheet.Row row : UTILITIES.rows()) {
            Supplier utility = business.suppliers().named(row.text(0));
            tables.row("SUPPLIES")
                    .with("from", utility.id())
                    .with("to", row.text(1))
                    .with("price", row.number(2))
                    .with("priceIncludesVat", false)
                    .with("currency", "CNY")
                    .with("leadTimeDays", 0)
                    .with("paymentTermDays", utility.termDays())
                    .with("priority", 1);
        }
    }

    private void outsourcing(Tables tables) {
        for (Sheet.Row row : OUTSOURCING.rows()) {
            Supplier subcontractor = business.suppliers().named(row.text(1));
            tables.row("OUTSOURCED_TO")
                    .with("from", "PRO-" + row.text(0))
                    .with("to", subcontractor.id())
                    .with("price", row.number(2))
                    .with("leadTimeDays", row.number(3))
                    .with("capacityPerWeek", row.number(4))
                    .with("yieldPercent", row.number(5))
                    .with("confidentiality", row.text(6))
                    .with("paymentTermDays", subcontractor.termDays())
                    .with("priority", row.number(7));
        }
    }

    private void open(Tables tables, Provision.OpenPurchase purchase, String code) {
        Supplier supplier = business.suppliers()
                .named(purchase.bought().sources().getFirst().supplier());
        purchase(tables, code, purchase.bought(), supplier)
                .with("status", "open")
                .with("quantity", purchase.quantity())
                .with("price", invoiced(purchase.bought().price(), supplier))
                .with("orderDate", purchase.ordered())
                .with("dueDate", purchase.due())
                .with("frozen", true);
    }

    private void closed(Tables tables, PurchaseHistory.Receipt receipt) {
        purchase(tables, receipt.code(), receipt.bought(), receipt.supplier())
                .with("status", "closed")
                .with("quantity", receipt.quantity())
                .with("price", invoiced(receipt.price(), receipt.supplier()))
                .with("orderDate", receipt.ordered())
                .with("dueDate", receipt.due())
                .with("deliveredDate", receipt.delivered())
                .with("deliveredQuantity", receipt.quantity())
                .with("rejectedQuantity", receipt.rejected());
    }

    private static Tables.Row purchase(Tables tables, String code, Bought bought, Supplier supplier) {
        String id = "PUR-" + code;
        tables.row("FOR").with("from", id).with("to", bought.item().id());
        tables.row("PLACED_WITH").with("from", id).with("to", supplier.id());
        return tables.row("PurchaseOrder").with("id", id).with("code", code).with("currency", supplier.currency());
    }

    /** A CNY price in the supplier's currency at the latest published rate. */
    private double invoiced(double price, Supplier supplier) {
        return supplier.currency().equals("CNY")
                ? price
                : price / business.market().latest("exchange-rates", "PRI-FX-" + supplier.currency());
    }
}
