package io.sandtable.web.ask;

import io.sandtable.web.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the stages of a question one after the other, tells the person which one is under way, and keeps how long each took. */
final class Stopwatch {
    private final Clock clock;
    private final Progress progress;
    private final List<Stage> stages = new ArrayList<>();

    Stopwatch(Clock clock, Progress progress, List<Stage> before) {
        this.clock = clock;
        this.progress = progress;
        stages.addAll(before);
    }

    <T> T time(String stage, Supplier<T> work) {
        progress.begins(stage);
        Instant start = clock.instant();
        T result = work.get();
        stages.add(new Stage(stage, Duration.between(start, clock.instant()).toMillis()));
        return result;
    }

    List<Stage> stages() {
        return stages;
    }
}
