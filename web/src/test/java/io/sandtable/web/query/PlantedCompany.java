package io.sandtable.web.query;

import io.sandtable.datasets.writing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An invented company over six months, different for every seed, with one thing that changed between the first three and the last three; everything else
 * goes up and down from month to month. It is written as the plain template's tables, with the lots and work orders that a real one would record.
 */
final class PlantedCompany {
    static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final YearMonth FIRST = YearMonth.of(2026, 4);
    private static final int MONTHS = 6;
    private static final int PRODUCTS = 8;
    private static final int CUSTOMERS = 6;
    private static final int MATERIALS = 7;
    private static final int SUPPLIERS = 5;
    private static final int PARTS = 3;
    private static final double POWER = 0.8;
    /** How far what a customer takes of a product in a month goes up and down; with 0.2 a price cut is at times smaller than chance. */
    private static final double DEMAND = 0.1;

    /** What changed. */
    enum Planted {
        /** A supplier asks more for all he sells. */
        SUPPLIER_PRICE,
        /** One product takes more material a good unit. */
        SCRAP,
        CUSTOMER_LOST,
        ENERGY_PRICE,
        SELLING_PRICE,
        /** All customers take less of one product. */
        PRODUCT_DEMAND,
        /** A supplier comes days later than he did. */
        LATE_SUPPLIER,
        /** One customer's orders leave days later than they did. */
        LATE_TO_CUSTOMER
    }

    private final SplittableRandom dice;
    private final Planted planted;
    private final int which;
    private final double size;
    private final Tables tables = new Tables();
    private final double[] price = new double[PRODUCTS];
    private final double[] wage = new double[PRODUCTS];
    private final double[] power = new double[PRODUCTS];
    private final double[][] recipe = new double[PRODUCTS][MATERIALS];
    private final double[] materialPrice = new double[MATERIALS];
    private final double[][] demand = new double[PRODUCTS][CUSTOMERS];
    private int number;

    PlantedCompany(Planted planted, long seed) {
        this.dice = new SplittableRandom(seed * 31 + planted.ordinal());
        this.planted = planted;
        this.which = dice.nextInt(
                switch (planted) {
                    case SUPPLIER_PRICE, LATE_SUPPLIER -> SUPPLIERS;
                    case CUSTOMER_LOST, LATE_TO_CUSTOMER -> CUSTOMERS;
                    case SCRAP, SELLING_PRICE, PRODUCT_DEMAND -> PRODUCTS;
                    case ENERGY_PRICE -> 1;
                });
        this.size = switch (planted) {
            case SUPPLIER_PRICE -> dice.nextDouble(1.15, 1.4);
            case SCRAP -> dice.nextDouble(1.25, 1.6);
            case CUSTOMER_LOST -> dice.nextDouble(0, 0.25);
            case ENERGY_PRICE -> dice.nextDouble(1.4, 2);
            case SELLING_PRICE -> dice.nextDouble(0.75, 0.88);
            case PRODUCT_DEMAND -> dice.nextDouble(0.1, 0.5);
            case LATE_SUPPLIER, LATE_TO_CUSTOMER -> dice.nextInt(5, 13);
        };
        found();
    }

    /** The id of what changed. */
    String culprit() {
        return switch (planted) {
            case SUPPLIER_PRICE, LATE_SUPPLIER -> "SUP-" + which;
            case CUSTOMER_LOST, LATE_TO_CUSTOMER -> "CUS-" + which;
            case SCRAP, SELLING_PRICE, PRODUCT_DEMAND -> "MAT-P" + which;
            case ENERGY_PRICE -> "ENE-POWER";
        };
    }

    private void found() {
        for (int m = 0; m < MATERIALS; m++) {
            materialPrice[m] = dice.nextDouble(3, 30);
        }
        for (int p = 0; p < PRODUCTS; p++) {
            double cost = 0;
            for (int i = 0; i < PARTS; i++) {
                int material = (p + i * (1 + p % 2)) % MATERIALS;
                recipe[p][material] = dice.nextDouble(0.5, 3);
                cost += recipe[p][material] * materialPrice[material];
            }
            wage[p] = cost * dice.nextDouble(0.2, 0.4);
            power[p] = cost * dice.nextDouble(0.08, 0.16) / POWER;
            price[p] = (cost + wage[p] + power[p] * POWER) * dice.nextDouble(1.2, 1.45);
            for (int c = 0; c < CUSTOMERS; c++) {
                demand[p][c] = dice.nextInt(4) == 0 ? 0 : dice.nextDouble(3_000, 12_000) / price[p];
            }
        }
    }

