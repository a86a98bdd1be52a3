package io.sandtable.web.runs;

import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.LiveRun;
import io.sandtable.web.page.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run under way or waiting, worded.
 *
 * @param lastEvent number of the last event that this view knows
 * @param place words of its place in the queue; null once it has begun
 * @param startedAt when it left the queue, null before
 * @param used time since then, in words
 * @param expected what such runs took before, in words that say so
 * @param best the best so far in words, null before the first plan
 * @param ending what a person has asked for that is not done yet; null where nothing
 * @param heard what a screen reader hears after a step; null while it waits
 */
record RunView(
        String id,
        long lastEvent,
        List<Step> steps,
        @Nullable String place,
        @Nullable Instant startedAt,
        @Nullable String used,
        String expected,
        List<PlanCard> cards,
        @Nullable String best,
        @Nullable String ending,
        @Nullable String heard) {
    /** The number of the last event is taken first: what happens meanwhile is told again rather than missed. */
    static RunView of(
            Inquiry inquiry,
            LiveRun run,
            int waitingBefore,
            Optional<Instant> startedAt,
            Optional<Inquiries.UsualTime> usual,
            Instant now,
            Words words) {
        long lastEvent = run.lastEvent();
        String stage = run.stage();
        var figures = new Figures(words.language());
        List<Step> steps = RunSteps.at(stage, words);
        return new RunView(
                inquiry.id(),
                lastEvent,
                steps,
                stage != null
                        ? null
                        : waitingBefore == 0 ? words.say("runs.next") : words.say("runs.before", waitingBefore),
                startedAt.orElse(null),
                startedAt
                        .map(at -> figures.seconds(
                                Math.max(0, Duration.between(at, now).toSeconds())))
                        .orElse(null),
                usual.map(u -> words.say(
                                "runs.usual",
                                figures.seconds(
                                        Math.max(1, Math.round(u.median().toMillis() / 1000.0))),
                                u.runs()))
                        .orElseGet(() -> words.say("runs.usual.none")),
                PlanCard.of(run, words),
                best(run, words),
                run.isCancelled()
                        ? words.say("runs.ending.cancel")
                        : run.isContent() ? words.say("runs.ending.best") : null,
                stage == null ? null : heard(steps, words));
    }

    private static @Nullable String best(LiveRun run, Words words) {
        LiveRun.BestSoFar best = run.best();
        return best == null ? null : words.say("runs.best", best.lateOrders());
    }

    private static String heard(List<Step> steps, Words words) {
        Optional<Step> done =
                steps.stream().filter(s -> s.state() == Step.State.DONE).reduce((first, second) -> second);
        Optional<Step> now =
                steps.stream().filter(s -> s.state() == Step.State.NOW).findFirst();
        String next = now.map(s -> words.say("runs.heard.now", s.label())).orElse("");
        return done.map(s -> words.say("runs.heard.done", s.label())
                                + words.language().choose("，", ", "))
                        .orElse("")
                + next;
    }
}
