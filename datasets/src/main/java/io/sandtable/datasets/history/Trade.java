package io.sandtable.datasets.history;

import io.sandtable.datasets.writing.Sheet;
import java.util.Arrays;
import java.util.List;

/**
 * What kind of company it is: what it makes of what, on which stations, and who buys.
 *
 * @param shifts its working hours as a week pattern, {@code shiftMinutes} of them on each of Monday to Saturday
 * @param wage CNY an operator's hour at the start, {@code power} CNY a kWh
 * @param marketPercent standard deviation of the shock that the whole market has in a month
 * @param streamPercent standard deviation of what one buyer needs of one product in a month
 */
record Trade(
        String name,
        String zh,
        String en,
        long seed,
        String shifts,
        int shiftMinutes,
        double wage,
        double power,
        double marketPercent,
        double streamPercent,
        List<Family> families,
        List<Product> products,
        List<Raw> raws,
        List<Station> stations,
        List<Buyer> buyers) {
    Trade {
        families = List.copyOf(families);
        products = List.copyOf(products);
        raws = List.copyOf(raws);
        stations = List.copyOf(stations);
        buyers = List.copyOf(buyers);
    }

    /** The same with other luck. */
    Trade withSeed(long other) {
        return new Trade(
                name,
                zh,
                en,
                other,
                shifts,
                shiftMinutes,
                wage,
                power,
                marketPercent,
                streamPercent,
                families,
                products,
                raws,
                stations,
                buyers);
    }

    record Family(String code, String zh, String en) {}

    /**
     * A product.
     *
     * @param monthly units needed in a month at the start, by all buyers
     * @param growth percent a year
     * @param swing of the season, as a share; highest in {@code peakMonth}
     * @param batch units made at a time where it is made to stock, 0 where it is made to order
     * @param multiple units an order is rounded to
     */
    record Product(
            String code,
            String zh,
            String en,
            String family,
            double price,
            double monthly,
            double growth,
            double swing,
            int peakMonth,
            double batch,
            double multiple,
            List<Step> steps,
            List<Part> parts) {
        Product {
            steps = List.copyOf(steps);
            parts = List.copyOf(parts);
        }

        String id() {
            return "MAT-" + code;
        }
    }

    /** An operation by the book: minutes and yield are what the routing says, not what comes to pass. */
    record Step(String station, double minutes, double setup, double yield) {}

    /** Material that goes in at the operation on that station, per unit that enters it, waste beside. */
    record Part(String raw, double quantity, String station, double waste) {}

    /**
     * A bought material.
     *
     * @param lead days promised; {@code onTime} percent of deliveries keep that, the others come up to twice {@code spread} days later
     * @param walk percent by which the price moves in a month, one standard deviation
     * @param rejects percent of a delivery that fails inspection
     */
    record Raw(
            String code,
            String zh,
            String en,
            String unit,
            double price,
            String supplierZh,
            String supplierEn,
            int lead,
            int spread,
            double onTime,
            double minimum,
            double multiple,
            double walk,
            double rejects) {
        String id() {
            return "MAT-" + code;
        }

        String supplier() {
            return "SUP-" + code;
        }
    }

    /**
     * Machines of one kind.
     *
     * @param operators at each of them
     * @param availability percent that the books count with
     * @param failures a machine has on a hundred working days, each of {@code repairHours} on the mean
     */
    record Station(
            String code,
            String zh,
            String en,
            int units,
            double operators,
            double kilowatts,
            double availability,
            double failures,
            double repairHours) {
        String id() {
            return "EQP-" + code;
        }
    }

    /** A customer: orders every {@code cadence} days, to be there {@code leadFrom} to {@code leadTo} days later. */
    record Buyer(String code, String zh, String en, int term, int weight, int cadence, int leadFrom, int leadTo) {
        String id() {
            return "CUS-" + code;
        }
    }

    static List<Family> families(String sheet) {
        return rows(sheet).map(r -> new Family(r.text(0), r.text(1), r.text(2))).toList();
    }

    static List<Product> products(String sheet) {
        return rows(sheet)
                .map(r -> new Product(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.text(3),
                        r.number(4),
                        r.number(5),
                        r.number(6),
                        r.number(7),
                        r.count(8),
                        r.number(9),
                        r.number(10),
                        steps(r.text(11)),
                        parts(r.text(12))))
                .toList();
    }

    static List<Raw> raws(String sheet) {
        return rows(sheet)
                .map(r -> new Raw(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.text(3),
                        r.number(4),
                        r.text(5),
                        r.text(6),
                        r.count(7),
                        r.count(8),
                        r.number(9),
                        r.number(10),
                        r.number(11),
                        r.number(12),
                        r.number(13)))
                .toList();
    }

    static List<Station> stations(String sheet) {
        return rows(sheet)
                .map(r -> new Station(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.count(3),
                        r.number(4),
                        r.number(5),
                        r.number(6),
                        r.number(7),
                        r.number(8)))
                .toList();
    }

    static List<Buyer> buyers(String sheet) {
        return rows(sheet)
                .map(r -> new Buyer(
                        r.text(0), r.text(1), r.text(2), r.count(3), r.count(4), r.count(5), r.count(6), r.count(7)))
                .toList();
    }

    private static java.util.stream.Stream<Sheet.Row> rows(String sheet) {
        return Sheet.of(sheet).rows().stream();
    }

    /** {@code STATION minutes setup yield%}, parted by slashes. */
    private static List<Step> steps(String text) {
        return Arrays.stream(text.split("/"))
                .map(step -> step.strip().split(" +"))
                .map(s -> new Step(s[0], Double.parseDouble(s[1]), Double.parseDouble(s[2]), Double.parseDouble(s[3])))
                .toList();
    }

    /** {@code RAW quantity STATION waste%}, parted by slashes. */
    private static List<Part> parts(String text) {
        return Arrays.stream(text.split("/"))
                .map(part -> part.strip().split(" +"))
                .map(p -> new Part(p[0], Double.parseDouble(p[1]), p[2], Double.parseDouble(p[3])))
                .toList();
    }
}
