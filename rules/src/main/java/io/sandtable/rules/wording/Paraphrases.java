package io.sandtable.rules.wording;

import io.sandtable.rules.Statement;
import io.sandtable.rules.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says statements back, in sentences that read to the same statement again. */
public final class Paraphrases {
    private final Function<List<String>, List<Wording>> names;
    private final Predicate<String> isSupplier;

    /** Takes the way to name nodes (ids to names, in order) and to tell suppliers from what they supply. */
    public Paraphrases(Function<List<String>, List<Wording>> names, Predicate<String> isSupplier) {
        this.names = names;
        this.isSupplier = isSupplier;
    }

    /** The statement in both languages. */
    public Wording of(Statement s) {
        var parts = new Parts(names.apply(s.entities()), sourcing(s), beneficiary(s));
        return new Wording(new Chinese(s, parts).sentence(), new English(s, parts).sentence());
    }

    /**
     * The names a sentence needs.
     *
     * @param sourcing suppliers and materials apart, empty lists where the kind has no such order
     * @param beneficiary empty list where nobody is named; no names for rush orders
     */
    record Parts(List<Wording> all, Sourcing sourcing, List<Wording> beneficiary) {}

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
