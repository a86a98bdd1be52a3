package io.sandtable.simulation.scenario;

import io.sandtable.model.WeekPattern;
import java.time.DayOfWeek;
import java.util.ArrayList;

/** Electricity of a test at 0.7 CNY per kWh and 0.5 kg CO₂ unless told otherwise. */
public final class EnergySpec {
    private final String name;
    private double flat = 0.7;
    private String tariff = "";
    private double emissionFactor = 0.5;

    EnergySpec(String name) {
        this.name = name;
    }

    public EnergySpec price(double yuan) {
        flat = yuan;
        return this;
    }

    /** Prices by the clock as a week pattern with values; elsewhere the flat price holds. */
    public EnergySpec tariff(String pattern) {
        tariff = pattern;
        return this;
    }

    public EnergySpec emissionFactor(double kilograms) {
        emissionFactor = kilograms;
        return this;
    }

    PlanningProblem.EnergySource build(int index) {
        var prices = new ArrayList<Double>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                prices.add(priceAt(day, hour * 60));
            }
        }
        return new PlanningProblem.EnergySource(index, name, name, "kWh", prices, emissionFactor);
    }

    private double priceAt(DayOfWeek day, int minute) {
        if (tariff.isEmpty()) {
            return flat;
        }
        return WeekPattern.parse(tariff).on(day).stream()
                .filter(p -> p.fromMinute() <= minute && minute < p.toMinute())
                .mapToDouble(WeekPattern.Period::value)
                .findFirst()
                .orElse(flat);
    }
}
