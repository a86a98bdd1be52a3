package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Changeovers;
import io.sandtable.model.WeekPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A machine of a test: Monday to Friday 8–20 h, no overtime, 60 CNY an hour, no energy, unless told otherwise. */
public final class MachineSpec {
    private final String name;
    private final List<int[]> holidays = new ArrayList<>();
    private String shifts = "MON-FRI 08:00-20:00";
    private String overtime = "";
    private double rate = 60;
    private double premium = 50;
    private double kilowatts;
    private String energy = "";
    private boolean unlimited;
    private List<String> setups = List.of();
    private Changeovers changeovers = new Changeovers(List.of());
    private String setup = "";

    MachineSpec(String name) {
        this.name = name;
    }

    public MachineSpec shifts(String pattern) {
        shifts = pattern;
        return this;
    }

    public MachineSpec roundTheClock() {
        return shifts("MON-SUN 00:00-24:00");
    }

    /** Works in this pattern too when overtime is taken. */
    public MachineSpec overtime(String pattern) {
        overtime = pattern;
        return this;
    }

    /** Does not work from this day to that one. */
    public MachineSpec holiday(int firstDay, int lastDay) {
        holidays.add(new int[] {firstDay, lastDay});
        return this;
    }

    /** Takes any number of lots at a time. */
    public MachineSpec unlimited() {
        unlimited = true;
        return this;
    }

    /** Is set up for one thing at a time, today for that one; {@code a>b=30} are worked minutes. */
    public MachineSpec changedOver(String today, String rules, String... all) {
        setup = today;
        changeovers = Changeovers.parse(rules);
        setups = List.of(all);
        return this;
    }

    public MachineSpec rate(double yuanPerHour) {
        rate = yuanPerHour;
        return this;
    }

    public MachineSpec premium(double percent) {
        premium = percent;
        return this;
    }

    public MachineSpec draws(double kilowatts, String energy) {
        this.kilowatts = kilowatts;
        this.energy = energy;
        return this;
    }

    PlanningProblem.Machine build(ProblemBuilder problem, int index, LocalDate asOf, int days) {
        WorkingTime time = time(List.of(shifts), asOf, days, holidays);
        return new PlanningProblem.Machine(
                index,
                name,
                name,
                time,
                overtime.isEmpty() ? time : time(List.of(shifts, overtime), asOf, days, holidays),
                rate,
                premium,
                kilowatts,
                problem.energyIndex(energy),
                unlimited,
                Setups.of(setups, changeovers, setup));
    }

    int setupIndex(String name) {
        return setups.indexOf(name);
    }

    static WorkingTime time(List<String> patterns, LocalDate asOf, int days, List<int[]> holidays) {
        var intervals = new ArrayList<int[]>();
        for (int day = 0; day < days; day++) {
            int today = day;
            if (holidays.stream().anyMatch(h -> h[0] <= today && today <= h[1])) {
                continue;
            }
            for (String pattern : patterns) {
                for (WeekPattern.Period p :
                        WeekPattern.parse(pattern).on(asOf.plusDays(day).getDayOfWeek())) {
                    intervals.add(new int[] {day * DAY + p.fromMinute(), day * DAY + p.toMinute()});
                }
            }
        }
        return WorkingTime.of(merged(intervals));
    }

    private static List<int[]> merged(List<int[]> intervals) {
        intervals.sort(Comparator.comparingInt(i -> i[0]));
        var merged = new ArrayList<int[]>();
        for (int[] interval : intervals) {
            if (!merged.isEmpty() && interval[0] <= merged.getLast()[1]) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], interval[1]);
            } else {
                merged.add(interval.clone());
            }
        }
        return merged;
    }
}
