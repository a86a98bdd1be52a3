package io.sandtable.simulation.scenario;

import java.time.LocalDate;
import java.util.List;

/** People of a test: always there, 30 CNY an hour each, unless told otherwise. */
public final class CrewSpec {
    private final String name;
    private final double people;
    private String shifts = "MON-SUN 00:00-24:00";
    private double rate = 30;

    CrewSpec(String name, double people) {
        this.name = name;
        this.people = people;
    }

    public CrewSpec shifts(String pattern) {
        shifts = pattern;
        return this;
    }

    public CrewSpec rate(double yuanPerHour) {
        rate = yuanPerHour;
        return this;
    }

    PlanningProblem.Crew build(int index, LocalDate asOf, int days) {
        WorkingTime time = MachineSpec.time(List.of(shifts), asOf, days, List.of());
        return new PlanningProblem.Crew(index, name, name, people, time, time, rate);
    }
}
