package io.sandtable.simulation.scenario;

import io.sandtable.model.Node;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Days that are worked though the calendar says otherwise, in the whole house or at some sites. Those that somebody would rather have worked may
 * be: they are overtime, which a plan takes where it helps.
 */
final class WorkedDays {
    private final List<AtSites> all = new ArrayList<>();

    private record AtSites(Set<String> sites, Extra days) {}

    /**
     * Days beside the calendar's own.
     *
     * @param must worked like any other day
     * @param may worked as overtime
     */
    record Extra(Set<LocalDate> must, Set<LocalDate> may) {
        static final Extra NONE = new Extra(Set.of(), Set.of());

        Extra {
            must = Set.copyOf(must);
            may = Set.copyOf(may);
        }

        private Extra and(Extra other) {
            return new Extra(union(must, other.must), union(may, other.may));
        }

        /** All of them as if they were worked like any other day. */
        Extra open() {
            return new Extra(all(), Set.of());
        }

        Set<LocalDate> all() {
            return union(must, may);
        }

        private static Set<LocalDate> union(Set<LocalDate> some, Set<LocalDate> others) {
            var union = new HashSet<>(some);
            union.addAll(others);
            return union;
        }
    }

    /** None. */
    WorkedDays() {}

    /** Those that the scenario's conditions ask for. */
    static WorkedDays of(Scenario scenario) {
        var worked = new WorkedDays();
        for (ConfirmedCondition confirmed : scenario.conditions()) {
            if (confirmed.condition() instanceof Condition.WorkingCalendar calendar && calendar.working()) {
                Set<LocalDate> days = Set.copyOf(new CalendarDays(scenario, confirmed).of(calendar));
                boolean rather = calendar.stance().modality() == Modality.PREFER;
                worked.all.add(new AtSites(
                        Set.copyOf(calendar.sites()), rather ? new Extra(Set.of(), days) : new Extra(days, Set.of())));
            }
        }
        return worked;
    }

    /** Those on which the equipment works. */
    Extra of(Node equipment) {
        if (all.isEmpty()) {
            return Extra.NONE;
        }
        Set<String> names = Adjustments.namesOf(equipment);
        return all.stream()
                .filter(here -> here.sites().isEmpty() || here.sites().stream().anyMatch(names::contains))
                .map(AtSites::days)
                .reduce(Extra.NONE, Extra::and);
    }

    /** Those on which anybody works: people go where the work is. */
    Extra anywhere() {
        return all.stream().map(AtSites::days).reduce(Extra.NONE, Extra::and);
    }
}
