package io.sandtable.rules.language;

import static io.sandtable.model.NodeType.CUSTOMER;
import static io.sandtable.model.NodeType.ENERGY;
import static io.sandtable.model.NodeType.EQUIPMENT;
import static io.sandtable.model.NodeType.FAMILY;
import static io.sandtable.model.NodeType.MATERIAL;
import static io.sandtable.model.NodeType.ORDER;
import static io.sandtable.model.NodeType.PROCESS;
import static io.sandtable.model.NodeType.SITE;
import static io.sandtable.model.NodeType.SUPPLIER;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each kind can be about: the first set that fits a name wins, so that 压铸产能 means the machines. */
final class EntityTypes {
    private EntityTypes() {}

    static List<Set<NodeType>> of(Kind kind) {
        return switch (kind) {
            case DEMAND_CHANGE -> List.of(EnumSet.of(MATERIAL, FAMILY, CUSTOMER, ORDER));
            case CAPACITY_RESERVATION, CAPACITY_CHANGE, OVERTIME_LIMIT, SHIFT_BAN ->
                List.of(EnumSet.of(EQUIPMENT, SUPPLIER), EnumSet.of(PROCESS));
            case PRICE_CHANGE ->
                List.of(EnumSet.of(MATERIAL, FAMILY, ENERGY), EnumSet.of(SUPPLIER), EnumSet.of(CUSTOMER));
            case LEAD_TIME_CHANGE -> List.of(EnumSet.of(MATERIAL, FAMILY, SUPPLIER), EnumSet.of(PROCESS));
            case SUPPLIER_SHUTDOWN -> List.of(EnumSet.of(SUPPLIER));
            case RESOURCE_DOWNTIME -> List.of(EnumSet.of(EQUIPMENT));
            case BUDGET_CAP, SOURCING_BAN, SOURCING_ALLOW_ONLY -> List.of(EnumSet.of(SUPPLIER, MATERIAL, FAMILY));
            case MARGIN_FLOOR, MARGIN_TARGET -> List.of(EnumSet.of(MATERIAL, FAMILY, CUSTOMER, ORDER));
            case SERVICE_LEVEL -> List.of(EnumSet.of(CUSTOMER, MATERIAL, FAMILY, ORDER));
            case EMISSION_CAP, ENERGY_CAP -> List.of(EnumSet.of(EQUIPMENT, ENERGY, SITE), EnumSet.of(PROCESS));
            case CONFIDENTIAL_PROCESS -> List.of(EnumSet.of(PROCESS));
            case MUST_DELIVER -> List.of(EnumSet.of(ORDER, CUSTOMER, MATERIAL, FAMILY));
            case WORKING_CALENDAR -> List.of(EnumSet.of(SITE), EnumSet.of(EQUIPMENT));
            case PURCHASE_SHARE, MIN_ORDER_QTY -> List.of(EnumSet.of(SUPPLIER, MATERIAL, FAMILY));
            case PRICE_TOLERANCE -> List.of(EnumSet.of(MATERIAL, FAMILY, ENERGY), EnumSet.of(SUPPLIER));
            case SAFETY_STOCK, STOCK_LIMIT -> List.of(EnumSet.of(MATERIAL, FAMILY, SITE));
            case SHELF_LIFE -> List.of(EnumSet.of(MATERIAL, FAMILY, CUSTOMER));
            case SUBSTITUTION -> List.of(EnumSet.of(MATERIAL, FAMILY));
            case POLICY -> List.of(EnumSet.of(MATERIAL, FAMILY, CUSTOMER, SUPPLIER, ENERGY));
            case QUERY, CONDITIONAL ->
                List.of(
                        EnumSet.of(MATERIAL, FAMILY, SUPPLIER, CUSTOMER, EQUIPMENT, ORDER, SITE, ENERGY),
                        EnumSet.of(PROCESS));
            case CASH_FLOOR, OBJECTIVE, COMPOUND -> List.of();
        };
    }
}
