package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Faults;
import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Inquiries.RunNote;
import io.sandtable.web.inquiry.Inquiry.Problem;
import io.sandtable.web.inquiry.Inquiry.State;
import io.sandtable.web.service.Patience;
import io.sandtable.web.settings.RunSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue with a real database, and runs that end as each test likes. */
class RunQueueTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC);

    private final ServiceDatabase database = new ServiceDatabase();
    private final Inquiries inquiries = database.inquiries(CLOCK);
    private final ScriptedPlanning planning = new ScriptedPlanning();
    private RunQueue queue = queue();

    /** Keeps its run until it may go on, then ends as it is told. */
    private static final class ScriptedPlanning implements Planning {
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean holding;
        private volatile @Nullable Error error;
        private volatile int runs;

        @Override
        public long plan(Inquiry inquiry, LiveRun run, Runnable mayGoOn, BooleanSupplier enough) {
            runs++;
            while (holding && !enough.getAsBoolean()) {
                try {
                    goOn.await(10, java.util.concurrent.TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            mayGoOn.run();
            Error thrown = error;
            if (thrown != null) {
                throw thrown;
            }
            return 7;
        }
    }

    private RunQueue queue() {
        var queue = new RunQueue(
                inquiries,
                planning,
                new Faults(),
                new RunSettings(8, 1),
                List.of(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1)));
        queue.start();
        return queue;
    }

    @AfterEach
    void stop() {
        queue.stop();
    }

    private Inquiry draft() {
        return inquiries.add("demo", Language.ZH, "li", LocalDate.of(2026, 11, 21), 1, List.of());
    }

    private Inquiry ended(Inquiry asked) {
        until(() -> queue.findRun(asked.id()).isEmpty());
        return inquiries.getInquiry(asked.id());
    }

    private static void until(BooleanSupplier reached) {
        assertThat(Patience.until(Duration.ofSeconds(30), reached)).isTrue();
    }

    private List<@Nullable String> endings(Inquiry asked) {
        return inquiries.listRuns(asked.id()).stream()
                .map(RunNote::endedBecause)
                .toList();
    }

    /** As an end of the service leaves it: under way, and nobody works on it. */
    private Inquiry cutShort(Inquiry asked) {
        planning.holding = true;
        if (asked.state() == State.DRAFT) {
            queue.submit(asked, "li");
        } else {
            queue.resume();
        }
        until(() -> inquiries.getInquiry(asked.id()).state() == State.RUNNING);
        queue.stop();
        planning.holding = false;
        queue = queue();
        return inquiries.getInquiry(asked.id());
    }

    @Test
    void runThatEndsByAnError_hasFailedAndTheNextOneRuns() {
        planning.error = new StackOverflowError("for a test");
        Inquiry first = queue.submit(draft(), "li");
        Inquiry failed = ended(first);
        planning.error = null;

        Inquiry done = ended(queue.submit(draft(), "li"));

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).extracting(Problem::code).isEqualTo("problem.RUN_FAILED");
        assertThat(endings(first)).containsExactly("failed");
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.revision()).isEqualTo(7);
    }

    @Test
    void end_isWrittenOnceTheDatabaseCanWriteAgain() {
        planning.holding = true;
        Inquiry asked = queue.submit(draft(), "li");
        until(() -> planning.runs == 1);

        database.fail(3);
        planning.holding = false;

        assertThat(ended(asked).state()).isEqualTo(State.DONE);
    }

    @Test
    void endThatCouldNotBeWritten_isCancelledByAPerson() {
        planning.holding = true;
        Inquiry asked = queue.submit(draft(), "li");
        until(() -> planning.runs == 1);
        database.fail(4);
        planning.holding = false;
        Inquiry left = ended(asked);

        queue.cancel(asked.id());

        assertThat(left.state()).isEqualTo(State.RUNNING);
        assertThat(inquiries.getInquiry(asked.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(endings(asked)).containsExactly("cancelled");
    }

    @Test
    void interruptedRun_isRunAgainButNotForEver() {
        Inquiry asked = draft();
        for (int i = 0; i < RunQueue.MOST_INTERRUPTIONS; i++) {
            asked = cutShort(asked);
        }

        queue.resume();
        Inquiry given = ended(asked);
        List<@Nullable String> endings = endings(given);
        Inquiry again = ended(queue.submit(given, "li"));

        assertThat(planning.runs).isEqualTo(RunQueue.MOST_INTERRUPTIONS + 1);
        assertThat(given.state()).isEqualTo(State.FAILED);
        assertThat(given.problem()).isEqualTo(new Problem("problem.RUN_INTERRUPTED", List.of()));
        assertThat(endings).containsExactly("interrupted", "interrupted", "failed");
        assertThat(again.state()).isEqualTo(State.DONE);
    }

    @Test
    void place_isThatOfTheTurnNotOfTheNumber() {
        planning.holding = true;
        Inquiry early = draft();
        queue.submit(draft(), "li");
        until(() -> planning.runs == 1);

        Inquiry first = queue.submit(draft(), "li");
        queue.submit(early, "li");

        assertThat(queue.waitingBefore(first.id())).isZero();
        assertThat(queue.waitingBefore(early.id())).isEqualTo(1);
        queue.cancel(first.id());
        assertThat(queue.waitingBefore(early.id())).isZero();
    }

    @Test
    void resume_leavesAloneWhatHasARun() {
        planning.holding = true;
        Inquiry early = queue.submit(draft(), "li");
        Inquiry waiting = queue.submit(draft(), "li");
        until(() -> planning.runs == 1);

        queue.resume();
        planning.holding = false;

        assertThat(ended(early).state()).isEqualTo(State.DONE);
        assertThat(ended(waiting).state()).isEqualTo(State.DONE);
        assertThat(planning.runs).isEqualTo(2);
        assertThat(endings(early)).containsExactly("done");
        assertThat(endings(waiting)).containsExactly("done");
    }

    @Test
    void resume_endsNoStart_whateverTheDatabaseSays() {
        Inquiry later = cutShort(draft());
        Inquiry earlier = pending(draft());

        // the list is read; the first in it is not
        database.failAfter(1, 1);
        queue.resume();
        Inquiry resumed = ended(later);
        Inquiry left = inquiries.getInquiry(earlier.id());
        database.fail(1);
        queue.resume();
        queue.resume();

        assertThat(resumed.state()).isEqualTo(State.DONE);
        assertThat(left.state()).isEqualTo(State.QUEUED);
        assertThat(ended(earlier).state()).isEqualTo(State.DONE);
    }

    /** As a kill leaves what waited. */
    private Inquiry pending(Inquiry draft) {
        Inquiry queued = draft.confirmed("li", inquiries.after(draft));
        inquiries.change(draft, queued);
        inquiries.runQueued(queued.id(), "li");
        return queued;
    }
}
