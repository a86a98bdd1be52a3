package io.sandtable.web.decide;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.Proposal;
import io.sandtable.web.ask.Standing;
import io.sandtable.web.people.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision for the page.
 *
 * @param status as in {@code parts :: status}: met, confirm, broken or plain
 * @param acts what could be done now, with why this person may not where she may not
 * @param changes of the data that stand in the proposal
 * @param later changes after it: while it waits those up to now, then those that stand in the approval
 * @param seen the last of them, which an approval counts for
 * @param places of its leaves in the log, in words
 */
public record DecisionView(
        String title,
        String status,
        List<Act> acts,
        List<DecideView.Condition> conditions,
        List<Standing.Step> steps,
        List<Proposal.Override> overrides,
        List<Proposal.Run> runs,
        List<DecideView.Happened> changes,
        List<DecideView.Happened> later,
        long seen,
        String asOf,
        String snapshot,
        String resultHash,
        String recordHash,
        String places,
        String earlierCheckpoint,
        String checkpoint,
        String engine,
        String seed) {
    /** {@code why} is null where she may. */
    public record Act(String code, @Nullable String why) {}

    static DecisionView of(
            RecordedDecision decision, Answer answer, Person person, Decisions decisions, Language language) {
        Alternative plan = Decisions.plan(answer, decision.kept().planLetter());
        List<Proposal.Change> later = decision.kept().state() == DecisionState.PROPOSED
                ? decisions.changesSince(decision)
                : decision.changedAtApproval();
        return new DecisionView(
                new AnswerTable(answer, language).title(plan),
                switch (decision.kept().state()) {
                    case PROPOSED -> "confirm";
                    case APPROVED, RELEASED, RECALLED, ISSUED, DELIVERED -> "met";
                    case RETURNED, WITHDRAWN -> "plain";
                },
                acts(decision.kept(), person, decisions, language),
                DecideView.conditions(answer, language),
                decision.steps(),
                decision.overrides(),
                decision.runs(),
                DecideView.happened(decision.changedSince(), language),
                DecideView.happened(later, language),
                Decisions.last(later),
                answer.asOf().toString(),
                answer.snapshot().hash(),
                decision.chosenHash(),
                decision.recordHash(),
                String.join(
                        language.choose("、", ", "),
                        decision.places().stream().map(String::valueOf).toList()),
                decision.earlierCheckpoint(),
                decision.checkpoint(),
                decision.record().get("engine").get("version").asString(),
                decision.record().get("engine").get("seed").asString());
    }

    /** Those that the state still allows. */
    private static List<Act> acts(KeptDecision decision, Person person, Decisions decisions, Language language) {
        var acts = new ArrayList<Act>();
        for (var act : io.sandtable.web.decide.Act.values()) {
            if (act.ofPeople() && decision.state().after(act).isPresent()) {
                acts.add(new Act(
                        act.code(),
                        decisions
                                .why(decision, act, person)
                                .map(refusal -> Words.in(language)
                                        .say(
                                                "problem." + refusal.code(),
                                                refusal.arguments().toArray()))
                                .orElse(null)));
            }
        }
        return acts;
    }

    /** What could be done with the act's code, null where the state does not allow it. */
    public @Nullable Act act(String code) {
        return acts.stream().filter(a -> a.code().equals(code)).findFirst().orElse(null);
    }
}
