package io.sandtable.web.decide;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Seal;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.HomeLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads decisions from the log itself, and hands out what proves them. */
@Component
class DecisionTrails {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A zip has to give its files some time; this one says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final HomeLog home;
    private final DecisionIndex index;

    DecisionTrails(HomeLog home, DecisionIndex index) {
        this.home = home;
        this.index = index;
    }

    RecordedDecision read(String number) {
        return home.use(log -> {
            KeptDecision kept = index.find(number).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND", number));
            List<Long> places = index.leaves(number);
            byte[] record = log.record(places.getFirst());
            var events = new ArrayList<DecisionEvent>();
            for (long place : places.subList(1, places.size())) {
                events.add(DecisionEvent.read(JSON.readTree(log.record(place))));
            }
            return new RecordedDecision(
                    kept,
                    JSON.readTree(record),
                    events,
                    Hash.of(record).hex(),
                    new String(log.checkpoint().bytes(), StandardCharsets.UTF_8),
                    places);
        });
    }

    /** The record and what happened to it, each with its proof under one checkpoint, for the inside of a report. */
    Map<String, byte[]> evidence(RecordedDecision decision) {
        return home.use(log -> Bundle.files(
                decision.places().stream().map(log::record).toList(),
                decision.places().stream().map(log::proof).toList(),
                log.keys()));
    }

    Seal seal(String subject, Map<String, Hash> parts) {
        return home.use(log -> log.seal(subject, parts));
    }

    /** A zip with a folder for the record and for each thing that happened to it; {@code audit verify} takes each of them. */
    byte[] proof(String number) {
        RecordedDecision decision = read(number);
        return home.use(log -> {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                int step = 0;
                for (long place : decision.places()) {
                    String state = step == 0
                            ? DecisionState.PROPOSED.code()
                            : decision.events().get(step - 1).state().code();
                    step++;
                    add(zip, "%s/%d-%s/".formatted(number, step, state), log, place);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The proof of %s could not be packed in memory.".formatted(number), e);
            }
            return bytes.toByteArray();
        });
    }

    private static void add(ZipOutputStream zip, String folder, DecisionLog log, long place) throws IOException {
        var files = Bundle.files(log.record(place), log.proof(place), log.keys());
        for (var file : files.entrySet()) {
            var entry = new ZipEntry(folder + file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
    }
}
