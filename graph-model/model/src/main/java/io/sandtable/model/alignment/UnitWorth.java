package io.sandtable.model.alignment;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Measure;
import io.sandtable.model.UnitConversion;
import java.util.OptionalDouble;

/** How many of the second thing's units one of the first thing's is; empty where nobody said. */
@FunctionalInterface
public interface UnitWorth {
    OptionalDouble factor(Described from, Described to);

    /** By what units always are. */
    static UnitWorth general() {
        return (from, to) -> {
            Measure one = Measure.of(from.unit());
            Measure other = Measure.of(to.unit());
            return one.isAkin(other) ? OptionalDouble.of(one.size() / other.size()) : OptionalDouble.empty();
        };
    }

    /** By what is known of the two materials, too. */
    static UnitWorth of(BusinessSnapshot snapshot) {
        return (from, to) -> UnitConversion.of(snapshot.node(from.id()), null)
                .knowing(snapshot.node(to.id()))
                .find(from.unit(), to.unit());
    }
}
