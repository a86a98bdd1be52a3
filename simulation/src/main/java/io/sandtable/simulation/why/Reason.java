package io.sandtable.simulation.why;

import java.util.List;

/**
 * Something that an order waits for.
 *
 * @param on id of the machine, tool, supplier, item, operation, rule or order line that it waits for
 * @param from minute since the as-of day's midnight, {@code to} the minute after the last
 * @param behind numbers of the order lines whose lots are in the way, sorted; empty where none are
 */
public record Reason(Kind kind, String on, int from, int to, List<String> behind) {
    /** The kinds of reason, in the words of the answers. */
    public enum Kind {
        CAPACITY("capacity"),
        MATERIAL("material"),
        SUPPLIER_LEAD_TIME("supplier-lead-time"),
        PROCESS_LEAD_TIME("process-lead-time"),
        TOOL("tool"),
        SKILL("skill"),
        CALENDAR("calendar"),
        RULE("rule"),
        OVERDUE("overdue");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word in the answers. */
        public String id() {
            return id;
        }
    }

    public Reason {
        behind = List.copyOf(behind);
    }

    Reason(Kind kind, String on, int from, int to) {
        this(kind, on, from, to, List.of());
    }

    /** Minutes that it lasts. */
    public int minutes() {
        return to - from;
    }
}
