package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wear that can be worked out on paper. Thirty orders of 100 kg, one due each day, one stroke a kilogram that enters; the mould has 2,000 of
 * its 10,000 strokes left. With good shares g₀ at no stroke and g₁ at the last one, falling in a straight line, a lot that begins after s
 * strokes takes 100 / (g₀ − (g₀ − g₁) s / 10,000).
 */
class ToolWearTest {
    private static final int ORDERS = 30;
    private static final double LIFE = 10_000;
    private static final double USED = 8_000;
    private static final int SHIFT = 8 * 60;
    private static final double MINUTES_A_KILOGRAM = 3;

    private static ProblemBuilder company(double fresh, double worn) {
        ProblemBuilder problem = aProblem()
                .item("粉件", i -> i.kilograms())
                .machine("压机", m -> m.roundTheClock())
                .tool("模", tool -> tool.life(LIFE, USED).wear("0=%s;1=%s".formatted(fresh, worn)))
                .make("粉件", step -> step.on("压机", MINUTES_A_KILOGRAM).with("模"));
        for (int i = 0; i < ORDERS; i++) {
            problem.demand("SO-%02d".formatted(i), "粉件", 100, i);
        }
        return problem;
    }

    /** What enters each lot that the old mould lives to press. */
    private static List<Double> byHand(double fresh, double worn) {
        var entering = new ArrayList<Double>();
        for (double strokes = USED; ; ) {
            double in = 100 / ((fresh - (fresh - worn) * strokes / LIFE) / 100);
            if (strokes + in > LIFE) {
                return entering;
            }
            entering.add(in);
            strokes += in;
        }
    }

    private static List<Operation> pressed(PlanningProblem problem, Levers levers) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, levers, Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan.lots().stream()
                .sorted(Comparator.comparingInt(Lot::start))
                .map(lot -> lot.operations().getFirst())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"96, 96", "100, 80", "99, 60", "98.5, 97"})
    void yield_isThatOfTheStrokesBefore_toATenthOfAPoint(double fresh, double worn) {
        List<Double> byHand = byHand(fresh, worn);

        List<Operation> pressed = pressed(company(fresh, worn).build(), Levers.today());

        assertThat(pressed).hasSameSizeAs(byHand);
        for (int i = 0; i < byHand.size(); i++) {
            Operation operation = pressed.get(i);
            assertThat(100 * operation.quantityOut() / operation.quantityIn())
                    .as("order %d", i)
                    .isCloseTo(100 * 100 / byHand.get(i), within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({"96, 96", "100, 80", "99, 60", "98.5, 97"})
    void replacement_isUsedFromTheDayOnWhichTheOldOneIsWornOut(double fresh, double worn) {
        int last = byHand(fresh, worn).size();
        PlanningProblem problem = company(fresh, worn)
                .toolForSale("模", i -> i.price(50_000).leadDays(last))
                .build();

        List<Operation> pressed = pressed(problem, Levers.today().withInvestments(List.of(0)));

        assertThat(pressed).hasSize(ORDERS);
        List<Operation> fromTheNewOne =
                pressed.stream().filter(o -> o.tool() == 1).toList();
        assertThat(fromTheNewOne).hasSize(ORDERS - last);
        // the order after the last that the old one lives for is due at the end of day "last", and done just in time
        int byHandStart = (int) ((last + 1) * DAY - MINUTES_A_KILOGRAM * 100 / (fresh / 100));
        assertThat(fromTheNewOne.getFirst().start()).isCloseTo(byHandStart, within(SHIFT));
    }

    @Test
    void theSumOfStrokes_isWhatTheIntegralSays() {
        // 100 at no stroke, 80 at the last: dn = (1 − 0.2 s / 10,000) / 100 ds from 8,000 to 10,000 is 16.4 orders
        assertThat(byHand(100, 80)).hasSize(16);
    }
}
