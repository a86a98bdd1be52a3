package io.sandtable.simulation.scenario;

import io.sandtable.model.Node;
import io.sandtable.rules.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Days that are worked though the calendar says otherwise, in the whole house or at some sites. */
final class WorkedDays {
    private final List<AtSites> all = new ArrayList<>();
    private final Set<LocalDate> anywhere = new HashSet<>();

    private record AtSites(Set<String> sites, Set<LocalDate> days) {}

    /** None. */
    WorkedDays() {}

    /** Those that the scenario's conditions ask for. */
    static WorkedDays of(Scenario scenario) {
        var worked = new WorkedDays();
        for (ConfirmedCondition confirmed : scenario.conditions()) {
            if (confirmed.condition() instanceof Condition.WorkingCalendar calendar && calendar.working()) {
                Set<LocalDate> days = Set.copyOf(new CalendarDays(scenario, confirmed).of(calendar));
                worked.all.add(new AtSites(Set.copyOf(calendar.sites()), days));
                worked.anywhere.addAll(days);
            }
        }
        return worked;
    }

    /** Those on which the equipment works. */
    Set<LocalDate> of(Node equipment) {
        if (all.isEmpty()) {
            return Set.of();
        }
        Set<String> names = Adjustments.namesOf(equipment);
        var days = new HashSet<LocalDate>();
        for (AtSites here : all) {
            if (here.sites().isEmpty() || here.sites().stream().anyMatch(names::contains)) {
                days.addAll(here.days());
            }
        }
        return days;
    }

    /** Those on which anybody works: people go where the work is. */
    Set<LocalDate> anywhere() {
        return anywhere;
    }
}
