package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.sensitivity.global.InParallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Where two plans come to the same figure while one input moves: on one side of it one plan is better, on the other side the other.
 *
 * @param at the difference from today, in the input's unit; the nearest to today there is in the range, right to a millionth of the
 *     input's unit
 * @param before what the first plan is ahead of the second at the end of that millionth that is nearer to today, {@code after} at the other
 *     end; both re-simulated, in the figure's unit, of different sign (or 0). A figure may jump there: an order that turns late
 */
public record BreakEven(Range range, double at, double before, double after) {
    /** How exactly it is found, in the input's unit. */
    static final double EXACT = 1e-6;

    private static final Comparator<BreakEven> NEAREST_FIRST = Comparator.comparingDouble(BreakEven::share)
            .thenComparing(b -> b.range().dimension());

    /** How far beside a crossing is looked, as a part of {@link #EXACT}: less than half, so that two looks beside it are near enough. */
    private static final double BESIDE = 0.4;

    /** Equal parts of the way to each end in which a change of sign is looked for; two within one part are missed. */
    private static final int LOOKS = 8;

    /** How far it is, as a share of the way from today to the end of the range. */
    public double share() {
        double end = at < 0 ? range.low() : range.high();
        return at == 0 ? 0 : Math.abs(at / end);
    }

    /**
     * The nearest break-even of two plans for each input that has one in its range, the nearest first as a share of the range.
     *
     * @param one and {@code other} plans of the same scenario, asked in the same mode
     */
    public static List<BreakEven> between(
            PlanResponse one, PlanResponse other, List<Range> ranges, Kpi kpi, int threads)
            throws InterruptedException {
        if (one.mode() != other.mode()) {
            throw new IllegalArgumentException("One plan was to be %s and the other %s; ask both in the same mode."
                    .formatted(one.mode().id(), other.mode().id()));
        }
        double ahead = kpi.of(one.kpis(List.of())) - kpi.of(other.kpis(List.of()));
        var tasks = new ArrayList<Callable<Optional<BreakEven>>>();
        for (Range range : ranges) {
            tasks.add(() -> new Search(one, other, range, kpi).nearest(ahead));
        }
        return InParallel.of(threads, tasks).stream()
                .flatMap(Optional::stream)
                .sorted(NEAREST_FIRST)
                .toList();
    }

    private record Search(PlanResponse one, PlanResponse other, Range range, Kpi kpi) {
        Optional<BreakEven> nearest(double ahead) {
            if (ahead == 0) {
                return Optional.of(new BreakEven(range, 0, 0, 0));
            }
            double below = 0;
            double belowAhead = ahead;
            double above = 0;
            double aboveAhead = ahead;
            for (int look = 1; look <= LOOKS; look++) {
                double down = range.low() * look / LOOKS;
                double up = range.high() * look / LOOKS;
                double downAhead = down < 0 ? ahead(down) : ahead;
                double upAhead = up > 0 ? ahead(up) : ahead;
                var crossings = new ArrayList<BreakEven>();
                if (crosses(belowAhead, downAhead)) {
                    crossings.add(narrowed(below, belowAhead, down, downAhead));
                }
                if (crosses(aboveAhead, upAhead)) {
                    crossings.add(narrowed(above, aboveAhead, up, upAhead));
                }
                if (!crossings.isEmpty()) {
                    return crossings.stream().min(NEAREST_FIRST);
                }
                below = down;
                belowAhead = downAhead;
                above = up;
                aboveAhead = upAhead;
            }
            return Optional.empty();
        }

        private double ahead(double at) {
            return kpi.of(one.kpis(PlanSweep.moves(range, at))) - kpi.of(other.kpis(PlanSweep.moves(range, at)));
        }

        private static boolean crosses(double near, double far) {
            return near * far <= 0 && !(near == 0 && far == 0);
        }

        /** A point just before where the straight line crosses, one just behind it, and the middle in turn, because a plan's figures jump. */
        private BreakEven narrowed(double near, double nearAhead, double far, double farAhead) {
            double inner = near;
            double innerAhead = nearAhead;
            double outer = far;
            double outerAhead = farAhead;
            double side = Math.copySign(EXACT * BESIDE, far - near);
            for (int step = 0; Math.abs(outer - inner) > EXACT; step++) {
                double crossing = inner + (outer - inner) * innerAhead / (innerAhead - outerAhead);
                double at = switch (step % 3) {
                    case 0 -> inside(crossing - side, inner, outer);
                    case 1 -> inside(crossing + side, inner, outer);
                    default -> (inner + outer) / 2;
                };
                double ahead = ahead(at);
                if (crosses(innerAhead, ahead)) {
                    outer = at;
                    outerAhead = ahead;
                } else {
                    inner = at;
                    innerAhead = ahead;
                }
            }
            return new BreakEven(range, outer, innerAhead, outerAhead);
        }

        private static double inside(double at, double inner, double outer) {
            double least = Math.min(inner, outer) + EXACT * BESIDE;
            double most = Math.max(inner, outer) - EXACT * BESIDE;
            return least < most ? Math.clamp(at, least, most) : (inner + outer) / 2;
        }
    }
}
