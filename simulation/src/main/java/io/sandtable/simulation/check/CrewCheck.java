package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CREW_OVERLOAD;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.CrewNeed;
import java.util.List;
import java.util.TreeMap;

/** Whether no more people are busy at once than there are. */
final class CrewCheck {
    /** Fractions of people add up a little inexactly. */
    private static final double SAME_PEOPLE = 1e-6;

    private final ShopFloor floor;
    private final Findings findings;

    CrewCheck(ShopFloor floor, Findings findings) {
        this.floor = floor;
        this.findings = findings;
    }

    void run() {
        floor.problem().crews().forEach(this::follow);
    }

    private void follow(Crew crew) {
        var changes = new TreeMap<Integer, Double>();
        for (Work work : floor.inHouse()) {
            double people = people(work, crew.index());
            if (people > 0 && work.end() > work.start()) {
                changes.merge(work.start(), people, Double::sum);
                changes.merge(work.end(), -people, Double::sum);
            }
        }
        double busy = 0;
        boolean tooMany = false;
        for (var change : changes.entrySet()) {
            busy += change.getValue();
            boolean now = busy > crew.people() + SAME_PEOPLE;
            if (now && !tooMany) {
                findings.add(CREW_OVERLOAD, crew.name(), change.getKey(), busy - crew.people());
            }
            tooMany = now;
        }
    }

    private double people(Work work, int crew) {
        List<CrewNeed> needs = floor.machineOption(work).people();
        double people = 0;
        for (int i = 0; i < needs.size(); i++) {
            people += work.operation().crews().get(i) == crew ? needs.get(i).people(crew) : 0;
        }
        return people;
    }
}
