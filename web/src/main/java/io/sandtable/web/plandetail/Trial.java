package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.BrokenRule;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.Measure;
import io.sandtable.web.ask.PlanSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What decisions by hand would cost: the plan carried on around them, next to the plan as it is. Nothing is kept. */
@Component
class Trial {
    private static final Set<KeyFigure> ALWAYS_SHOWN =
            EnumSet.of(KeyFigure.ON_TIME, KeyFigure.GROSS_MARGIN, KeyFigure.CASH_LOW);

    private final PlanSearch search;

    Trial(PlanSearch search) {
        this.search = search;
    }

    /** The plan before and after. */
    record Price(ShownPlan shown, PlanningProblem problem, Evaluation after) {
        Evaluation before() {
            return shown.evaluation();
        }

        /** Figures that differ, and those everybody looks at first. */
        List<Figure> figures(Words words) {
            var figures = new Figures(words.language());
            var rows = new ArrayList<Figure>();
            for (KeyFigure figure : KeyFigure.values()) {
                Measure was = figure.of(before().kpis());
                Measure is = figure.of(after.kpis());
                boolean differs = !was.equals(is);
                if (differs || ALWAYS_SHOWN.contains(figure)) {
                    rows.add(new Figure(
                            words.say(figure.key()),
                            was.brief(figures),
                            is.brief(figures),
                            differs ? is.difference(was, figures) : null));
                }
            }
            return rows;
        }

        /** Orders that leave on another day, or no longer, or again. */
        List<MovedOrder> moved() {
            var was = new Deliveries(shown.problem(), shown.plan());
            var is = new Deliveries(problem, after.plan());
            var moved = new ArrayList<MovedOrder>();
            for (Demand demand : problem.demands()) {
                LocalDate before = day(was, demand);
                LocalDate later = day(is, demand);
                if (before == null ? later != null : !before.equals(later)) {
                    moved.add(
                            new MovedOrder(demand.id(), demand.number(), problem.day(demand.due() - 1), before, later));
                }
            }
            return moved;
        }

        private @Nullable LocalDate day(Deliveries deliveries, Demand demand) {
            return deliveries.isShort(demand) ? null : problem.day(Math.max(0, deliveries.lastMinute(demand) - 1));
        }

        List<String> broken(Words words) {
            return BrokenRule.of(after.violations(), shown.answer().snapshot(), words).stream()
                    .map(BrokenRule::sentence)
                    .toList();
        }
    }

    /**
     * A figure before and after, in words.
     *
     * @param difference null where there is none
     */
    record Figure(
            String name,
            String before,
            String after,
            @Nullable String difference) {}

    /**
     * An order that leaves on another day.
     *
     * @param before null where it was never delivered in full; {@code after} likewise
     */
    record MovedOrder(
            String id,
            String number,
            LocalDate due,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    /**
     * What the plan would become with those decisions, and without those that are taken back.
     *
     * @param withdrawn ids of decisions that it rests on
     * @throws io.sandtable.simulation.scenario.InterventionRefused where no plan could keep them
     */
    Price price(ShownPlan shown, List<Intervention> added, Collection<String> withdrawn) {
        PlanningProblem problem = problem(shown, decided(shown, added, withdrawn));
        return new Price(
                shown,
                problem,
                search.carryOn(
                        problem, shown.alternative(), shown.answer().question().seed()));
    }

    /** @throws io.sandtable.simulation.scenario.InterventionRefused where no plan could keep them together */
    static PlanningProblem problem(ShownPlan shown, List<Intervention> decided) {
        var compiler = new InterventionCompiler(
                shown.answer().scenario().decidingByHand(List.of()).compile());
        decided.forEach(compiler::add);
        return compiler.problem();
    }

    /** All that is decided about the plan then. */
    static List<Intervention> decided(ShownPlan shown, List<Intervention> added, Collection<String> withdrawn) {
        return Stream.concat(
                        shown.answer().question().interventions().stream().filter(i -> !withdrawn.contains(i.id())),
                        added.stream())
                .toList();
    }
}
