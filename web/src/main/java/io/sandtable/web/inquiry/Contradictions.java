package io.sandtable.web.inquiry;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which conditions of a question cannot hold at the same time; nothing is decided here, both are shown to the person. */
public final class Contradictions {
    private Contradictions() {}

    /** Chips that exclude each other, those that hang together in one list, in the order they stand; every list has at least two. */
    public static List<List<Chip>> among(List<Chip> chips) {
        var clusters = new ArrayList<List<Chip>>();
        var placed = new HashSet<Chip>();
        for (Chip chip : chips) {
            if (placed.add(chip)) {
                List<Chip> cluster = new ArrayList<>(List.of(chip));
                for (int i = 0; i < cluster.size(); i++) {
                    Chip member = cluster.get(i);
                    chips.stream()
                            .filter(other -> !placed.contains(other) && excludeEachOther(member, other))
                            .forEach(other -> {
                                placed.add(other);
                                cluster.add(other);
                            });
                }
                if (cluster.size() > 1) {
                    clusters.add(chips.stream().filter(cluster::contains).toList());
                }
            }
        }
        return clusters;
    }

    private static boolean excludeEachOther(Chip one, Chip other) {
        return one.statement() != null
                && other.statement() != null
                && excludeEachOther(one.statement(), other.statement());
    }

    /** Whether no plan and no world can satisfy both. */
    public static boolean excludeEachOther(Statement one, Statement other) {
        return overlap(one, other)
                && (limitsExclude(one, other)
                        || saysOpposite(one, other)
                        || bansTheOnlySource(one, other)
                        || bansTheOnlySource(other, one));
    }

    private static boolean limitsExclude(Statement one, Statement other) {
        return isAboutTheSame(one, other) && !Bounds.of(one).meets(Bounds.of(other));
    }

    /** May and may not leave the house, or two different goals to put first. */
    private static boolean saysOpposite(Statement one, Statement other) {
        return one.kind() == other.kind()
                && switch (one.kind()) {
                    case CONFIDENTIAL_PROCESS ->
                        shares(one, other)
                                && !Objects.equals(
                                        one.slots().get("outsourcing"),
                                        other.slots().get("outsourcing"));
                    case OBJECTIVE ->
                        !Objects.equals(one.slots().get("goal"), other.slots().get("goal"));
                    default -> false;
                };
    }

    /** Only from a supplier, and not from the same one. */
    private static boolean bansTheOnlySource(Statement only, Statement ban) {
        return only.kind() == Kind.SOURCING_ALLOW_ONLY
                && ban.kind() == Kind.SOURCING_BAN
                && new HashSet<>(only.entities()).containsAll(ban.entities());
    }

    private static boolean isAboutTheSame(Statement one, Statement other) {
        return one.kind() == other.kind()
                && things(one).equals(things(other))
                && Objects.equals(one.recurrence(), other.recurrence())
                && withoutWords(one).equals(withoutWords(other));
    }

    /** The slots that tell which figure is limited: its category, metric, times of day. */
    private static Set<Object> withoutWords(Statement s) {
        var slots = new HashSet<Object>();
        s.slots().forEach((name, value) -> {
            if (!name.equals("basis") && !name.equals("weight")) {
                slots.add(List.of(name, value));
            }
        });
        return slots;
    }

    private static Set<String> things(Statement s) {
        return new HashSet<>(s.entities());
    }

    private static boolean shares(Statement one, Statement other) {
        return one.entities().stream().anyMatch(other.entities()::contains);
    }

    private static boolean overlap(Statement one, Statement other) {
        Window a = Objects.requireNonNullElse(one.window(), Window.ALWAYS);
        Window b = Objects.requireNonNullElse(other.window(), Window.ALWAYS);
        return startsBeforeTheEndOf(a, b) && startsBeforeTheEndOf(b, a);
    }

    private static boolean startsBeforeTheEndOf(Window one, Window other) {
        return one.from() == null || other.to() == null || !one.from().isAfter(other.to());
    }

    /** The values a statement leaves to its figure, in one unit; a change by percent or by an amount leaves all. */
    private record Bounds(String unit, double least, boolean leastItself, double most, boolean mostItself) {
        static Bounds of(Statement s) {
            Quantity quantity = s.quantity();
            if (quantity == null || quantity.form() != Quantity.Form.SET || isAShare(s)) {
                return new Bounds("", Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
            }
            double value = quantity.value();
            Comparison side = Objects.requireNonNullElse(s.comparator(), Comparison.EQ);
            return switch (side) {
                case LE -> new Bounds(quantity.unit(), Double.NEGATIVE_INFINITY, true, value, true);
                case LT -> new Bounds(quantity.unit(), Double.NEGATIVE_INFINITY, true, value, false);
                case GE -> new Bounds(quantity.unit(), value, true, Double.POSITIVE_INFINITY, true);
                case GT -> new Bounds(quantity.unit(), value, false, Double.POSITIVE_INFINITY, true);
                case EQ -> new Bounds(quantity.unit(), value, true, value, true);
            };
        }

        /** Two reservations stand beside each other. */
        private static boolean isAShare(Statement s) {
            return s.kind() == Kind.CAPACITY_RESERVATION;
        }

        /** Whether some value satisfies both; amounts in different units are not compared. */
        boolean meets(Bounds other) {
            return !unit.equals(other.unit) || (liesBelow(other) && other.liesBelow(this));
        }

        private boolean liesBelow(Bounds other) {
            return least < other.most || (least == other.most && leastItself && other.mostItself);
        }
    }
}
