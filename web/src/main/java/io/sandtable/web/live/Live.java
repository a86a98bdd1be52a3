package io.sandtable.web.live;

import io.sandtable.ingest.FeedUnavailable;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.RevisionChanged;
import io.sandtable.web.settings.IngestSettings;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The live feed while the service runs. It starts beside the service and never holds it up: where the broker cannot start, what was
 * stored can still be read and messages can be handed in over REST, and the page says what is wrong.
 */
@Component
@Profile("service")
public class Live implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Set<FeedUnavailable.Reason> BROKER_ONLY = EnumSet.of(
            FeedUnavailable.Reason.PORT_IN_USE, FeedUnavailable.Reason.DOOR_OPEN, FeedUnavailable.Reason.BROKER_FAILED);

    private final IngestSettings settings;
    private final Companies companies;
    private final CompanyGraphs graphs;
    private final Clock clock;

    private volatile @Nullable LiveFeed feed;
    private volatile @Nullable FeedUnavailable trouble;
    private volatile boolean running;
    private @Nullable Thread starting;

    Live(IngestSettings settings, Companies companies, CompanyGraphs graphs, Clock clock) {
        this.settings = settings;
        this.companies = companies;
        this.graphs = graphs;
        this.clock = clock;
    }

    /** The feed; empty while it starts or where it could not. */
    public Optional<LiveFeed> find() {
        return Optional.ofNullable(feed);
    }

    /** Why nothing arrives from the broker, or nothing at all; empty where all is well. */
    public Optional<FeedUnavailable> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether it is still being started. */
    public boolean isStarting() {
        return running && feed == null && trouble == null;
    }

    /** Tries again to start what could not be started, in the background. */
    public synchronized void again() {
        if (running && trouble != null) {
            LiveFeed old = feed;
            feed = null;
            trouble = null;
            begin(old);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        begin(null);
    }

    private void begin(@Nullable LiveFeed old) {
        starting = Thread.ofPlatform().name("live-start").daemon().start(() -> open(old));
    }

    private void open(@Nullable LiveFeed old) {
        try {
            if (old != null) {
                old.close();
            }
            feed = LiveFeed.open(settings.feed(), companies.home(), clock, graphs);
        } catch (FeedUnavailable e) {
            LOG.error("{}", e.getMessage());
            if (BROKER_ONLY.contains(e.reason())) {
                openWithoutBroker(e);
            } else {
                trouble = e;
            }
        } catch (RuntimeException e) {
            LOG.error("The live feed could not be started", e);
            trouble = new FeedUnavailable(
                    FeedUnavailable.Reason.STORE_FAILED,
                    "The live feed could not be started (%s); the log has more.".formatted(e.getMessage()),
                    e);
        }
    }

    private void openWithoutBroker(FeedUnavailable why) {
        try {
            feed = LiveFeed.open(settings.feedWithoutBroker(), companies.home(), clock, graphs);
            trouble = why;
        } catch (RuntimeException e) {
            why.addSuppressed(e);
            trouble = why;
        }
    }

    /** Files replace all facts of a company, also those that newer counts have stated. */
    @EventListener
    void filesImported(RevisionChanged change) {
        if (change.code().equals("import")) {
            companies
                    .findCard(change.company())
                    .ifPresent(card -> find().ifPresent(open -> open.filesImported(card.name(), card.asOf())));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            Thread still = starting;
            if (still != null) {
                still.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LiveFeed open = feed;
        if (open != null) {
            feed = null;
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
