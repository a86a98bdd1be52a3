package io.sandtable.rules.language;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether two things said in one breath cannot both hold. */
final class Contradiction {
    private static final List<String> WHAT = List.of("category", "metric", "each", "subject", "shift", "festival");

    private final Predicate<String> isSupplier;

    Contradiction(Predicate<String> isSupplier) {
        this.isSupplier = isSupplier;
    }

    private Stream<String> suppliers(Statement s) {
        return s.entities().stream().filter(isSupplier);
    }

    boolean isIn(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            for (int j = i + 1; j < statements.size(); j++) {
                if (contradict(statements.get(i), statements.get(j))) {
                    return true;
                }
            }
        }
        return statements.stream().anyMatch(s -> isMoreThanAll(s, statements));
    }

    /** Suppliers that shall each have at least a share of the same, together more than there is: 70 % from one, 50 % from another. */
    private boolean isMoreThanAll(Statement share, List<Statement> statements) {
        return isShareFloor(share)
                && statements.stream()
                                .filter(other -> isShareFloor(other)
                                        && overlap(share.window(), other.window())
                                        && goods(share).equals(goods(other)))
                                .mapToDouble(s ->
                                        Objects.requireNonNull(s.quantity()).value()
                                                * suppliers(s).count())
                                .sum()
                        > 100;
    }

    private static boolean isShareFloor(Statement s) {
        return s.kind() == Kind.PURCHASE_SHARE && isFloor(s.comparator()) && s.quantity() != null;
    }

    private List<String> goods(Statement s) {
        return s.entities().stream().filter(isSupplier.negate()).sorted().toList();
    }

    private boolean contradict(Statement one, Statement other) {
        Set<String> named = Set.copyOf(one.entities());
        if (!overlap(one.window(), other.window())) {
            return false;
        }
        if (isPair(one, other, Kind.SOURCING_ALLOW_ONLY, Kind.SOURCING_BAN)) {
            Statement only = one.kind() == Kind.SOURCING_ALLOW_ONLY ? one : other;
            Statement ban = only == one ? other : one;
            return Set.copyOf(only.entities()).containsAll(ban.entities());
        }
        if (isPair(one, other, Kind.SOURCING_BAN, Kind.PURCHASE_SHARE)) {
            Statement ban = one.kind() == Kind.SOURCING_BAN ? one : other;
            Statement share = ban == one ? other : one;
            return isFloor(share.comparator()) && Set.copyOf(share.entities()).containsAll(ban.entities());
        }
        if (isPair(one, other, Kind.SOURCING_ALLOW_ONLY, Kind.SOURCING_ALLOW_ONLY)) {
            return !named.equals(Set.copyOf(other.entities()))
                    && suppliers(one).noneMatch(suppliers(other).toList()::contains)
                    && named.stream().anyMatch(other.entities()::contains);
        }
        if (!named.equals(Set.copyOf(other.entities()))) {
            return false;
        }
        if (isPair(one, other, Kind.MARGIN_FLOOR, Kind.MARGIN_TARGET)) {
            Statement floor = one.kind() == Kind.MARGIN_FLOOR ? one : other;
            Quantity target = Objects.requireNonNull((floor == one ? other : one).quantity());
            return target.form() == Quantity.Form.SET
                    && target.value() < Objects.requireNonNull(floor.quantity()).value();
        }
        if (one.kind() == Kind.SUBSTITUTION && !one.entities().equals(other.entities())) {
            return false;
        }
        if (isPair(one, other, Kind.SAFETY_STOCK, Kind.STOCK_LIMIT)) {
            return cross(one, other);
        }
        boolean sameFigure = one.kind() == other.kind()
                && one.kind() != Kind.QUERY
                && WHAT.stream()
                        .allMatch(slot -> Objects.equals(
                                one.slots().get(slot), other.slots().get(slot)));
        return sameFigure
                && (one.comparator() == null || other.comparator() == null
                        ? !one.meansTheSameAs(other)
                        : cross(one, other));
    }

    private static boolean isPair(Statement one, Statement other, Kind a, Kind b) {
        return (one.kind() == a && other.kind() == b) || (one.kind() == b && other.kind() == a);
    }

    /** A floor above the cap, or two values of one side: which of them is meant is open. */
    private static boolean cross(Statement one, Statement other) {
        Quantity a = one.quantity();
        Quantity b = other.quantity();
        if (a == null || b == null || !a.unit().equals(b.unit())) {
            return false;
        }
        boolean floorFirst = isFloor(one.comparator());
        return floorFirst == isFloor(other.comparator())
                ? a.value() != b.value()
                : (floorFirst ? a.value() > b.value() : b.value() > a.value());
    }

    private static boolean isFloor(@Nullable Comparison side) {
        return side == Comparison.GE || side == Comparison.GT;
    }

    private static boolean overlap(@Nullable Window one, @Nullable Window other) {
        return one == null || other == null || (reaches(one.from(), other.to()) && reaches(other.from(), one.to()));
    }

    private static boolean reaches(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }
}
