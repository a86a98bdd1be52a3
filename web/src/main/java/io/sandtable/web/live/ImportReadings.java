package io.sandtable.web.live;

import io.sandtable.audit.archive.Archive;
import io.sandtable.datasets.SourceFile;
import io.sandtable.ingest.recorded.RecordedFile;
import io.sandtable.ingest.recorded.RecordedSeries;
import io.sandtable.web.company.Companies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The use case "load what sensors have recorded": the readings of a file become series of a company; its graph stays as it is. */
@Component
public class ImportReadings {
    private final Companies companies;
    private final Archive archive;
    private final Clock clock;

    ImportReadings(Companies companies, Archive archive, Clock clock) {
        this.companies = companies;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * What was read and stored.
     *
     * @param stored empty where problems kept everything out
     * @param known whether the company has a graph; without one its readings wait for it
     */
    public record Imported(String company, RecordedFile file, Optional<RecordedSeries.Stored> stored, boolean known) {}

    /** Whether the path is a file of readings and no company's tables. */
    public static Optional<Path> find(Path path) {
        try {
            return RecordedFile.find(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Stores the readings of a file that {@link #find} gave.
     *
     * @param companyName whose they are; null means the company that questions are about
     */
    public Imported run(Path path, @Nullable String companyName) {
        String company = companyName != null ? companyName : companies.current();
        boolean known = companies.findCard(company).isPresent();
        RecordedFile file;
        try {
            file = RecordedFile.read(path);
            if (!file.checked().importable()) {
                return new Imported(company, file, Optional.empty(), known);
            }
            for (SourceFile original : file.checked().originals()) {
                archive.put(original.path());
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        RecordedSeries.Stored stored = RecordedSeries.store(file, companies.home(), company, clock);
        return new Imported(company, file, Optional.of(stored), known);
    }

    private static UncheckedIOException unreadable(Path path, IOException e) {
        return new UncheckedIOException(
                "%s could not be read (%s); check the disk and its rights.".formatted(path, e.getMessage()), e);
    }
}
