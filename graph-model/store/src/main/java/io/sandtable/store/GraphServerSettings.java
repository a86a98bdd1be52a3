package io.sandtable.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How our own graph server is run.
 *
 * @param jar the executable jar of {@code graph-model/server}, with its libraries and what Java has learnt of its starts beside it
 * @param heapMegabytes its largest heap; one import is one transaction and must fit
 * @param pageCacheMegabytes memory beside the heap for the store's pages
 * @param startTimeout until it must be ready; a new store takes longest
 * @param stopTimeout until it must have stopped before it is killed
 */
public record GraphServerSettings(
        Path jar, int heapMegabytes, int pageCacheMegabytes, Duration startTimeout, Duration stopTimeout) {
    private static final int USUAL_HEAP_MEGABYTES = 1024;

    public GraphServerSettings {
        if (heapMegabytes < 256) {
            throw new IllegalArgumentException(
                    "The graph server's heap was %d MB; it needs at least 256 MB. Raise the setting or remove it."
                            .formatted(heapMegabytes));
        }
        if (pageCacheMegabytes < 8) {
            throw new IllegalArgumentException(
                    "The graph server's page cache was %d MB; it needs at least 8 MB. Raise the setting or remove it."
                            .formatted(pageCacheMegabytes));
        }
    }

    /**
     * What fits a mid-size company: a heap of up to 1 GB, of which an idle server takes a fifth, 64 MB of pages, two minutes to
     * start on a busy machine. An import of 20,000 nodes and 80,000 relations wants some 500 MB, one of 100,000 and 400,000 between 1
     * and 3 GB.
     */
    public static GraphServerSettings of(Path jar) {
        return new GraphServerSettings(jar, USUAL_HEAP_MEGABYTES, 64, Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    /**
     * Which of Java's compilers the server works with. The second one takes a third of a start's processor time and makes a load of
     * half a million facts twice as fast: only a server with more than the usual heap can hold such a load, so only that one has it,
     * and there it waits until something runs ten times as often as it usually would.
     */
    List<String> compiler() {
        return heapMegabytes <= USUAL_HEAP_MEGABYTES
                ? List.of("-XX:TieredStopAtLevel=1")
                : List.of(
                        "-XX:Tier3DelayOn=0",
                        "-XX:Tier4InvocationThreshold=50000",
                        "-XX:Tier4MinInvocationThreshold=6000",
                        "-XX:Tier4CompileThreshold=150000",
                        "-XX:Tier4BackEdgeThreshold=400000");
    }
}
