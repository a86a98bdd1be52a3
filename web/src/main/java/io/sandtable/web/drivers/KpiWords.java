package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import org.jspecify.annotations.Nullable;

/** A figure's name and its values, as sentences, tables and charts write them. */
record KpiWords(Kpi kpi, Words words, Figures figures) {
    private static final double THOUSAND = 1_000;

    static KpiWords of(Kpi kpi, Words words) {
        return new KpiWords(kpi, words, new Figures(words.language()));
    }

    /** 毛利 / gross margin, as it stands in a sentence. */
    String name() {
        return words.say("drivers.figure." + kpi.id());
    }

    /** The same at the head of something. */
    String title() {
        return words.say("drivers.title." + kpi.id());
    }

    /** 86.4 万 / ¥864k; 98.2 %; 12.3 MWh. */
    String shortly(double value) {
        if (!Double.isFinite(value)) {
            return Figures.MISSING;
        }
        return switch (kpi.unit()) {
            case "CNY" -> figures.shortMoney(DriverLine.yuan(value));
            case "%" -> figures.percent(value);
            case "orders" -> words.say("drivers.orders", figures.fixed(value, value == Math.rint(value) ? 0 : 1));
            default -> figures.fixed(drawn(value), 1) + " " + chartUnit();
        };
    }

    /** As a table says it whose head names the unit. */
    String cell(double value) {
        if (!Double.isFinite(value)) {
            return Figures.MISSING;
        }
        return switch (kpi.unit()) {
            case "CNY" -> figures.yuan(DriverLine.yuan(value));
            case "orders" -> figures.fixed(value, value == Math.rint(value) ? 0 : 1);
            default -> figures.fixed(drawn(value), 1);
        };
    }

    /** The unit in a table's head. */
    @Nullable
    String unit() {
        return kpi.unit().equals("CNY") ? words.say("unit.CNY") : chartUnit();
    }

    /** The unit that a chart writes. */
    String chartUnit() {
        return switch (kpi.unit()) {
            case "CNY" -> "money";
            case "%" -> "%";
            case "orders" -> words.say("unit.orders");
            case "kWh" -> "MWh";
            case "kg" -> words.say("drivers.unit.t");
            default -> words.say("drivers.unit.turns");
        };
    }

    /** The number that a chart draws, in its unit. */
    double drawn(double value) {
        return switch (kpi) {
            case ENERGY, CARBON -> value / THOUSAND;
            default -> value;
        };
    }

    /** Whether one value is better than another. */
    boolean isBetter(double one, double other) {
        return switch (kpi) {
            case CAPEX, LATE_ORDERS, ENERGY, CARBON -> one < other;
            default -> one > other;
        };
    }

    /** 少 3.2 万 / ¥32k less: how far a value is from the one before. */
    String difference(double from, double to) {
        double difference = drawn(to) - drawn(from);
        if (!Double.isFinite(difference)) {
            return Figures.MISSING;
        }
        return switch (kpi.unit()) {
            case "CNY" -> figures.moneyDifference(DriverLine.yuan(difference));
            case "%" -> difference == 0 ? figures.countDifference(0) : figures.pointDifference(difference);
            case "orders" ->
                difference == Math.rint(difference)
                        ? figures.countDifference((long) difference)
                        : figures.quantityDifference(difference);
            default -> difference == 0 ? figures.countDifference(0) : figures.quantityDifference(difference);
        };
    }
}
