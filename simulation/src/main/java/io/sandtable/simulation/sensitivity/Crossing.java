package io.sandtable.simulation.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the smallest whole number of steps, up or down from 0, with which a function is no longer on the side of a target where it is at
 * 0. First it looks at a fifth, a half and all of the way in each direction, then between the two of them where the target is passed, by
 * straight line and bisection in turn. Of a function that turns round between two of these looks a nearer crossing may be missed; what is
 * found is always one, because it was tried.
 */
final class Crossing {
    private static final double[] LOOKS = {0.2, 0.5, 1};

    private final IntToDoubleFunction function;
    private final double target;
    private final double atZero;

    /** @param atZero the function at 0, which is known */
    Crossing(IntToDoubleFunction function, double target, double atZero) {
        this.function = function;
        this.target = target;
        this.atZero = atZero;
    }

    /** A number of steps and what the function is there. */
    record Point(int steps, double value) {}

    /**
     * The nearest crossing.
     *
     * @param reached whether there is one; else the point is the one tried that is nearest to the target
     */
    record Found(boolean reached, Point point) {}

    /**
     * Looks in both directions.
     *
     * @param low most steps down, as a number of 0 or less; {@code high} most steps up
     */
    Found nearest(int low, int high) {
        var start = new Point(0, atZero);
        if (isPast(start)) {
            return new Found(true, start);
        }
        var tried = new ArrayList<Point>(List.of(start));
        Point best = null;
        for (int end : new int[] {low, high}) {
            Point inner = start;
            for (double look : LOOKS) {
                int steps = (int) Math.round(look * end);
                if (steps == inner.steps() || (best != null && Math.abs(inner.steps()) >= Math.abs(best.steps()))) {
                    continue;
                }
                Point outer = at(steps, tried);
                if (isPast(outer)) {
                    Point crossing = between(inner, outer);
                    best = best == null || Math.abs(crossing.steps()) < Math.abs(best.steps()) ? crossing : best;
                    break;
                }
                inner = outer;
            }
        }
        return best != null ? new Found(true, best) : new Found(false, nearestTo(tried));
    }

    private Point at(int steps, List<Point> tried) {
        var point = new Point(steps, function.applyAsDouble(steps));
        tried.add(point);
        return point;
    }

    private Point nearestTo(List<Point> tried) {
        Point nearest = tried.getFirst();
        for (Point point : tried) {
            // what is no number is never nearer
            if (Math.abs(point.value() - target) < Math.abs(nearest.value() - target)) {
                nearest = point;
            }
        }
        return nearest;
    }

    /** @param before not yet past the target, {@code after} past it */
    private Point between(Point before, Point after) {
        Point inner = before;
        Point outer = after;
        boolean byLine = true;
        while (Math.abs(outer.steps() - inner.steps()) > 1) {
            int steps = byLine ? onLine(inner, outer) : (inner.steps() + outer.steps()) / 2;
            var middle = new Point(steps, function.applyAsDouble(steps));
            if (isPast(middle)) {
                outer = middle;
            } else {
                inner = middle;
            }
            byLine = !byLine;
        }
        return outer;
    }

    /** Where the straight line through both meets the target, strictly between them. */
    private int onLine(Point inner, Point outer) {
        double share = (target - inner.value()) / (outer.value() - inner.value());
        int width = outer.steps() - inner.steps();
        int towards = (int) (Double.isFinite(share) ? Math.ceil(share * Math.abs(width)) : Math.abs(width) / 2.0);
        return inner.steps() + Integer.signum(width) * Math.clamp(towards, 1, Math.abs(width) - 1);
    }

    private boolean isPast(Point point) {
        return atZero < target ? point.value() >= target : point.value() <= target;
    }
}
