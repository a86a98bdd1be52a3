package io.sandtable.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Keeps every server away from the graph under a home, so that its files can be copied; the graph stays shut meanwhile. */
public final class GraphHold implements AutoCloseable {
    private final GraphHome home;

    private GraphHold(GraphHome home) {
        this.home = home;
    }

    /**
     * Takes the graph's folder for this process.
     *
     * @param home the folder that {@code graph} lies in
     * @throws GraphUnavailable where somebody uses it
     */
    public static GraphHold take(Path home) {
        GraphHome taken = GraphHome.hold(home);
        try {
            if (taken.awaitFreeStore(Duration.ofSeconds(10))) {
                return new GraphHold(taken);
            }
            taken.close();
            throw new GraphUnavailable(
                    GraphUnavailable.Reason.HOME_IN_USE,
                    "The graph server of an earlier run, process %s, still holds %s. End that process and try again."
                            .formatted(
                                    Files.readString(taken.store().resolve("server.lock"))
                                            .strip(),
                                    taken.store()));
        } catch (IOException e) {
            taken.close();
            throw new GraphUnavailable(
                    GraphUnavailable.Reason.HOME_NOT_WRITABLE,
                    "%s could not be looked at (%s); check its rights.".formatted(taken.store(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            taken.close();
            Thread.currentThread().interrupt();
            throw new GraphUnavailable(
                    GraphUnavailable.Reason.SERVER_FAILED, "Waiting for %s was interrupted.".formatted(home), e);
        }
    }

    @Override
    public void close() {
        home.close();
    }
}
