package io.sandtable.web.decide;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.DecidedByHand;
import io.sandtable.web.ask.Proposal;
import io.sandtable.web.inquiry.Inquiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be frozen if this plan is proposed.
 *
 * @param planId id of the plan that is reviewed: another plan under the same letter is not meant
 * @param broken every rule that the plan breaks, in sentences, must rules first
 * @param recommended the plan that the service would take, null where it is this one
 * @param changes what happened to the data since the run, in words
 * @param open the decision that speaks for the question already, null where there is none
 */
public record DecideView(
        String inquiry,
        String question,
        String letter,
        String title,
        String planId,
        boolean feasible,
        boolean compliant,
        List<String> broken,
        @Nullable String recommended,
        List<Condition> conditions,
        LocalDate asOf,
        String confirmedBy,
        @Nullable Instant confirmedAt,
        String snapshot,
        List<Proposal.Run> runs,
        List<Happened> changes,
        @Nullable KeptDecision open,
        List<Tab> others) {
    /** A condition as it was understood. {@code strength} is must, prefer or null for an assumption; {@code said} are the words it came from. */
    public record Condition(
            String sentence, String said, @Nullable String strength, boolean fromRuleBook) {}

    /** A change of the data. */
    public record Happened(Instant at, String words) {}

    /** Another plan that could be chosen. */
    public record Tab(String letter, String title, boolean here) {}

    static DecideView of(
            Inquiry inquiry,
            Answer answer,
            Alternative plan,
            List<Proposal.Run> runs,
            List<Proposal.Change> changes,
            @Nullable KeptDecision open,
            Language reader) {
        var table = new AnswerTable(answer, reader);
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(answer.baseline().letter(), table.title(answer.baseline()), plan == answer.baseline()));
        answer.plans().forEach(p -> tabs.add(new Tab(p.letter(), table.title(p), plan == p)));
        return new DecideView(
                inquiry.id(),
                inquiry.text(),
                plan.letter(),
                table.title(plan),
                plan.id(),
                plan.feasible(),
                plan.compliant(),
                table.violations(plan),
                plan == answer.recommended() ? null : table.title(answer.recommended()),
                conditions(answer, reader),
                answer.asOf(),
                answer.confirmedBy(),
                inquiry.confirmedAt(),
                answer.snapshot().hash(),
                runs,
                happened(changes, reader),
                open,
                tabs);
    }

    static List<Condition> conditions(Answer answer, Language reader) {
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < answer.understandings().size(); i++) {
            for (Statement statement : answer.understandings().get(i).statements()) {
                conditions.add(new Condition(
                        reader.choose(
                                        statement.paraphrase().zh(),
                                        statement.paraphrase().en())
                                + (statement.isReadByModel() ? Words.in(reader).say("part.model.after") : ""),
                        answer.question().sentences().get(i),
                        strength(statement.modality()),
                        !answer.question().ruleIds().get(i).isEmpty()));
            }
        }
        for (DecidedByHand decided : DecidedByHand.all(answer, reader)) {
            conditions.add(new Condition(decided.said(), decided.reason(), "must", false));
        }
        return conditions;
    }

    static @Nullable String strength(@Nullable Modality modality) {
        return modality == Modality.MUST ? "must" : modality == Modality.PREFER ? "prefer" : null;
    }

    static List<Happened> happened(List<Proposal.Change> changes, Language reader) {
        Words words = Words.in(reader);
        return changes.stream()
                .map(c -> new Happened(
                        c.at(),
                        words.knows("revision." + c.code())
                                ? words.say(
                                        "revision." + c.code(), c.arguments().toArray())
                                : words.say("revision.other", c.code())))
                .toList();
    }
}
