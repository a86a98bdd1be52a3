package io.sandtable.web.ask;

import io.sandtable.rules.Statement;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.company.Business;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a rule would do before it is one: whether plans can obey it, and which plans made without it would break it. */
public final class RuleTrial {
    private static final String ID = "RUL-trial";

    private final String sentence;
    private final Statement statement;

    public RuleTrial(String sentence, Statement statement) {
        this.sentence = sentence;
        this.statement = statement;
    }

    /** Throws {@link io.sandtable.simulation.scenario.ConditionRefused} where no plan of that business could obey it. */
    public void requireObeyable(Business business, LocalDate asOf, int horizonDays, long seed) {
        new Scenario(business.snapshot(), asOf, horizonDays, seed)
                .confirming(Confirmation.of(List.of(sentence), List.of(ID), List.of(List.of(statement)), ""))
                .compile();
    }

    /** A plan that would break the rule as it is, and where. */
    public record Breach(Alternative plan, List<Violation> violations) {
        public Breach {
            violations = List.copyOf(violations);
        }
    }

    /** The plans of the answer, the baseline among them, that would break the rule as they are. */
    public List<Breach> breaches(Answer answer) {
        PlanningProblem problem = problem(answer);
        return answer.all().stream()
                .map(plan -> new Breach(
                        plan,
                        Evaluator.evaluate(problem, plan.evaluation().plan()).violations().stream()
                                .filter(v -> v.ruleId().equals(ID))
                                .toList()))
                .filter(breach -> !breach.violations().isEmpty())
                .toList();
    }

    /** The question with the rule beside its own conditions. */
    private PlanningProblem problem(Answer answer) {
        Question question = answer.question();
        var sentences = new ArrayList<>(question.sentences());
        var ruleIds = new ArrayList<>(question.ruleIds());
        var statements = new ArrayList<List<Statement>>();
        answer.understandings().forEach(u -> statements.add(u.statements()));
        sentences.add(sentence);
        ruleIds.add(ID);
        statements.add(List.of(statement));
        return new Scenario(answer.snapshot(), answer.asOf(), answer.problem().horizonDays(), question.seed())
                .confirming(Confirmation.of(sentences, ruleIds, statements, answer.confirmedBy()))
                .decidingByHand(question.interventions())
                .compile();
    }
}
