package io.sandtable.web.ripple;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.simulation.ripple.Response;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that could be done, with the plan that comes of it, against the plan in which nothing is done.
 *
 * @param onTime the orders that are hurt when nothing is done and are on time now
 * @param missed orders that are late or short, {@code missedBefore} when nothing is done
 * @param lateDays of all orders together, {@code lateDaysBefore} when nothing is done
 * @param cost what it takes from gross margin less penalties; below zero where it earns
 */
public record PricedResponse(
        Response response,
        Evaluation evaluation,
        List<Demand> onTime,
        int missedBefore,
        int missed,
        long lateDaysBefore,
        long lateDays,
        Money cost) {
    /** Yuan below which nobody would call it a saving. */
    private static final long NOTICEABLE_FEN = 100_00;

    public PricedResponse {
        onTime = List.copyOf(onTime);
    }

    static PricedResponse of(RippleAnswer answer, Response response, PlanningProblem problem, Evaluation evaluation) {
        Kpis nothing = answer.doNothing().kpis();
        Kpis mine = evaluation.kpis();
        var deliveries = new Deliveries(problem, evaluation.plan());
        Map<String, Demand> demands =
                problem.demands().stream().collect(Collectors.toMap(Demand::id, Function.identity()));
        List<Demand> onTime = answer.consequences().hurt().stream()
                .map(OrderHit::demand)
                .flatMap(demand -> Stream.ofNullable(demands.get(demand.id())))
                .filter(deliveries::isOnTime)
                .toList();
        return new PricedResponse(
                response,
                evaluation,
                onTime,
                nothing.missedOrders(),
                mine.missedOrders(),
                lateDays(answer.consequences().problem(), answer.doNothing().plan()),
                lateDays(problem, evaluation.plan()),
                worth(nothing).minus(worth(mine)));
    }

    /** Whether it is another plan that leaves nobody worse off, and somebody better. */
    boolean helps(RippleAnswer answer) {
        Plan nothing = answer.doNothing().plan();
        Plan mine = evaluation.plan();
        boolean differs = response.kind() == Response.Kind.RE_PROMISE
                || !mine.lots().equals(nothing.lots())
                || !mine.purchases().equals(nothing.purchases())
                || !mine.deliveries().equals(nothing.deliveries());
        boolean worse = missed > missedBefore || (missed == missedBefore && lateDays > lateDaysBefore);
        boolean better = missed < missedBefore || lateDays < lateDaysBefore || cost.minor() <= -NOTICEABLE_FEN;
        return differs && !worse && better;
    }

    /** What a plan earns: gross margin less penalties. */
    static Money worth(Kpis kpis) {
        return kpis.grossMargin().minus(kpis.penalties());
    }

    private static long lateDays(PlanningProblem problem, Plan plan) {
        var deliveries = new Deliveries(problem, plan);
        return problem.demands().stream()
                .filter(deliveries::isLate)
                .mapToLong(d -> problem.day(deliveries.lastMinute(d) - 1).toEpochDay()
                        - problem.day(d.due() - 1).toEpochDay())
                .sum();
    }
}
