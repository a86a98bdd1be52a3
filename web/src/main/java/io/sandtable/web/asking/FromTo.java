package io.sandtable.web.asking;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Statement;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import io.sandtable.simulation.scenario.InputShift;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Chip;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what to what a what-if moves the business: 提前期 4 → 6 天. */
final class FromTo {
    /** Of money and days; quantities are whole or as exact. */
    private static final int DECIMALS = 2;

    /** Kinds that move numbers; the others bind the plan. */
    private static final Set<Kind> CHANGES = EnumSet.of(Kind.DEMAND_CHANGE, Kind.PRICE_CHANGE, Kind.LEAD_TIME_CHANGE);

    private final Scenario today;
    private final Words words;
    private final Figures figures;

    private @Nullable PlanningProblem problem;

    FromTo(BusinessSnapshot snapshot, LocalDate asOf, long seed, Words words) {
        this.today = Scenario.of(snapshot, asOf, seed);
        this.words = words;
        this.figures = new Figures(words.language());
    }

    /** In words, one for each input; none where the condition binds the plan and moves no number, or cannot be obeyed. */
    List<String> of(Chip chip) {
        Statement statement = chip.statement();
        if (statement == null || !CHANGES.contains(statement.kind())) {
            return List.of();
        }
        var confirmed = new ConfirmedCondition(
                chip.id(), chip.sentence(), statement.kind().name(), Condition.of(statement), chip.by());
        try {
            PlanningProblem changed = today.confirming(List.of(confirmed)).compile();
            if (problem == null) {
                problem = today.compile();
            }
            return InputShift.between(problem, changed).stream().map(this::say).toList();
        } catch (ConditionRefused e) {
            // why it cannot be obeyed is said when it is run
            return List.of();
        }
    }

    private String say(InputShift shift) {
        return words.say(
                "asking.shift." + shift.input(),
                figure(shift.from()),
                figure(shift.to()),
                figures.number(shift.count()),
                shift.unit());
    }

    private String figure(double value) {
        return figures.fixed(value, value == Math.rint(value) ? 0 : DECIMALS);
    }
}
