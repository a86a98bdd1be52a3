package io.sandtable.datasets.plain;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.Rows;
import io.sandtable.datasets.reading.TextFile;
import io.sandtable.datasets.reading.ValueTotals;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a folder in the plain template, with the packages in its sub-folders, or the same as one workbook. */
public final class PlainReader implements DatasetReader {
    private static final String TABLE = ".csv";

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean accepts(Path path) throws IOException {
        return hasHead(path) || PlainWorkbook.find(path).isPresent();
    }

    private static boolean hasHead(Path folder) {
        return Files.isRegularFile(folder.resolve(PackageHead.FILE));
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        var draft = new Draft(String.valueOf(path.toAbsolutePath().normalize().getFileName()));
        Optional<Path> workbook = hasHead(path) ? Optional.empty() : PlainWorkbook.find(path);
        if (workbook.isPresent()) {
            return readWorkbook(workbook.get(), options, draft);
        }
        if (!hasHead(path)) {
            draft.problem(ProblemCode.FORMAT_UNKNOWN, "", 0, "", path.toString(), PackageHead.FILE);
            return draft.finish(Title.of(draft.name()), Origin.REAL, options.asOf());
        }
        Optional<PackageHead> head = PackageHead.read(path, "", options.asOf(), draft);
        if (head.isEmpty()) {
            return draft.finish(Title.of(draft.name()), Origin.REAL, options.asOf());
        }
        var totals = new ValueTotals(draft);
        var rows = new RowReader(draft, totals);
        readTables(path, "", head.get(), rows, draft);
        readPackagesIn(path, "", options, rows, draft);
        totals.sums();
        PackageHead told = head.get();
        return draft.finish(told.title(), told.origin(), told.asOf()).named(told.name());
    }

    private static Dataset readWorkbook(Path path, ReadOptions options, Draft draft) throws IOException {
        Optional<PlainWorkbook> book = PlainWorkbook.read(path, draft);
        Optional<PackageHead> head = book.isPresent() ? book.get().head(options.asOf()) : Optional.empty();
        if (book.isEmpty() || head.isEmpty()) {
            return draft.finish(Title.of(draft.name()), Origin.REAL, options.asOf());
        }
        var totals = new ValueTotals(draft);
        book.get().read(head.get(), new RowReader(draft, totals));
        totals.sums();
        PackageHead told = head.get();
        return draft.finish(told.title(), told.origin(), told.asOf()).named(told.name());
    }

    private void readPackagesIn(Path folder, String prefix, ReadOptions options, RowReader rows, Draft draft)
            throws IOException {
        for (Path sub : entries(folder, true)) {
            String inside = prefix + sub.getFileName() + "/";
            if (!hasHead(sub)) {
                draft.problem(ProblemCode.FILE_NOT_READ, inside, 0, "", "", PackageHead.FILE);
                continue;
            }
            Optional<PackageHead> head = PackageHead.read(sub, inside, null, draft);
            if (head.isPresent()) {
                readTables(sub, inside, head.get(), rows, draft);
                readPackagesIn(sub, inside, options, rows, draft);
            }
        }
    }

    private static void readTables(Path folder, String prefix, PackageHead head, RowReader rows, Draft draft)
            throws IOException {
        var tables = new ArrayList<Path>();
        for (Path entry : entries(folder, false)) {
            String file = String.valueOf(entry.getFileName());
            if (file.toLowerCase(Locale.ROOT).endsWith(TABLE)) {
                tables.add(entry);
            } else if (!file.equals(PackageHead.FILE) && !file.startsWith("README") && !file.startsWith("LICENSE")) {
                draft.problem(ProblemCode.FILE_NOT_READ, prefix + file, 0, "", "", TABLE);
            }
        }
        List<String> names = Template.all().stream().map(t -> t.name() + TABLE).toList();
        for (Path entry : tables) {
            String file = String.valueOf(entry.getFileName());
            if (!names.contains(file)) {
                draft.problem(
                        ProblemCode.FILE_UNKNOWN,
                        prefix + file,
                        0,
                        "",
                        file,
                        Nearest.to(file, names).orElse(""));
                continue;
            }
            Template template = Template.named(file.substring(0, file.length() - TABLE.length()))
                    .orElseThrow();
            readTable(entry, prefix + file, template, head, rows, draft);
        }
    }

    private static void readTable(
            Path path, String file, Template template, PackageHead head, RowReader rows, Draft draft)
            throws IOException {
        Optional<TextFile> text = TextFile.read(path, file, draft);
        if (text.isEmpty()) {
            return;
        }
        Optional<Rows> table = Rows.of(text.get(), draft);
        if (table.isPresent()) {
            rows.read(
                    table.get(),
                    file,
                    template,
                    new RowSources(head, file, text.get().sha256(), draft));
        }
    }

    /** Entries by name, folders or files; hidden ones and links are nobody's tables. */
    private static List<Path> entries(Path folder, boolean folders) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> !String.valueOf(e.getFileName()).startsWith("."))
                    .filter(e -> folders
                            ? Files.isDirectory(e, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                            : Files.isRegularFile(e))
                    .sorted()
                    .toList();
        }
    }
}
