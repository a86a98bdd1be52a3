package io.sandtable.simulation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.trace.PlannedUses.Use;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Two stocks: 0 goes into a part (lot 1) of what is made for demand 0 (lot 0), which leaves something over; 1 is delivered as it is. */
class PlannedUsesTest {
    private final PlannedUses uses = new PlannedUses(new Plan(
            List.of(),
            false,
            List.of(),
            List.of(lot(0, 0, -1), lot(1, 0, 0), lot(2, 3, -1)),
            List.of(),
            List.of(),
            new Plan.Search("today", 1, 0, 1, "constructed"),
            List.of(
                    new Take(0, 1, 0, 9, Source.STOCK, 0, 40),
                    new Take(0, 1, 1, 9, Source.STOCK, 0, 2),
                    new Take(1, -1, -1, 5, Source.STOCK, 1, 7),
                    new Take(2, -1, -1, 5, Source.LOT, 0, 3),
                    new Take(3, 2, 0, 5, Source.LOT, 1, 1),
                    new Take(4, -1, -1, 8, Source.LOT, 2, 1),
                    new Take(5, -1, -1, 8, Source.PURCHASE, 0, 1)),
            Plan.Mode.USUAL));

    @Test
    void stockThatIsMadeIntoSomething_reachesItsDemand_andAllThatTakeWhatIsLeftOver() {
        assertThat(uses.of(0))
                .containsExactly(
                        new Use(0, 0, OptionalDouble.of(42)),
                        new Use(0, 2, OptionalDouble.empty()),
                        new Use(0, 3, OptionalDouble.empty()),
                        new Use(0, 4, OptionalDouble.empty()));
    }

    @Test
    void stockThatIsDelivered_reachesThatDemandAlone() {
        assertThat(uses.of(1)).containsExactly(new Use(1, 1, OptionalDouble.of(7)));
        assertThat(uses.of(2)).isEmpty();
    }

    private static Lot lot(int index, int demand, int parent) {
        return new Lot(index, demand, parent, 5, 0, 10, List.of());
    }
}
