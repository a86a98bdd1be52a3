package io.sandtable.simulation.difference;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;

/** One of two plans that are compared, with the problem it solves and its books. */
public record Side(PlanningProblem problem, Plan plan, Ledger ledger) {
    /** A plan as it was evaluated. */
    public static Side of(PlanningProblem problem, Evaluation evaluation) {
        return new Side(problem, evaluation.plan(), evaluation.ledger());
    }

    /** The last day whose postings count. */
    LocalDate lastDay() {
        return problem.asOf().plusDays(problem.horizonDays() - 1L);
    }

    boolean counts(Posting posting) {
        return !posting.date().isAfter(lastDay());
    }

    /** The figure's postings in the horizon, income counted up; cash is all that is posted on the other side of it. */
    Money total(DifferenceFigure figure) {
        long fen = 0;
        for (Posting posting : ledger.postings()) {
            if (figure.accounts().contains(posting.account()) && counts(posting)) {
                fen -= posting.amount().minor();
            }
        }
        return Money.fen(fen);
    }
}
