package io.sandtable.simulation.backtest;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lots as they were: what is left of one today and what went out of it since. */
final class Lots {
    private Lots() {}

    /** Units it came with. */
    static double received(Node lot) {
        return lot.numberOr(Attributes.QUANTITY, 0) + out(lot, move -> true);
    }

    /** Units of it on the morning of a day; what went out at an unknown time is taken to have been gone. */
    static double leftBefore(Node lot, LocalDate day) {
        return lot.numberOr(Attributes.QUANTITY, 0)
                + out(
                        lot,
                        move -> move.findDate(Attributes.MOVED_DATE)
                                .filter(moved -> !moved.isBefore(day))
                                .isPresent());
    }

    /** Whether anybody wrote down when some of it left. */
    static boolean isMoveDated(Node lot) {
        return moves(lot).anyMatch(move -> move.has(Attributes.MOVED_DATE));
    }

    private static double out(Node lot, Predicate<Relation> which) {
        return moves(lot)
                .filter(which)
                .mapToDouble(move -> move.numberOr(Attributes.QUANTITY, 0))
                .sum();
    }

    private static Stream<Relation> moves(Node lot) {
        return Stream.concat(lot.out(RelationType.SHIPPED_FOR).stream(), lot.in(RelationType.CAME_FROM).stream());
    }
}
