package io.sandtable.simulation.query;

import io.sandtable.model.NodeType;
import java.util.EnumSet;
import java.util.Set;

/** Which records a question is answered from. */
public enum Subject {
    /** Goods that left for customers, by the day they left. */
    SALES(NodeType.ORDER, Grouping.MATERIAL, Grouping.FAMILY, Grouping.CUSTOMER, Grouping.ORDER),
    /** Purchases that came, by the day they came. */
    RECEIPTS(NodeType.PURCHASE_ORDER, Grouping.MATERIAL, Grouping.FAMILY, Grouping.SUPPLIER),
    /** Customers' order lines, by the day they were due. */
    ORDERS_DUE(NodeType.ORDER, Grouping.MATERIAL, Grouping.FAMILY, Grouping.CUSTOMER, Grouping.ORDER),
    /** Purchases, by the day they were due. */
    PURCHASES_DUE(NodeType.PURCHASE_ORDER, Grouping.MATERIAL, Grouping.FAMILY, Grouping.SUPPLIER),
    /** Days on which a machine's own calendar is closed. */
    SHUTDOWNS(NodeType.CALENDAR, Grouping.EQUIPMENT),
    /** Bank and cash accounts on the day the data speaks of. */
    BALANCES(NodeType.ACCOUNT, Grouping.ACCOUNT),
    /** What sales and purchases bring and cost in money, on the day their terms say. */
    TERMS(NodeType.ORDER, Grouping.CUSTOMER, Grouping.SUPPLIER, Grouping.MATERIAL),
    /** Recorded prices of energy. */
    SERIES(NodeType.PRICE_SERIES, Grouping.ENERGY);

    private final NodeType table;
    private final Set<Grouping> groupings;

    Subject(NodeType table, Grouping... groupings) {
        this.table = table;
        this.groupings = EnumSet.of(Grouping.MONTH, groupings);
    }

    /** The table its lines stand in. */
    public NodeType table() {
        return table;
    }

    /** Whether its lines can be told apart by it. */
    public boolean knows(Grouping grouping) {
        return groupings.contains(grouping);
    }
}
