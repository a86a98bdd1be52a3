package io.sandtable.audit.witness;

import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.KeyChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of the checkpoints that left the house: what reports print, and from which it is seen whether another one is due. */
public final class CheckpointShelf {
    /** Folder below the home folder. */
    public static final String FOLDER = "checkpoints";

    private static final int MONTHS_IN_REPORTS = 2;
    private static final Pattern NAME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,18})-(export|witness|stamp)\\.checkpoint");

    private final Path folder;

    public CheckpointShelf(Path folder) {
        this.folder = folder;
    }

    /** Keeps a copy of what left. */
    public void keep(Departure left) {
        String name = "%s-%d-%s.checkpoint"
                .formatted(left.on(), left.checkpoint().size(), left.way().code());
        try {
            DurableFiles.write(folder.resolve(name), left.checkpoint().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The copy %s could not be kept in %s (%s). Free disk space or check the folder's rights, then repeat."
                            .formatted(name, folder, e),
                    e);
        }
    }

    /** The same for a time stamp: the token lies beside its checkpoint. */
    public void keepStamp(LocalDate on, Checkpoint checkpoint, byte[] token) {
        Departure left = new Departure(on, Departure.Way.STAMP, checkpoint);
        keep(left);
        try {
            DurableFiles.write(folder.resolve("%s-%d-stamp.tsr".formatted(on, checkpoint.size())), token);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The time stamp could not be kept in %s (%s). Free disk space or check the folder's rights, then repeat."
                            .formatted(folder, e),
                    e);
        }
    }

    /** All of them, the oldest first. */
    public List<Departure> departures() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Departure> found = new ArrayList<>();
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(new Departure(
                            LocalDate.parse(name.group(1)),
                            Stream.of(Departure.Way.values())
                                    .filter(way -> way.code().equals(name.group(3)))
                                    .findFirst()
                                    .orElseThrow(),
                            Checkpoint.parse(Files.readAllBytes(file))));
                }
            }
            found.sort(Comparator.comparing(Departure::on)
                    .thenComparing(left -> left.checkpoint().size()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The checkpoints kept in %s cannot be read (%s). Check disk and rights.".formatted(folder, e), e);
        }
    }

    /** The last of each of the last months in which one left, the newest first: a report prints them, so that every copy of it is a witness. */
    public List<Departure> forReports() {
        Map<YearMonth, Departure> lastOfMonth = new LinkedHashMap<>();
        departures().reversed().forEach(left -> lastOfMonth.putIfAbsent(YearMonth.from(left.on()), left));
        return lastOfMonth.values().stream().limit(MONTHS_IN_REPORTS).toList();
    }

    /** Whether this month nothing left yet although there is something to prove. */
    public boolean exportDue(long logSize, LocalDate today) {
        return logSize > 0
                && departures().stream()
                        .noneMatch(left -> YearMonth.from(left.on()).equals(YearMonth.from(today)));
    }

    /** Writes the checkpoint with the keys into a folder that somebody takes out of the house, keeps a copy and names the file. */
    public Path export(Path out, Checkpoint checkpoint, KeyChain keys, LocalDate today) {
        Path file = out.resolve("checkpoint-%s-%d.txt".formatted(today, checkpoint.size()));
        try {
            Map<Path, byte[]> files = new LinkedHashMap<>();
            files.put(file, checkpoint.bytes());
            files.put(out.resolve("log.vkey"), (keys.newest().line() + "\n").getBytes(StandardCharsets.UTF_8));
            keys.rotations().forEach(rotation -> files.put(out.resolve(rotation.fileName()), rotation.bytes()));
            DurableFiles.writeAll(files);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The checkpoint could not be written to %s (%s). Free disk space or choose another folder."
                            .formatted(out, e),
                    e);
        }
        keep(new Departure(today, Departure.Way.EXPORT, checkpoint));
        return file;
    }
}
