package io.sandtable.bench;

import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the same data, question and seed give the same plans: again in the same home, and in a second one loaded from the files. */
final class RepeatBenchmark implements Benchmark {
    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        try (var homes = new Homes()) {
            Path home = homes.next();
            err.println("… first run");
            Answer first = ask(home);
            List<String> expected = hashes(first);
            long again = 0;
            for (int run = 1; run <= runs; run++) {
                err.println("… same home, run %d of %d".formatted(run, runs));
                again += differing(expected, hashes(ask(home)));
            }
            err.println("… second home");
            Answer elsewhere = ask(homes.next());
            return List.of(
                    new Figure("repeat.plans", expected.size(), "plans", Double.POSITIVE_INFINITY, 1),
                    Figure.never("repeat.same-home.differing", again, "plans", runs),
                    Figure.never("repeat.second-home.differing", differing(expected, hashes(elsewhere)), "plans", 1),
                    Figure.never(
                            "repeat.second-home.snapshot-differing",
                            first.snapshot().hash().equals(elsewhere.snapshot().hash()) ? 0 : 1,
                            "snapshots",
                            1));
        }
    }

    private static Answer ask(Path home) {
        try (var trial = Trial.over(home)) {
            return trial.ask();
        }
    }

    /** The baseline's and every plan's, in order. */
    private static List<String> hashes(Answer answer) {
        return Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .map(Alternative::resultHash)
                .toList();
    }

    private static long differing(List<String> expected, List<String> actual) {
        int longest = Math.max(expected.size(), actual.size());
        return IntStream.range(0, longest)
                .filter(i -> i >= expected.size()
                        || i >= actual.size()
                        || !expected.get(i).equals(actual.get(i)))
                .count();
    }
}
