package io.sandtable.web.witness;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.WitnessKey;
import io.sandtable.audit.witness.CheckpointShelf;
import io.sandtable.audit.witness.Departure;
import io.sandtable.audit.witness.LogHead;
import io.sandtable.audit.witness.TimeStamps;
import io.sandtable.audit.witness.WitnessFolder;
import io.sandtable.audit.witness.WitnessWebhook;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.settings.AuditSettings;
import io.sandtable.web.settings.HomeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sends the log's checkpoints out of the house in the ways that are set up, and knows whether one is due. */
@Component
public class Departures {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HomeLog home;
    private final AuditSettings settings;
    private final CheckpointShelf shelf;
    private final Clock clock;

    Departures(HomeLog home, HomeSettings folders, AuditSettings settings, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.shelf = new CheckpointShelf(folders.home().resolve(CheckpointShelf.FOLDER));
        this.clock = clock;
    }

    /** Whether this month no checkpoint has left yet: somebody should be asked to take one along. */
    public boolean due() {
        return home.exists() && shelf.exportDue(home.use(log -> log.size()), today());
    }

    /** What reports print. */
    public List<Departure> forReports() {
        return shelf.forReports();
    }

    /** Writes the newest checkpoint with the keys into this folder and names the file. */
    public Path export(Path out) {
        return home.use(log -> shelf.export(out, log.checkpoint(), log.keys(), today()));
    }

    /** Sends the newest checkpoint in each way that is set up, unless it went that way before; says what went wrong. */
    public List<String> send() {
        List<String> problems = new ArrayList<>();
        Checkpoint newest = home.exists() ? home.use(log -> log.checkpoint()) : null;
        if (newest == null || newest.size() == 0) {
            return problems;
        }
        attempt(problems, settings.witnessFolder() != null, () -> byFolder(newest));
        attempt(problems, settings.witnessUrl() != null, () -> byWebhook(newest));
        attempt(problems, settings.timestampUrl() != null, () -> stamp(newest));
        return problems;
    }

    private interface Way {
        void go() throws IOException, InterruptedException;
    }

    private static void attempt(List<String> problems, boolean setUp, Way way) {
        if (!setUp) {
            return;
        }
        try {
            way.go();
        } catch (AuditException | IllegalArgumentException | IOException e) {
            problems.add(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void byFolder(Checkpoint newest) throws IOException {
        WitnessFolder folder = new WitnessFolder(Objects.requireNonNull(settings.witnessFolder()), witness());
        folder.submit(head(newest));
        folder.cosigned()
                .filter(signed -> !went(Departure.Way.WITNESS, signed.size()))
                .ifPresent(signed -> shelf.keep(new Departure(today(), Departure.Way.WITNESS, signed)));
    }

    private void byWebhook(Checkpoint newest) throws IOException, InterruptedException {
        if (!went(Departure.Way.WITNESS, newest.size())) {
            WitnessWebhook webhook =
                    new WitnessWebhook(Objects.requireNonNull(settings.witnessUrl()), witness(), PATIENCE);
            Checkpoint signed = webhook.submit(head(newest), last(Departure.Way.WITNESS));
            shelf.keep(new Departure(today(), Departure.Way.WITNESS, signed));
        }
    }

    private WitnessKey witness() {
        return WitnessKey.parse(Objects.requireNonNull(settings.witnessKey()));
    }

    private void stamp(Checkpoint newest) throws IOException, InterruptedException {
        if (!went(Departure.Way.STAMP, newest.size())) {
            TimeStamps stamps = new TimeStamps(
                    Objects.requireNonNull(settings.timestampUrl()),
                    certificate(Objects.requireNonNull(settings.timestampCertificate())),
                    PATIENCE);
            shelf.keepStamp(today(), newest, stamps.stamp(newest));
        }
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new AuditException(
                    "%s is no X.509 certificate (%s). Give the one of the time-stamping authority, as PEM or DER."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private boolean went(Departure.Way way, long size) {
        return shelf.departures().stream()
                .anyMatch(left -> left.way() == way && left.checkpoint().size() == size);
    }

    private long last(Departure.Way way) {
        return shelf.departures().stream()
                .filter(left -> left.way() == way)
                .mapToLong(left -> left.checkpoint().size())
                .max()
                .orElse(0);
    }

    /** The log as it was at this checkpoint; it is held only while a proof is read, never while a witness is waited for. */
    private LogHead head(Checkpoint newest) {
        return new LogHead() {
            @Override
            public Checkpoint checkpoint() {
                return newest;
            }

            @Override
            public List<Hash> consistencyProof(long oldSize) {
                return home.use(log -> log.consistencyProof(oldSize, newest.size()));
            }
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
