package io.sandtable.model;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A piecewise linear curve y(x), flat beyond its first and last point: wear curves, price tiers. */
public final class Curve {
    private final double[] xs;
    private final double[] ys;

    private Curve(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Reads {@code x=y;x=y;…}; the xs need not be sorted but must differ. */
    public static Curve parse(String text) {
        var points = new TreeMap<Double, Double>();
        for (String part : text.split(";")) {
            String[] pair = part.split("=");
            if (pair.length != 2) {
                throw new IllegalArgumentException(
                        "'%s' in '%s' is not a point of a curve; write x=y;x=y such as 0=99;1=92."
                                .formatted(part, text));
            }
            if (points.put(ValueKind.number(pair[0]), ValueKind.number(pair[1])) != null) {
                throw new IllegalArgumentException(
                        "x = %s stands twice in the curve '%s'; keep one.".formatted(pair[0], text));
            }
        }
        return of(points);
    }

    /** A curve through the given points (at least one). */
    public static Curve of(Map<Double, Double> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A curve had no point; give at least one x=y.");
        }
        var sorted = new TreeMap<>(points);
        return new Curve(
                sorted.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The value at x by linear interpolation. */
    public double at(double x) {
        int hit = Arrays.binarySearch(xs, x);
        if (hit >= 0) {
            return ys[hit];
        }
        int right = -hit - 1;
        if (right == 0) {
            return ys[0];
        }
        if (right == xs.length) {
            return ys[xs.length - 1];
        }
        double share = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
        return ys[right - 1] + share * (ys[right] - ys[right - 1]);
    }

    /** The first point above x; empty where there is none. */
    public OptionalDouble nextAbove(double x) {
        return Arrays.stream(xs).filter(point -> point > x).findFirst();
    }

    /** The same curve with all values times the factor. */
    public Curve scaled(double factor) {
        return new Curve(xs.clone(), Arrays.stream(ys).map(y -> y * factor).toArray());
    }

    /** The same curve with all its places times the factor. */
    public Curve stretched(double factor) {
        return new Curve(Arrays.stream(xs).map(x -> x * factor).toArray(), ys.clone());
    }

    /** The value of the last point at or below x: a step function such as price tiers by quantity. */
    public double stepAt(double x) {
        int hit = Arrays.binarySearch(xs, x);
        int index = hit >= 0 ? hit : Math.max(0, -hit - 2);
        return ys[index];
    }

    @Override
    public String toString() {
        return java.util.stream.IntStream.range(0, xs.length)
                .mapToObj(i -> ValueKind.NUMBER.format(xs[i]) + "=" + ValueKind.NUMBER.format(ys[i]))
                .collect(Collectors.joining(";"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve && Arrays.equals(xs, curve.xs) && Arrays.equals(ys, curve.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }
}
