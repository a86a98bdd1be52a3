package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.CsvTable.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a table under its header, one at a time and as often as they are asked for. */
public final class Rows {
    private static final int LOOKED_AT = 64;

    private final Header header;
    private final Lines lines;
    private final int above;
    private final Draft draft;
    private boolean counted;
    private @Nullable List<Row> held;

    /**
     * @param header names of the columns; a blank one has no column
     * @param above how many lines stand before the first row
     * @param shortLines whether a line that ends early has blank cells there, as those of a sheet do
     */
    public Rows(List<String> header, Lines lines, int above, boolean shortLines, String file, Draft draft) {
        this.header = new Header(header, shortLines, file, draft);
        this.lines = lines;
        this.above = above;
        this.draft = draft;
    }

    /** Rows of a text whose first line is the header; reports what is wrong with that, empty where there is no usable one. */
    public static Optional<Rows> of(TextFile text, Draft draft) throws IOException {
        Lines lines = text.lines(',', false, draft);
        List<Line> head = lines.head(1);
        return head.isEmpty() || !separatedByCommas(head.getFirst().cells(), text.file(), draft)
                ? Optional.empty()
                : Optional.of(new Rows(head.getFirst().cells(), lines, 1, false, text.file(), draft));
    }

    static boolean separatedByCommas(List<String> header, String file, Draft draft) {
        String only = header.size() == 1 ? header.getFirst() : "";
        for (String other : List.of(";", "\t", "|")) {
            if (only.contains(other)) {
                draft.problem(ProblemCode.SEPARATOR_WRONG, file, 1, "", other.equals("\t") ? "TAB" : other, ",");
                return false;
            }
        }
        return true;
    }

    /** As in the file; only columns with a name, each once. */
    public List<String> columns() {
        return header.named();
    }

    /** Whether there is a row. */
    public boolean areAny() throws IOException {
        List<Line> head = lines.head(LOOKED_AT);
        if (head.stream().skip(above).anyMatch(line -> !line.isBlank())) {
            return true;
        }
        var any = new AtomicBoolean();
        if (head.size() == LOOKED_AT) {
            var at = new AtomicInteger();
            lines.each(line -> any.compareAndSet(false, at.getAndIncrement() >= above && !line.isBlank()));
        }
        return any.get();
    }

    /** All of them in order; reports those that are longer or shorter than the header. A row counts for the draft the first time only. */
    public void each(Consumer<Row> taker) throws IOException {
        if (held != null) {
            held.forEach(taker);
            return;
        }
        List<Row> kept = lines.areHeld() ? new ArrayList<>() : null;
        boolean count = !counted;
        counted = true;
        var at = new AtomicInteger();
        lines.each(line -> {
            if (at.getAndIncrement() < above || line.isBlank()) {
                return;
            }
            if (count) {
                draft.row();
            }
            header.row(line).ifPresent(row -> {
                if (kept != null) {
                    kept.add(row);
                }
                taker.accept(row);
            });
        });
        held = kept;
    }
}
