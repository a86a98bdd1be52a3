package io.sandtable.bench.alignment;

import io.sandtable.model.NodeType;
import io.sandtable.model.alignment.Described;
import io.sandtable.model.alignment.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Pairs that were written by hand, as two exports. */
final class HandWritten {
    /** Looked at while the reading of numbers was made. */
    static final String SEEN = "by-hand.tsv";
    /** Looked at by nobody who changes weights or words. */
    static final String HELD_OUT = "held-out.tsv";

    private HandWritten() {}

    static Exports exports(String file) {
        var things = new ArrayList<Described>();
        var same = new HashSet<Pair>();
        var lookAlikes = new HashSet<Pair>();
        int number = 0;
        for (String line : lines(file)) {
            String[] cells = line.split("\t", -1);
            number++;
            Described one = thing("EVI-books", "F%03d-%d".formatted(number, 7 * number), cells, 1);
            Described other = thing("EVI-warehouse", "K%05d".formatted(90000 - 13 * number), cells, 5);
            things.add(one);
            things.add(other);
            (cells[0].equals("same") ? same : lookAlikes).add(Pair.of(one.id(), other.id()));
        }
        return new Exports(things, same, lookAlikes);
    }

    private static Described thing(String source, String code, String[] cells, int at) {
        return new Described(
                "MAT-" + code,
                NodeType.MATERIAL,
                source,
                code,
                List.of(cells[at]),
                cells[at + 1],
                cells[at + 2],
                Double.parseDouble(cells[at + 3]));
    }

    private static List<String> lines(String file) {
        try (InputStream in = HandWritten.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The pairs of %s cannot be read; build the program again.".formatted(file), e);
        }
    }
}
