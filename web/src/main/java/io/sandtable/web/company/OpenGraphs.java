package io.sandtable.web.company;

import io.sandtable.store.GraphConnection;
import io.sandtable.store.GraphUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The graphs in use, each opened at its first use and closed with the service: starting a graph server takes seconds, asking an open
 * one milliseconds. A graph whose server went away is opened again at the next use.
 */
@Component
public class OpenGraphs implements DisposableBean {
    private final Companies companies;
    private final Map<String, Slot> slots = new HashMap<>();

    OpenGraphs(Companies companies) {
        this.companies = companies;
    }

    /** Works with the company's graph; opens it where it is not open yet. Not for keeping, it may be closed afterwards; and not from within such work. */
    public <T> T use(String company, Function<GraphConnection, T> work) {
        return slot(company).use(company, work);
    }

    /** Whether the company's graph can be used without waiting for a server to start. */
    public boolean isOpen(String company) {
        return findOpen(company).isPresent();
    }

    /** The company's graph while it is open; answers at once and never opens one. */
    public Optional<GraphConnection> findOpen(String company) {
        return slot(company).find();
    }

    /** The companies whose graphs are open. */
    public synchronized List<String> listOpen() {
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().find().isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private synchronized Slot slot(String company) {
        return slots.computeIfAbsent(company, c -> new Slot());
    }

    @Override
    public synchronized void destroy() {
        slots.values().forEach(Slot::close);
    }

    /** A graph that somebody may be working with. */
    private static final class Opened {
        private final GraphConnection graph;
        private int users;
        private volatile boolean failed;

        private Opened(GraphConnection graph) {
            this.graph = graph;
        }
    }

    /**
     * One company's place; whoever comes first opens, the others wait for it. A graph that failed is closed when the last of those who
     * work with it is done, and only then opened again: two servers cannot share a folder.
     */
    private final class Slot {
        private volatile @Nullable Opened opened;

        <T> T use(String company, Function<GraphConnection, T> work) {
            Opened open = enter(company);
            try {
                return work.apply(open.graph);
            } catch (GraphUnavailable e) {
                fail(open);
                throw e;
            } finally {
                leave(open);
            }
        }

        private synchronized Opened enter(String company) {
            Opened open = opened;
            while (open != null && open.failed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(
                            "Stopped while the graph of '%s' was being closed; ask again.".formatted(company), e);
                }
                open = opened;
            }
            if (open == null) {
                open = new Opened(companies.open(company));
                opened = open;
            }
            open.users++;
            return open;
        }

        private synchronized void fail(Opened open) {
            open.failed = true;
        }

        private synchronized void leave(Opened open) {
            open.users--;
            if (open.failed && open.users == 0 && opened == open) {
                close();
            }
        }

        /** Answers at once, also while the server is being started. */
        Optional<GraphConnection> find() {
            Opened open = opened;
            return open == null || open.failed ? Optional.empty() : Optional.of(open.graph);
        }

        synchronized void close() {
            Opened open = opened;
            if (open != null) {
                opened = null;
                notifyAll();
                open.graph.close();
            }
        }
    }
}
