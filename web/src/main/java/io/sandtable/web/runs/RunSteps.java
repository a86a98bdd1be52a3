package io.sandtable.web.runs;

import io.sandtable.web.Words;
import io.sandtable.web.page.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The four steps that a person waits for, and which stages of the run belong to each. */
final class RunSteps {
    private static final List<List<String>> STAGES = List.of(
            List.of("start", "load", "snapshot", "understand"),
            List.of("compile", "plans"),
            List.of("check"),
            List.of("sensitivity"));
    private static final List<String> KEYS = List.of("read", "plan", "check", "drivers");

    private RunSteps() {}

    /** The line of steps; none is under way before the first stage. */
    static List<Step> at(@Nullable String stage, Words words) {
        int now = position(stage);
        return IntStream.range(0, KEYS.size())
                .mapToObj(i -> new Step(
                        words.say("runs.step." + KEYS.get(i)),
                        i < now ? Step.State.DONE : i == now ? Step.State.NOW : Step.State.TODO,
                        null))
                .toList();
    }

    /** Which step the stage belongs to, from 0; −1 before any. A stage that comes after them belongs to the last. */
    static int position(@Nullable String stage) {
        if (stage == null) {
            return -1;
        }
        return IntStream.range(0, STAGES.size())
                .filter(i -> STAGES.get(i).contains(stage))
                .findFirst()
                .orElse(STAGES.size() - 1);
    }
}
