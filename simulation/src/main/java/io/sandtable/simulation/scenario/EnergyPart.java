package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.EMISSION_FACTOR;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.TARIFF;
import static io.sandtable.model.Attributes.UNIT;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.WeekPattern;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Energy nodes with their tariff by hour of the week. */
final class EnergyPart {
    private final Map<String, Integer> places;
    private final List<PlanningProblem.EnergySource> all = new ArrayList<>();

    EnergyPart(BusinessSnapshot snapshot, Adjustments adjustments) {
        List<Node> nodes = snapshot.nodes(NodeType.ENERGY);
        this.places = ProblemCompiler.places(nodes);
        for (Node node : nodes) {
            all.add(new PlanningProblem.EnergySource(
                    all.size(),
                    node.id(),
                    node.name(),
                    node.text(UNIT),
                    pricesByHour(node).stream()
                            .map(p -> adjustments.value(Dimension.ENERGY_PRICE, p, node))
                            .toList(),
                    node.numberOr(EMISSION_FACTOR, 0)));
        }
    }

    List<PlanningProblem.EnergySource> all() {
        return all;
    }

    int placeOf(Node energy) {
        return java.util.Objects.requireNonNull(places.get(energy.id()));
    }

    private static List<Double> pricesByHour(Node node) {
        double flat = node.numberOr(PRICE, 0);
        WeekPattern tariff = node.findWeekPattern(TARIFF).orElseGet(() -> new WeekPattern(List.of()));
        var hours = new ArrayList<Double>(168);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<WeekPattern.Period> periods = tariff.on(day);
            for (int hour = 0; hour < 24; hour++) {
                hours.add(priceAt(periods, hour * 60, flat));
            }
        }
        return hours;
    }

    private static double priceAt(List<WeekPattern.Period> periods, int minute, double flat) {
        return periods.stream()
                .filter(p -> p.fromMinute() <= minute && minute < p.toMinute())
                .mapToDouble(WeekPattern.Period::value)
                .findFirst()
                .orElse(flat);
    }
}
