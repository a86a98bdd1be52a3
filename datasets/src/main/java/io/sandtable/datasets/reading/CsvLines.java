package io.sandtable.datasets.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Line;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of a text, parted at a character; a quote that is never closed is reported. */
final class CsvLines implements Lines {
    private final Source text;
    private final char separator;
    private final String file;
    private final Draft draft;

    /** Opens the text at its beginning. */
    @FunctionalInterface
    interface Source {
        Reader open() throws IOException;
    }

    CsvLines(Source text, char separator, String file, Draft draft) {
        this.text = text;
        this.separator = separator;
        this.file = file;
        this.draft = draft;
    }

    @Override
    public List<Line> head(int most) throws IOException {
        var head = new ArrayList<Line>(most);
        read(line -> {
            head.add(line);
            return head.size() < most;
        });
        return head;
    }

    @Override
    public void each(Consumer<Line> taker) throws IOException {
        read(line -> {
            taker.accept(line);
            return true;
        });
    }

    @Override
    public boolean areHeld() {
        return false;
    }

    /** The same lines in memory. */
    Lines held() throws IOException {
        var all = new ArrayList<Line>();
        each(all::add);
        return Lines.of(all);
    }

    private void read(Predicate<Line> wantsMore) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.open())) {
            Iterator<CsvRecord> records = reader.iterator();
            int last = 0;
            for (CsvRecord csv = next(records, last); csv != null; csv = next(records, last)) {
                last = (int) csv.getStartingLineNumber();
                if (!wantsMore.test(new Line(last, csv.getFields()))) {
                    return;
                }
            }
        }
    }

    private @Nullable CsvRecord next(Iterator<CsvRecord> records, int last) throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            draft.problem(ProblemCode.QUOTE_WRONG, file, last + 1, "", "\"", "\"\"");
            return null;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
