package io.sandtable.web.ripple;

import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.ripple.Touched;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.ripple.Consequences;
import io.sandtable.simulation.ripple.Overhauls.Overhaul;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.ask.Understood;
import java.util.List;
import java.util.Optional;

/**
 * What hangs on a change, and what becomes of it when nobody does anything.
 *
 * @param changed the things that the sentence is about
 * @param touched what hangs on them, the nearest first
 * @param dates when each is reached
 * @param overhauls work on machines that needs something which is struck
 * @param scenario the business under the change
 * @param today the plan without the change, {@code doNothing} the one under it
 * @param comparable whether the change leaves the same orders to be planned, so that today's plan can be carried on
 */
public record RippleAnswer(
        Understood understood,
        List<Node> changed,
        List<Touched> touched,
        FirstDates dates,
        Consequences consequences,
        List<Overhaul> overhauls,
        Scenario scenario,
        Evaluation today,
        Evaluation doNothing,
        boolean comparable) {
    public RippleAnswer {
        changed = List.copyOf(changed);
        touched = List.copyOf(touched);
        overhauls = List.copyOf(overhauls);
    }

    /** What the change does to gross margin less penalties when nobody does anything about it. */
    public Money difference() {
        return PricedResponse.worth(doNothing.kpis()).minus(PricedResponse.worth(today.kpis()));
    }

    /** What becomes of a work order that needs a struck part. */
    public Optional<Overhaul> overhaul(Node work) {
        return overhauls.stream()
                .filter(overhaul -> overhaul.workOrder().equals(work.id()))
                .findFirst();
    }
}
