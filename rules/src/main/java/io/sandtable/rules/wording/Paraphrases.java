package io.sandtable.rules.wording;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says statements back, in sentences that read to the same statement again. */
public final class Paraphrases {
    private static final Wording NOTHING = new Wording("", "");
    private static final Map<String, Wording> FIGURES = Map.ofEntries(
            Map.entry("margin", new Wording("毛利率", "margin")),
            Map.entry("loss", new Wording("亏损", "loss")),
            Map.entry("revenue", new Wording("销售收入", "revenue")),
            Map.entry("purchase", new Wording("采购额", "purchase spending")),
            Map.entry("lateness", new Wording("拖期", "lateness")),
            Map.entry("OTD", new Wording("准时交付率", "on-time delivery")),
            Map.entry("FILL_RATE", new Wording("订单满足率", "fill rate")),
            Map.entry("downtime", new Wording("停机时间", "downtime")),
            Map.entry("price", new Wording("价格", "price")),
            Map.entry("cash", new Wording("现金", "cash")),
            Map.entry("stock", new Wording("库存", "stock")),
            Map.entry("demand", new Wording("订单", "orders")));
    private static final Map<String, Wording> GROUPS = Map.of(
            "SUPPLIER", new Wording("供应商", "supplier"),
            "CUSTOMER", new Wording("客户", "customer"),
            "MATERIAL", new Wording("产品", "product"),
            "FAMILY", new Wording("产品族", "product family"),
            "EQUIPMENT", new Wording("设备", "machine"),
            "ORDER", new Wording("订单", "order"),
            "PROCESS", new Wording("工序", "operation"));

    private final Function<List<String>, List<Wording>> names;
    private final Predicate<String> isSupplier;

    /** Takes the way to name nodes (ids to names, in order) and to tell suppliers from what they supply. */
    public Paraphrases(Function<List<String>, List<Wording>> names, Predicate<String> isSupplier) {
        this.names = names;
        this.isSupplier = isSupplier;
    }

    /** The statement in both languages. */
    public Wording of(Statement s) {
        Parts parts = parts(s);
        return new Wording(new Chinese(s, parts).sentence(), new English(s, parts).sentence());
    }

    private Parts parts(Statement s) {
        return new Parts(
                names.apply(s.entities().stream()
                        .filter(id -> !id.equals(s.slots().get("beneficiary")))
                        .toList()),
                s.entities().stream()
                        .map(id -> names.apply(List.of(id)).getFirst())
                        .toList(),
                sourcing(s),
                beneficiary(s),
                !s.entities().isEmpty()
                        && s.entities().getFirst().equals(s.slots().get("beneficiary")),
                Stream.concat(
                                s.parts().stream().map(this::said),
                                s.then().stream().map(this::of))
                        .toList(),
                FIGURES.getOrDefault(String.valueOf(s.slots().get("metric")), NOTHING),
                GROUPS.get(String.valueOf(s.slots().get("groupBy"))),
                threshold(s.slots().get("condition")));
    }

    private Wording said(Statement s) {
        Parts parts = parts(s);
        return new Wording(new Chinese(s, parts).said(), new English(s, parts).said());
    }

    private @Nullable Threshold threshold(@Nullable Object condition) {
        if (!(condition instanceof Map<?, ?> when)
                || !(when.get("quantity") instanceof Map<?, ?> quantity)
                || !(quantity.get("value") instanceof Number value)
                || !(when.get("entities") instanceof List<?> entities)) {
            return null;
        }
        return new Threshold(
                FIGURES.getOrDefault(String.valueOf(when.get("metric")), NOTHING),
                names.apply(entities.stream().map(String::valueOf).toList()),
                Comparison.valueOf(String.valueOf(when.get("comparator"))),
                new Quantity(
                        value.doubleValue(),
                        String.valueOf(quantity.get("unit")),
                        Quantity.Form.valueOf(String.valueOf(quantity.get("form")))));
    }

    /**
     * The names and words a sentence needs.
     *
     * @param each the names one by one, though together they may have one word
     * @param sourcing suppliers and materials apart, empty lists where the kind has no such order
     * @param beneficiary empty list where nobody is named; no names for rush orders
     * @param beneficiaryFirst whether who benefits is named before what is kept
     * @param whole the sentences that a compound or a conditional is made of
     * @param metric the figure a query asks for
     * @param group by what a query groups, null where it does not
     */
    record Parts(
            List<Wording> all,
            List<Wording> each,
            Sourcing sourcing,
            List<Wording> beneficiary,
            boolean beneficiaryFirst,
            List<Wording> whole,
            Wording metric,
            @Nullable Wording group,
            @Nullable Threshold when) {
        Threshold threshold() {
            return Objects.requireNonNull(when, "a conditional has a threshold");
        }
    }

    /** When a conditional begins to hold. */
    record Threshold(Wording metric, List<Wording> names, Comparison side, Quantity value) {}

    record Sourcing(List<Wording> suppliers, List<Wording> materials, boolean supplierFirst) {}

    private Sourcing sourcing(Statement s) {
        List<String> suppliers = s.entities().stream().filter(isSupplier).toList();
        List<String> materials =
                s.entities().stream().filter(isSupplier.negate()).toList();
        boolean first = !s.entities().isEmpty() && isSupplier.test(s.entities().getFirst());
        return new Sourcing(names.apply(suppliers), names.apply(materials), first);
    }

    private List<Wording> beneficiary(Statement s) {
        Object id = s.slots().get("beneficiary");
        return id == null || id.equals("rush") ? List.of() : names.apply(List.of(id.toString()));
    }

    /** A number without exponent or trailing zeros. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
