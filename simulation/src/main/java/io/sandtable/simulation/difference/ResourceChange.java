package io.sandtable.simulation.difference;

/**
 * How much more or less of something one plan makes use of than another.
 *
 * @param index of the machine, tool or investment as plans name it; −1 for the other kinds
 * @param id of the machine, tool, supplier or bought thing
 * @param about id of the item that is bought or transferred, or of the process that is done outside; empty where it is about no one thing
 * @param of so much in the plan that is looked at, {@code against} in the other
 */
public record ResourceChange(Kind kind, int index, String id, String about, double of, double against) {
    /** What is counted. */
    public enum Kind {
        /** 1 where the plan buys it. */
        INVESTMENT,
        /** Units that go out. */
        SUBCONTRACT,
        /** Worked hours, changeovers included. */
        MACHINE,
        /** Worked hours. */
        TOOL,
        /** Units sent from another site. */
        TRANSFER,
        /** Units ordered. */
        PURCHASE
    }
}