    /** Writes its files into the folder. */
    void write(Path folder) throws IOException {
        masterData();
        for (int month = 0; month < MONTHS; month++) {
            live(FIRST.plusMonths(month), month >= MONTHS / 2);
        }
        for (Map.Entry<String, String> file : tables.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "planted", "title": {"zh": "测试公司", "en": "Test company"}, "origin": "demo",
                 "source": "PlantedCompany", "licence": "Apache-2.0", "asOf": "%s"}
                """.formatted(AS_OF));
    }

    private void masterData() {
        for (int p = 0; p < PRODUCTS; p++) {
            material("MAT-P" + p, "product", "pcs");
            tables.row("MEMBER_OF").with("from", "MAT-P" + p).with("to", "FAM-" + p / 4);
            tables.row("Routing").with("id", "ROU-" + p).with("name", "R" + p);
            tables.row("YIELDS")
                    .with("from", "ROU-" + p)
                    .with("to", "MAT-P" + p)
                    .with("quantityPerUnit", 1);
            tables.row("Process").with("id", "PRO-" + p).with("name", "S" + p);
            tables.row("STEP_OF")
                    .with("from", "PRO-" + p)
                    .with("to", "ROU-" + p)
                    .with("sequence", 10);
            tables.row("RUNS_ON").with("from", "PRO-" + p).with("to", "EQP-M").with("minutesPerUnit", 1);
            tables.row("DRAWS").with("from", "PRO-" + p).with("to", "ENE-POWER").with("energyPerUnit", power[p]);
            for (int m = 0; m < MATERIALS; m++) {
                if (recipe[p][m] > 0) {
                    tables.row("CONSUMES")
                            .with("from", "PRO-" + p)
                            .with("to", "MAT-R" + m)
                            .with("quantityPerUnit", recipe[p][m]);
                }
            }
        }
        tables.row("Equipment").with("id", "EQP-M").with("name", "M").with("kind", "machine");
        tables.row("Family").with("id", "FAM-0").with("name", "F0");
        tables.row("Family").with("id", "FAM-1").with("name", "F1");
        tables.row("Energy")
                .with("id", "ENE-POWER")
                .with("name", "电")
                .with("kind", "electricity")
                .with("unit", "kWh");
        tables.row("PriceSeries")
                .with("id", "PRI-POWER")
                .with("name", "电价")
                .with("currency", "CNY")
                .with("unit", "CNY/kWh")
                .with("points", powerPrices());
        tables.row("FOR").with("from", "PRI-POWER").with("to", "ENE-POWER");
        for (int m = 0; m < MATERIALS; m++) {
            material("MAT-R" + m, "raw", "kg");
        }
        for (int s = 0; s < SUPPLIERS; s++) {
            tables.row("Supplier")
                    .with("id", "SUP-" + s)
                    .with("name", "S" + s)
                    .with("country", "CN")
                    .with("currency", "CNY");
        }
        for (int c = 0; c < CUSTOMERS; c++) {
            tables.row("Customer")
                    .with("id", "CUS-" + c)
                    .with("name", "C" + c)
                    .with("country", "CN")
                    .with("currency", "CNY");
        }
    }

    private void material(String id, String role, String unit) {
        tables.row("Material")
                .with("id", id)
                .with("name", id)
                .with("role", role)
                .with("unit", unit);
    }

    private String powerPrices() {
        var points = new ArrayList<String>();
        for (int month = 0; month < MONTHS; month++) {
            points.add(FIRST.plusMonths(month).atDay(1) + "=" + Tables.text(powerPrice(month)));
        }
        return String.join(";", points);
    }

    private double powerPrice(int month) {
        return POWER * (planted == Planted.ENERGY_PRICE && month >= MONTHS / 2 ? size : 1);
    }

    private boolean is(Planted kind, int thing, boolean after) {
        return after && planted == kind && which == thing;
    }

    /** Buys what the month needs, makes what it sells, and sells it. */
    private void live(YearMonth month, boolean after) {
        double[][] orders = new double[PRODUCTS][CUSTOMERS];
        double[] made = new double[PRODUCTS];
        double[][] taken = new double[PRODUCTS][MATERIALS];
        double[] need = new double[MATERIALS];
        for (int p = 0; p < PRODUCTS; p++) {
            for (int c = 0; c < CUSTOMERS; c++) {
                double wanted = demand[p][c]
                        * noise(DEMAND)
                        * (is(Planted.CUSTOMER_LOST, c, after) || is(Planted.PRODUCT_DEMAND, p, after) ? size : 1);
                orders[p][c] = Math.floor(wanted);
                made[p] += orders[p][c];
            }
            for (int m = 0; m < MATERIALS; m++) {
                taken[p][m] = made[p] * recipe[p][m] * noise(0.03) * (is(Planted.SCRAP, p, after) ? size : 1);
                need[m] += taken[p][m];
            }
        }
        List<List<Lot>> lots = new ArrayList<>();
        for (int m = 0; m < MATERIALS; m++) {
            lots.add(buy(m, need[m], month, after));
        }
        for (int p = 0; p < PRODUCTS; p++) {
            if (made[p] > 0) {
                String lot = make(p, made[p], taken[p], need, lots, month);
                for (int c = 0; c < CUSTOMERS; c++) {
                    sell(p, c, orders[p][c], lot, month, after);
                }
            }
        }
    }

    private record Lot(String id, double quantity, double price) {}

    /** From two suppliers, twice a month each. */
    private List<Lot> buy(int material, double need, YearMonth month, boolean after) {
        var lots = new ArrayList<Lot>();
        double share = dice.nextDouble(0.4, 0.6);
        for (int i = 0; i < 4; i++) {
            int supplier = (material + (i % 2) * 2) % SUPPLIERS;
            double quantity = need * (i % 2 == 0 ? share : 1 - share) / 2;
            double asked =
                    materialPrice[material] * noise(0.03) * (is(Planted.SUPPLIER_PRICE, supplier, after) ? size : 1);
            LocalDate due = month.atDay(2 + dice.nextInt(4));
            LocalDate came = due.plusDays(late() + (is(Planted.LATE_SUPPLIER, supplier, after) ? (long) size : 0));
            String id = "%05d".formatted(++number);
            tables.row("PurchaseOrder")
                    .with("id", "PUR-" + id)
                    .with("status", "closed")
                    .with("quantity", quantity)
                    .with("price", asked)
                    .with("currency", "CNY")
                    .with("priceIncludesVat", "false")
                    .with("orderDate", due.minusDays(14))
                    .with("dueDate", due)
                    .with("deliveredDate", came)
                    .with("deliveredQuantity", quantity);
            tables.row("FOR").with("from", "PUR-" + id).with("to", "MAT-R" + material);
            tables.row("PLACED_WITH").with("from", "PUR-" + id).with("to", "SUP-" + supplier);
            lot("LOT-R" + id, "MAT-R" + material, asked, came);
            moved("LOT-R" + id, "PUR-" + id, quantity, came);
            lots.add(new Lot("LOT-R" + id, quantity, asked));
        }
        return lots;
    }

    private String make(
            int product, double made, double[] taken, double[] need, List<List<Lot>> lots, YearMonth month) {
        String id = "%05d".formatted(++number);
        LocalDate done = month.atDay(20);
        double cost = made
                * (wage[product] * noise(0.05)
                        + power[product] * powerPrice((int) FIRST.until(month, java.time.temporal.ChronoUnit.MONTHS)));
        tables.row("WorkOrder")
                .with("id", "WOR-" + id)
                .with("status", "closed")
                .with("quantity", made)
                .with("dueDate", done);
        tables.row("FOR").with("from", "WOR-" + id).with("to", "MAT-P" + product);
        for (int m = 0; m < MATERIALS; m++) {
            for (Lot lot : lots.get(m)) {
                double quantity = taken[m] == 0 ? 0 : lot.quantity() * taken[m] / need[m];
                if (quantity > 0) {
                    moved("WOR-" + id, lot.id(), quantity, month.atDay(18));
                    cost += quantity * lot.price();
                }
            }
        }
        lot("LOT-P" + id, "MAT-P" + product, cost / made, done);
        moved("LOT-P" + id, "WOR-" + id, made, done);
        return "LOT-P" + id;
    }

    private void sell(int product, int customer, double quantity, String lot, YearMonth month, boolean after) {
        if (quantity <= 0) {
            return;
        }
        String id = "ORD-%05d".formatted(++number);
        LocalDate due = month.atDay(21 + dice.nextInt(3));
        // never into the next month, or its figures would be about this one
        long late = late() / 2 + (is(Planted.LATE_TO_CUSTOMER, customer, after) ? (long) Math.min(size, 5) : 0);
        tables.row("Order")
                .with("id", id)
                .with("status", "closed")
                .with("quantity", quantity)
                .with("price", price[product] * noise(0.015) * (is(Planted.SELLING_PRICE, product, after) ? size : 1))
                .with("orderDate", due.minusDays(20))
                .with("dueDate", due)
                .with("deliveredDate", due.plusDays(late))
                .with("deliveredQuantity", quantity);
        tables.row("ORDERED").with("from", "CUS-" + customer).with("to", id);
        tables.row("FOR").with("from", id).with("to", "MAT-P" + product);
        tables.row("SHIPPED_FOR")
                .with("from", lot)
                .with("to", id)
                .with("quantity", quantity)
                .with("movedDate", due.plusDays(late));
    }

    private void lot(String id, String material, double cost, LocalDate day) {
        tables.row("StockLot")
                .with("id", id)
                .with("quantity", 0)
                .with("unitCost", cost)
                .with("receivedDate", day);
        tables.row("FOR").with("from", id).with("to", material);
    }

    private void moved(String to, String from, double quantity, LocalDate day) {
        tables.row("CAME_FROM")
                .with("from", to)
                .with("to", from)
                .with("quantity", quantity)
                .with("movedDate", day);
    }

    /** A third of everything is late by one to three days. */
    private long late() {
        return dice.nextInt(3) == 0 ? dice.nextInt(1, 4) : 0;
    }

    private double noise(double spread) {
        return Math.max(0.3, 1 + spread * dice.nextGaussian());
    }
}
