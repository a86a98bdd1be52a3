package io.sandtable.web.operation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.LiveStatus;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.live.Live;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What {@code /actuator/prometheus} tells of the service's own work; read when somebody asks, so that it costs nothing otherwise. */
@Component
@Profile("service")
class Measures implements MeterBinder {
    private final JdbcClient database;
    private final OpenGraphs graphs;
    private final Live live;

    Measures(JdbcClient database, OpenGraphs graphs, Live live) {
        this.database = database;
        this.graphs = graphs;
        this.live = live;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "sandtable.runs.pending",
                        () -> number("select count(*) from inquiry where state in ('QUEUED', 'RUNNING')"))
                .description("runs that wait or are under way")
                .register(registry);
        for (String end : new String[] {"done", "cancelled", "refused", "failed", "interrupted"}) {
            FunctionCounter.builder("sandtable.runs.finished", this, m -> m.ended(end))
                    .tag("end", end)
                    .description("runs that have ended, by how")
                    .register(registry);
        }
        FunctionCounter.builder("sandtable.runs.seconds", this, m -> m.number("""
                        select coalesce(sum(datediff(millisecond, queued_at, ended_at)), 0) / 1000.0 from inquiry_run
                        where ended_because = 'done'"""))
                .description("seconds from the start of waiting to the answer, over all answered runs")
                .register(registry);
        Gauge.builder("sandtable.graphs.open", () -> graphs.listOpen().size())
                .description("companies whose graph is open")
                .register(registry);
        counter(registry, "sandtable.ingest.stored", "live messages stored", LiveStatus::stored);
        counter(
                registry,
                "sandtable.ingest.duplicates",
                "live messages that were there already",
                LiveStatus::duplicates);
        gauge(registry, "sandtable.ingest.dead", "dead letters that wait for a person", LiveStatus::deadLetters);
        gauge(registry, "sandtable.ingest.queued", "live messages that are not stored yet", LiveStatus::queued);
        gauge(
                registry,
                "sandtable.ingest.waiting.stock",
                "counts that are not in the graph yet",
                LiveStatus::waitingStock);
        gauge(
                registry,
                "sandtable.ingest.lag.seconds",
                "age of the latest news of the source that is furthest behind",
                s -> s.sources().stream()
                        .mapToDouble(source -> source.lag().toMillis() / 1_000.0)
                        .max()
                        .orElse(0));
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<LiveStatus> value) {
        Gauge.builder(name, this, m -> m.live(value)).description(what).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String what, ToDoubleFunction<LiveStatus> value) {
        FunctionCounter.builder(name, this, m -> m.live(value))
                .description(what)
                .register(registry);
    }

    private double live(ToDoubleFunction<LiveStatus> value) {
        return live.find().map(LiveFeed::status).map(value::applyAsDouble).orElse(0.0);
    }

    private double ended(String how) {
        return database.sql("select count(*) from inquiry_run where ended_because = ?")
                .param(how)
                .query(Double.class)
                .single();
    }

    private double number(String sql) {
        return database.sql(sql).query(Double.class).single();
    }
}
