package io.sandtable.web.drivers;

import io.sandtable.simulation.risk.Disruption;
import io.sandtable.simulation.risk.Exposure;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.util.Comparator;
import java.util.List;

/**
 * Suppliers and machines that fail, who is borne shortest first.
 *
 * @param more how many others there are
 */
record OutagesView(String sentence, List<Line> lines, int more, int all) {
    OutagesView {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param kind supplier or machine, in words
     * @param survive days in words
     * @param days the same as a number
     */
    record Line(
            String id,
            String name,
            String kind,
            String survive,
            int days,
            boolean survives,
            String margin,
            String cash,
            int late,
            int broken,
            boolean failed) {}

    static OutagesView of(List<Exposure> exposures, Words words, int most) {
        List<Exposure> shortest = exposures.stream()
                .sorted(Comparator.comparing(Exposure::survives)
                        .thenComparingInt(Exposure::timeToSurviveDays)
                        .thenComparing(Exposure::index, Comparator.reverseOrder()))
                .toList();
        List<Line> lines =
                shortest.stream().limit(most).map(e -> line(e, words)).toList();
        return new OutagesView(
                sentence(shortest, lines, words), lines, Math.max(0, shortest.size() - most), shortest.size());
    }

    private static String sentence(List<Exposure> shortest, List<Line> lines, Words words) {
        if (lines.isEmpty()) {
            return words.say("drivers.outages.nothing");
        }
        long survived = shortest.stream().filter(Exposure::survives).count();
        Line first = lines.getFirst();
        return first.survives()
                ? words.say("drivers.outages.all", shortest.size(), first.days())
                : words.say("drivers.outages.sentence", first.name(), first.survive(), shortest.size(), survived);
    }

    private static Line line(Exposure exposure, Words words) {
        var figures = new Figures(words.language());
        String kind = switch (exposure.disruption()) {
            case Disruption.SupplierLost lost -> "supplier";
            case Disruption.MachineDown down -> "machine";
            case Disruption.Policy policy -> "policy";
        };
        return new Line(
                exposure.disruption().subject(),
                exposure.name(),
                words.say("drivers.outages." + kind),
                words.say(
                        exposure.survives() ? "drivers.outages.whole" : "drivers.outages.days",
                        exposure.timeToSurviveDays()),
                exposure.timeToSurviveDays(),
                exposure.survives(),
                exposure.failed() ? Figures.MISSING : figures.yuan(exposure.marginLost()),
                exposure.failed() ? Figures.MISSING : figures.yuan(exposure.cashLowLost()),
                exposure.late().size(),
                exposure.broken().size(),
                exposure.failed());
    }
}
