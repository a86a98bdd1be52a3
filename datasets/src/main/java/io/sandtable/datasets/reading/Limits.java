package io.sandtable.datasets.reading;

import static io.sandtable.model.Attributes.*;

import io.sandtable.model.Attribute;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which values of an attribute are possible at all. */
public final class Limits {
    private static final Range NOT_NEGATIVE = new Range(0, false, Double.POSITIVE_INFINITY);
    private static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY);
    private static final Range PERCENT = new Range(0, false, 100);
    private static final Range SOME_PERCENT = new Range(0, true, 100);

    /** Numbers that may be anything: balances, coordinates, factors that can be credits. */
    private static final Set<Attribute> FREE = Set.of(AMOUNT, X_METRES, Y_METRES, LEVEL, EMISSION_FACTOR, PRIORITY);

    private static final Map<Attribute, Range> OWN = new HashMap<>();

    static {
        for (Attribute a :
                List.of(QUANTITY_PER_UNIT, MULTIPLE, LOT_MULTIPLE, LOT_MAXIMUM, LIFE_STROKES, RATIO, UNITS)) {
            OWN.put(a, POSITIVE);
        }
        for (Attribute a :
                List.of(ON_TIME_PERCENT, SHARE_PERCENT, REJECT_PERCENT, SCRAP_PERCENT, PENALTY_PERCENT_PER_DAY)) {
            OWN.put(a, PERCENT);
        }
        for (Attribute a : List.of(YIELD_PERCENT, AVAILABILITY_PERCENT)) {
            OWN.put(a, SOME_PERCENT);
        }
        // punitive duties pass 100 %, subsidised loans fall below 0 %
        OWN.put(RATE_PERCENT, new Range(-100, false, 1000));
        OWN.put(DAY_OF_MONTH, new Range(1, false, 31));
        OWN.put(DUE_MINUTE, new Range(0, false, 1440));
    }

    private static final List<String> STATUSES = List.of("open", "closed");
    private static final Map<NodeType, List<String>> KINDS = Map.of(
            NodeType.EQUIPMENT, List.of("machine", "line", "workshop", "tool", "labour"),
            NodeType.ENERGY, List.of("electricity", "gas", "water", "heat"),
            NodeType.POLICY,
                    List.of("duty", "vat", "income-tax", "rebate", "subsidy", "carbon", "cap", "catalogue", "licence"),
            NodeType.ACCOUNT,
                    List.of(
                            "cash",
                            "receivable",
                            "payable",
                            "bill-receivable",
                            "bill-payable",
                            "loan",
                            "credit-line",
                            "bill-discount",
                            "vat-credit",
                            "payroll",
                            "salaries",
                            "rent",
                            "overhead",
                            "subsidy",
                            "fixed-asset",
                            "equity"));

    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Limits() {}

    /** The range of a number; empty where it may be anything. */
    public static Optional<Range> range(Attribute attribute) {
        if (attribute.kind() != ValueKind.NUMBER || FREE.contains(attribute)) {
            return Optional.empty();
        }
        return Optional.of(OWN.getOrDefault(attribute, NOT_NEGATIVE));
    }

    /** The words a node's attribute may be; empty where it is free text. */
    public static List<String> words(NodeType type, Attribute attribute) {
        if (attribute.equals(KIND)) {
            return KINDS.getOrDefault(type, List.of());
        }
        if (attribute.equals(ROLE)) {
            return List.of("raw", "part", "product");
        }
        if (attribute.equals(STATUS)) {
            return type == NodeType.RULE || type == NodeType.DECISION ? List.of() : STATUSES;
        }
        return attribute.equals(DELIVERY_MODE) ? List.of("whole", "partial") : List.of();
    }

    /** The words a relation's attribute may be; empty where it is free text. */
    public static List<String> words(RelationType type, Attribute attribute) {
        if (attribute.equals(REBATE_PERIOD)) {
            return List.of("month", "quarter", "year");
        }
        return attribute.equals(CONFIDENTIALITY) ? List.of("low", "medium", "high") : List.of();
    }

    /** What a code looks like where the text is one, such as {@code CNY}. */
    static Optional<String> codeExample(Attribute attribute, String value) {
        if (attribute.equals(CURRENCY) && !CURRENCIES.contains(value)) {
            return Optional.of("CNY");
        }
        if ((attribute.equals(COUNTRY) || attribute.equals(HOLIDAYS))
                && !COUNTRY_CODE.matcher(value).matches()) {
            return Optional.of("CN");
        }
        return Optional.empty();
    }

    /** From … to, the lower end left out where {@code above} is true. */
    public record Range(double low, boolean above, double high) {
        boolean contains(double value) {
            return (above ? value > low : value >= low) && value <= high;
        }

        /** Such as {@code 0..100}, {@code >0} or {@code >=0}. */
        @Override
        public String toString() {
            String floor = ValueKind.NUMBER.format(low);
            if (high == Double.POSITIVE_INFINITY) {
                return (above ? ">" : ">=") + floor;
            }
            return (above ? ">" : "") + floor + ".." + ValueKind.NUMBER.format(high);
        }
    }
}
