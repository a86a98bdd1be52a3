package io.sandtable.simulation.check;

/**
 * Something in a plan that does not hold.
 *
 * @param on what it is about: a machine's or tool's name, an item's id, an order's number, a supplier's or rule's id
 * @param when minute since the as-of day's midnight
 * @param amount how much it is off, in the unit of the kind; 0 where only yes or no counts
 * @param must false for a broken rule that is only preferred or was lifted on purpose, true for everything else
 */
public record Finding(Kind kind, String on, int when, double amount, boolean must) {
    /** What can be wrong with a plan; the ids stand in answers and reports and do not change. */
    public enum Kind {
        /** The plan names what the problem does not have, or contradicts itself. */
        REFERENCE("reference"),
        /** More of an item is used than there is; amount in its unit. */
        MATERIAL("material"),
        /** A lot does not get what it is said to get, or not in time; amount in the item's unit. */
        PEGGING("pegging"),
        /** Two operations on one machine at once; amount in minutes. */
        MACHINE_OVERLAP("machine-overlap"),
        /** The time between start and end is not the work by the machine's calendar; amount in minutes. */
        CALENDAR("calendar"),
        /** The work is not set-up plus minutes per unit; amount in minutes. */
        WORK("work"),
        /** A machine or tool is used that was not bought or is not there yet; amount in minutes. */
        INVESTMENT("investment"),
        /** Two operations with one tool at once; amount in minutes. */
        TOOL_OVERLAP("tool-overlap"),
        /** More people of a crew are busy at once than it has; amount in people. */
        CREW_OVERLOAD("crew-overload"),
        /** A machine is not changed over long enough before an operation; amount in minutes. */
        CHANGEOVER("changeover"),
        /** A tool is used beyond its life; amount in strokes. */
        TOOL_LIFE("tool-life"),
        /** More good units leave an operation than can; amount in units. */
        YIELD("yield"),
        /** An operation begins before the one before it has ended and waited; amount in minutes. */
        SEQUENCE("sequence"),
        /** Quantities of a lot or a purchase that do not fit together; amount in units. */
        QUANTITY("quantity"),
        /** A confidential operation leaves the house. */
        CONFIDENTIAL("confidential"),
        /** A supplier or subcontractor needs longer than planned; amount in minutes. */
        LEAD_TIME("supplier-lead-time"),
        /** A supplier or subcontractor cannot do so much in the week; amount in units. */
        SUPPLIER_CAPACITY("supplier-capacity"),
        /** Ordered from or delivered by a supplier who is closed. */
        SUPPLIER_CLOSED("supplier-closed"),
        /** Less than the supplier's minimum, or not a multiple of his pack; amount in units. */
        ORDER_SIZE("order-size"),
        /** A customer gets too much, or a part where the order is to come whole; amount in units. */
        DELIVERY("delivery"),
        /** A rule is broken; amount in minutes, units or percentage points as the rule counts. */
        RULE("rule"),
        /** The books say something else than follows from the plan; amount in CNY that they say too much. */
        MONEY("money"),
        /** A figure that is no money is another than follows from the plan; amount in its unit that it is too large. */
        FIGURE("figure");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The id in answers and reports. */
        public String id() {
            return id;
        }
    }
}
