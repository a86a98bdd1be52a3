package io.sandtable.web.live;

import io.sandtable.ingest.DeadLetter;
import io.sandtable.ingest.FeedUnavailable;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.LiveStatus;
import io.sandtable.ingest.StockArrival;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.Opening;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.live.LiveView.Cause;
import io.sandtable.web.live.LiveView.DeadRow;
import io.sandtable.web.live.LiveView.SourceRow;
import io.sandtable.web.live.LiveView.StaleRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts together what the page of live data shows of the company in use; opens no graph for it. */
@Component
@Profile("service")
class LiveViews {
    private static final int STOCK_MESSAGES = 200;
    private static final int DEAD_LETTERS = 50;
    private static final int INQUIRIES = 50;

    private final Live live;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final Opening opening;
    private final Inquiries inquiries;
    private final RevisionNotes notes;
    private final Clock clock;

    LiveViews(
            Live live,
            Companies companies,
            LoadedCompanies loaded,
            Opening opening,
            Inquiries inquiries,
            RevisionNotes notes,
            Clock clock) {
        this.live = live;
        this.companies = companies;
        this.loaded = loaded;
        this.opening = opening;
        this.inquiries = inquiries;
        this.notes = notes;
        this.clock = clock;
    }

    LiveView show(Language language) {
        Words words = Words.in(language);
        String company = companies.current();
        BusinessSnapshot snapshot =
                opening.isOpen(company) ? loaded.business(company).snapshot() : null;
        LiveFeed feed = live.find().orElse(null);
        LiveStatus status = feed == null ? null : feed.status();
        List<StockArrival> counts = feed == null ? List.of() : feed.stockMessages(company, STOCK_MESSAGES);
        List<DeadRow> dead = feed == null
                ? List.of()
                : feed.deadLetters(DEAD_LETTERS).stream()
                        .map(letter -> row(letter, words))
                        .toList();
        return new LiveView(
                kind(status),
                status(status, words),
                detail(status, words),
                live.trouble().isPresent(),
                status == null ? List.of() : sources(status, company, words),
                feed == null
                        ? List.of()
                        : feed.readings(company).stream()
                                .map(state -> SensorView.of(state, snapshot, words))
                                .toList(),
                snapshot == null ? null : StockView.of(snapshot, counts, LocalDate.now(clock), language),
                dead,
                status == null ? 0 : Math.max(0, status.deadLetters() - dead.size()),
                stale(company, words));
    }

    private String kind(@Nullable LiveStatus status) {
        if (live.trouble().isPresent()) {
            return "confirm";
        }
        return status == null
                ? "plain"
                : switch (status.state()) {
                    case RUNNING -> "met";
                    case OFF -> "plain";
                    case DISCONNECTED, STALLED -> "confirm";
                };
    }

    private String status(@Nullable LiveStatus status, Words words) {
        FeedUnavailable trouble = live.trouble().orElse(null);
        if (trouble != null) {
            return words.say("live.trouble." + trouble.reason().name());
        }
        return words.say(
                "live.state." + (status == null ? "STARTING" : status.state().name()));
    }

    private @Nullable String detail(@Nullable LiveStatus status, Words words) {
        FeedUnavailable trouble = live.trouble().orElse(null);
        if (trouble != null) {
            return words.say("live.trouble.detail", String.valueOf(trouble.getMessage()));
        }
        if (status == null) {
            return null;
        }
        if (status.waitingStock() > 0) {
            return words.say("live.waitingStock", status.waitingStock());
        }
        return switch (status.state()) {
            case RUNNING -> words.say("live.address", status.address().orElse(""), companies.current());
            case OFF -> words.say("live.off");
            case DISCONNECTED, STALLED ->
                status.trouble().map(LiveStatus.Trouble::message).orElse(null);
        };
    }

    private static List<SourceRow> sources(LiveStatus status, String company, Words words) {
        var figures = new Figures(words.language());
        return status.sources().stream()
                .filter(s -> s.company().equals(company))
                .map(s -> new SourceRow(
                        s.source(),
                        words.say("live.kind." + s.kind()),
                        s.lastReceived(),
                        lag(s.lag(), figures, words),
                        s.perMinute(),
                        s.count()))
                .toList();
    }

    /** As finely as it matters: seconds, then hours, then days. */
    private static String lag(java.time.Duration lag, Figures figures, Words words) {
        if (lag.toMinutes() < 100) {
            return figures.seconds(lag.toSeconds());
        }
        return lag.toHours() < 48
                ? words.say("live.hours", figures.number(lag.toHours()))
                : words.say("live.days", figures.number(lag.toDays()));
    }

    private static DeadRow row(DeadLetter letter, Words words) {
        return new DeadRow(
                letter.id(),
                letter.topic(),
                words.say(
                        "live.dead." + letter.reason().name(),
                        letter.arguments().toArray()),
                letter.preview(),
                letter.last(),
                letter.seen());
    }

    private List<StaleRow> stale(String company, Words words) {
        return inquiries.listInquiries(company, 0, INQUIRIES).stream()
                .filter(i -> i.state() == Inquiry.State.DONE)
                .map(i -> new StaleRow(
                        i.id(),
                        i.text(),
                        notes.since(i).stream()
                                .map(n -> new Cause(cause(n, words), n.at()))
                                .toList()))
                .filter(row -> !row.causes().isEmpty())
                .toList();
    }

    private static String cause(RevisionNotes.RevisionNote note, Words words) {
        String key = "revision." + note.code();
        return words.knows(key) ? words.say(key, note.arguments().toArray()) : words.say("revision.other", note.code());
    }
}
