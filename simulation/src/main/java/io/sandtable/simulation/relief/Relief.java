package io.sandtable.simulation.relief;

import java.util.List;

/**
 * Something that would make an order less late.
 *
 * @param on id of what gives way: a machine, a crew, an item, a supplier, a process, a rule, an order
 * @param of id of what it is about besides, such as the item that a supplier delivers; empty where nothing
 * @param size how much of it, in the unit of its kind
 * @param from first minute since the as-of day's midnight in which it counts, {@code to} the minute after the last
 * @param orders numbers of the order lines that are let pass; empty for all other kinds
 */
public record Relief(Kind kind, String on, String of, double size, int from, int to, List<String> orders) {
    /** The unit that the size is counted in. */
    public enum Unit {
        HOURS("h"),
        DAYS("d"),
        PEOPLE("people"),
        /** Of the item. */
        QUANTITY("quantity"),
        ORDERS("orders"),
        PIECES("pieces");

        private final String id;

        Unit(String id) {
            this.id = id;
        }

        /** The word in the answers. */
        public String id() {
            return id;
        }
    }

    /** What gives way. */
    public enum Kind {
        /** The machine works in hours in which it would stand still, with its people. */
        MORE_HOURS("more-hours", Unit.HOURS),
        /** The crew has more people. */
        MORE_PEOPLE("more-people", Unit.PEOPLE),
        /** The supplier delivers the item sooner after it was ordered. */
        SOONER_SUPPLY("sooner-supply", Unit.DAYS),
        /** What is on order or on its way already arrives sooner. */
        SOONER_ARRIVAL("sooner-arrival", Unit.DAYS),
        /** The subcontractor has the goods for fewer days. */
        SOONER_SUBCONTRACT("sooner-subcontract", Unit.DAYS),
        /** The operation may begin sooner than is settled on the shop floor. */
        EARLIER_START("earlier-start", Unit.DAYS),
        /** So much of the item is there on the first day, bought at its usual price. */
        MORE_MATERIAL("more-material", Unit.QUANTITY),
        /** The must-rule does not hold. */
        RULE_LIFTED("rule-lifted", Unit.PIECES),
        /** Another machine or tool of that kind is bought. */
        ANOTHER_BOUGHT("another-bought", Unit.PIECES),
        /** It is placed before those orders that are in its way; of none of them: it is placed anew alone. */
        GOES_FIRST("goes-first", Unit.ORDERS),
        /** It is promised later: nothing is done sooner. */
        LATER_PROMISE("later-promise", Unit.DAYS);

        private final String id;
        private final Unit unit;

        Kind(String id, Unit unit) {
            this.id = id;
            this.unit = unit;
        }

        /** The word in the answers. */
        public String id() {
            return id;
        }

        public Unit unit() {
            return unit;
        }

        /** Whether it takes away what held the order up, instead of giving up another order or the promise. */
        public boolean relaxesTheCause() {
            return this != GOES_FIRST && this != LATER_PROMISE;
        }
    }

    public Relief {
        orders = List.copyOf(orders);
    }

    Relief(Kind kind, String on, String of, double size, int from, int to) {
        this(kind, on, of, size, from, to, List.of());
    }
}
