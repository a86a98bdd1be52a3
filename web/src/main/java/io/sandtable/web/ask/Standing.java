package io.sandtable.web.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a decision is, as its report says.
 *
 * @param number audit number, or what stands in its place before there is one
 * @param plan that the report speaks for
 * @param chosen whether a person chose it; otherwise it is only recommended
 * @param steps what happened to it, the proposal first
 * @param changedSince what happened to the data after the run and before the proposal
 * @param changedAtApproval what happened to it after that and before the approval
 * @param recordHash SHA-256 of the record, null before it is logged
 * @param anchors signed checkpoints of the log that the report carries out of the house
 */
public record Standing(
        String number,
        State state,
        Alternative plan,
        boolean chosen,
        String proposer,
        List<Step> steps,
        List<Proposal.Override> overrides,
        List<Proposal.Change> changedSince,
        List<Proposal.Change> changedAtApproval,
        @Nullable String recordHash,
        List<Anchor> anchors) {
    /** Worded as {@code report.status.…}. */
    public enum State {
        DRAFT,
        PROPOSED,
        APPROVED,
        RELEASED,
        RECALLED,
        ISSUED,
        DELIVERED,
        RETURNED,
        WITHDRAWN
    }

    /** A signed checkpoint and what it is, worded as {@code report.anchor.…}; {@code on} is the day it left the house, if it did. */
    public record Anchor(String code, @Nullable LocalDate on, String checkpoint) {}

    /** Who did what, when, and what she said to it; {@code note} may be empty. */
    public record Step(State state, String by, Instant at, String note) {}

    public Standing {
        steps = List.copyOf(steps);
        overrides = List.copyOf(overrides);
        changedSince = List.copyOf(changedSince);
        changedAtApproval = List.copyOf(changedAtApproval);
        anchors = List.copyOf(anchors);
    }

    /** That of an answer from the command line: recorded, nobody has chosen. */
    static Standing recommended(Answer answer, Decision decision) {
        return new Standing(
                decision.number(),
                State.PROPOSED,
                answer.recommended(),
                false,
                answer.confirmedBy(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                decision.recordHash(),
                List.of(new Anchor("record", null, decision.checkpoint())));
    }

    /** The last step of that kind. */
    @Nullable
    Step step(State reached) {
        return steps.stream().filter(s -> s.state() == reached).findFirst().orElse(null);
    }
}
