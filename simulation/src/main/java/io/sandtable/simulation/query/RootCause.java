package io.sandtable.simulation.query;

import io.sandtable.model.DateRange;
import io.sandtable.simulation.query.QueryAnswer.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Why a figure is another than it was: parts that sum to the change, and what made most of it.
 *
 * @param before the time it is held against, {@code now} the time asked for
 * @param then the figure before, {@code value} now; money in CNY
 * @param parts not divided further; money parts are whole fen
 */
public record RootCause(
        QueryPlan plan,
        DateRange before,
        DateRange now,
        double then,
        double value,
        List<Part> parts,
        List<Month> months,
        Basis basis) {
    /** What one thing must make of a cause for it to be named alone. */
    private static final double MOST_OF_IT = 0.5;

    /** Two that differ by less are as large. */
    private static final double AS_LARGE = 0.03;

    public RootCause {
        parts = List.copyOf(parts);
        months = List.copyOf(months);
    }

    /** A month beside the one it is held against; the last of both may be cut short. */
    public record Month(String before, double then, String now, double value) {
        public double amount() {
            return value - then;
        }
    }

    public double change() {
        return value - then;
    }

    /** Sum by cause, in the order of the causes; they sum to the change. */
    public SortedMap<Cause, Double> byCause() {
        return by(part -> true, Part::cause);
    }

    /** Sum by what the parts are about in one respect, empty for nothing; they sum to the change. */
    public SortedMap<String, Double> by(Grouping grouping) {
        return by(part -> true, part -> part.of(grouping));
    }

    private <K extends Comparable<K>> SortedMap<K, Double> by(Predicate<Part> which, Function<Part, K> key) {
        var sums = new TreeMap<K, Double>();
        parts.stream().filter(which).forEach(part -> sums.merge(key.apply(part), part.amount(), Double::sum));
        return Collections.unmodifiableSortedMap(sums);
    }

    /** Groupings in which at least one part is about something. */
    public List<Grouping> dimensions() {
        return java.util.Arrays.stream(Grouping.values())
                .filter(g -> g != Grouping.MONTH
                        && parts.stream().anyMatch(part -> !part.of(g).isEmpty()))
                .toList();
    }

    /** Parts of a finding, largest first. */
    public List<Part> of(Finding finding) {
        return parts.stream()
                .filter(part -> part.cause().group() == finding.cause()
                        && (finding.in() == null || part.of(finding.in()).equals(finding.id())))
                .filter(part -> part.amount() != 0)
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.amount())))
                .toList();
    }

    /**
     * What made the change, largest first: of each cause the things it lies in, in the respect in which one thing makes most of it, or the cause as a
     * whole where none makes half of it. What works against the change stands behind all that made it.
     */
    public List<Finding> findings() {
        double direction = change() == 0 ? 1 : Math.signum(change());
        var findings = new ArrayList<Finding>();
        by(part -> true, part -> part.cause().group())
                .forEach((cause, amount) -> findings.addAll(of(cause, amount, direction)));
        findings.removeIf(f -> f.amount() == 0);
        findings.sort(Comparator.<Finding, Boolean>comparing(f -> f.amount() * direction < 0)
                .thenComparing(f -> -Math.abs(f.amount())));
        return findings;
    }

    private List<Finding> of(Cause cause, double amount, double direction) {
        List<Finding> best = List.of();
        for (Grouping in : cause.dimensions()) {
            List<Finding> things = things(cause, in);
            if (!things.isEmpty()
                    && (best.isEmpty() || largest(things, direction) > (1 + AS_LARGE) * largest(best, direction))) {
                best = things;
            }
        }
        boolean allOver = best.isEmpty() || largest(best, Math.signum(amount)) < MOST_OF_IT * Math.abs(amount);
        return allOver ? List.of(new Finding(cause, null, "", amount)) : best;
    }

    private List<Finding> things(Cause cause, Grouping in) {
        return by(part -> part.cause().group() == cause && !part.of(in).isEmpty(), part -> part.of(in))
                .entrySet()
                .stream()
                .map((Map.Entry<String, Double> e) -> new Finding(cause, in, e.getKey(), e.getValue()))
                .toList();
    }

    private static double largest(List<Finding> things, double direction) {
        return things.stream().mapToDouble(f -> f.amount() * direction).max().orElse(0);
    }
}
