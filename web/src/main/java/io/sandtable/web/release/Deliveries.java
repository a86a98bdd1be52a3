package io.sandtable.web.release;

import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.decide.KeptRelease;
import io.sandtable.web.settings.ReleaseSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which releases the webhook still has to take, and how the tries went. Without a webhook there is nothing to do. */
@Component
class Deliveries {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_OUTCOME = 500;
    private static final int DOUBLINGS = 10;

    private final JdbcClient database;
    private final ReleaseSettings settings;
    private final @Nullable Webhook webhook;

    Deliveries(JdbcClient database, ReleaseSettings settings) {
        this.database = database;
        this.settings = settings;
        this.webhook = Webhook.of(settings);
    }

    /**
     * How far it is.
     *
     * @param nextAt of the next try, null where none is planned
     * @param outcome of the last, null before the first
     */
    record Delivery(
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String outcome) {}

    boolean isOn() {
        return webhook != null;
    }

    /** Before a release is issued, so that a stop in between forgets nothing. */
    void plan(String number, Instant now) {
        if (webhook != null && find(number).isEmpty()) {
            again(number, now);
        }
    }

    /** From the first try on. */
    void again(String number, Instant now) {
        note(number, 0, now, null);
    }

    private void note(String number, int attempts, @Nullable Instant next, @Nullable String outcome) {
        database.sql(
                        "merge into release_delivery (number, attempts, next_at, outcome) key (number) values (:n, :a, :t, :o)")
                .param("n", number)
                .param("a", attempts)
                .param("t", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("o", outcome)
                .update();
    }

    Optional<Delivery> find(String number) {
        return database.sql("select * from release_delivery where number = ?")
                .param(number)
                .query((row, n) -> {
                    OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
                    return new Delivery(
                            row.getInt("attempts"), next == null ? null : next.toInstant(), row.getString("outcome"));
                })
                .optional();
    }

    boolean isDue(String number, Instant now) {
        return webhook != null
                && find(number)
                        .map(Delivery::nextAt)
                        .filter(next -> !next.isAfter(now))
                        .isPresent();
    }

    /** One try. Returns what the receiver said where it took the release; otherwise the next try is planned, or none. */
    Optional<String> send(KeptDecision decision, KeptRelease release, List<OrderTable> tables, Instant now) {
        if (webhook == null) {
            return Optional.empty();
        }
        Delivery before = find(decision.number()).orElse(new Delivery(0, now, null));
        int attempts = before.attempts() + 1;
        Webhook.Outcome outcome = webhook.send(decision, release, tables, now);
        String said = outcome.said().length() > LONGEST_OUTCOME
                ? outcome.said().substring(0, LONGEST_OUTCOME)
                : outcome.said();
        boolean more = !outcome.taken() && attempts < settings.webhookAttempts();
        note(decision.number(), attempts, more ? now.plus(pause(attempts)) : null, said);
        return outcome.taken() ? Optional.of(said) : Optional.empty();
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    }
}
