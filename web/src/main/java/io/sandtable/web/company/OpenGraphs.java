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

    /** Works with the company's graph; opens it where it is not open yet. Not for keeping: it may be closed afterwards. */
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

    /** One company's place; whoever comes first opens, the others wait for it. */
    private final class Slot {
        private volatile @Nullable GraphConnection graph;

        <T> T use(String company, Function<GraphConnection, T> work) {
            GraphConnection open = open(company);
            try {
                return work.apply(open);
            } catch (GraphUnavailable e) {
                forget(open);
                throw e;
            }
        }

        private synchronized GraphConnection open(String company) {
            GraphConnection open = graph;
            if (open == null) {
                open = companies.open(company);
                graph = open;
            }
            return open;
        }

        /** Answers at once, also while the server is being started. */
        Optional<GraphConnection> find() {
            return Optional.ofNullable(graph);
        }

        private synchronized void forget(GraphConnection failed) {
            if (graph == failed) {
                close();
            }
        }

        synchronized void close() {
            GraphConnection open = graph;
            if (open != null) {
                graph = null;
                open.close();
            }
        }
    }
}
