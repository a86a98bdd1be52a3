package io.sandtable.datasets.mapped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call the columns of the usual tables, and what their cells look like. */
final class Vocabulary {
    /** What the cells of a column look like. */
    enum Kind {
        CODE,
        NAME,
        TEXT,
        NUMBER,
        PERCENT,
        DATE,
        UNIT,
        CURRENCY,
        COUNTRY,
        STATUS,
        ROLE
    }

    private record Entry(Kind kind, Wording own, List<Wording> words) {}

    /** A word that many tables have for different columns counts a little less. */
    private static final double HERE_ONLY = 0.9;
    /** Another word for it is not quite the word itself. */
    private static final double ANOTHER_WORD = 0.98;

    private static final Vocabulary USUAL = load();

    private final Map<String, Entry> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Wording>>> inTable = new HashMap<>();
    private final Map<String, List<String>> files = new HashMap<>();

    private Vocabulary() {}

    /** That of the columns of {@code erp.yaml}. */
    static Vocabulary usual() {
        return USUAL;
    }

    private static Vocabulary load() {
        String resource = "/io/sandtable/datasets/mappings/vocabulary.yaml";
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("%s is not in the program; build it anew.".formatted(resource));
            }
            return read(YamlPart.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read.".formatted(resource), e);
        } catch (MappingWrong e) {
            throw new IllegalStateException("%s is wrong: %s".formatted(resource, e.getMessage()), e);
        }
    }

    private static Vocabulary read(YamlPart top) throws MappingWrong {
        var vocabulary = new Vocabulary();
        YamlPart columns = top.part("columns");
        for (String column : columns.names()) {
            YamlPart entry = columns.part(column);
            Kind kind = entry.word(
                    "kind", null, Arrays.asList(Kind.values()), k -> k.name().toLowerCase(Locale.ROOT));
            vocabulary.columns.put(column, new Entry(kind, Wording.of(column), wordings(entry.texts("words"))));
        }
        YamlPart tables = top.part("tables");
        for (String table : tables.names()) {
            var words = new HashMap<String, List<Wording>>();
            for (Map.Entry<String, List<String>> of : tables.part(table).lists().entrySet()) {
                words.put(of.getKey(), wordings(of.getValue()));
            }
            vocabulary.inTable.put(table, words);
        }
        vocabulary.files.putAll(top.part("files").lists());
        return vocabulary;
    }

    /** Whether a file of that name, in letters alone, is called after the table. */
    boolean callsItself(String file, String table) {
        return files.getOrDefault(table, List.of()).stream().anyMatch(file::contains);
    }

    private static List<Wording> wordings(List<String> words) {
        return words.stream().map(Wording::of).toList();
    }

    Kind kind(String column) {
        Entry entry = columns.get(column);
        return entry == null ? Kind.TEXT : entry.kind();
    }

    /** For each column how much a file's word is like the best of its words. */
    Map<String, Likeness> alike(Wording file) {
        var alike = new HashMap<String, Likeness>();
        columns.forEach((column, entry) -> {
            Likeness best = Likeness.of(file, entry.own());
            for (Wording word : entry.words()) {
                best = better(best, Likeness.of(file, word).times(ANOTHER_WORD));
            }
            alike.put(column, best);
        });
        return alike;
    }

    /** How much it is like one of the words that the column has in that table alone. */
    Likeness here(Wording file, String column, String table) {
        Likeness best = Likeness.NONE;
        for (Wording word : inTable.getOrDefault(table, Map.of()).getOrDefault(column, List.of())) {
            best = better(best, Likeness.of(file, word).times(HERE_ONLY));
        }
        return best;
    }

    static Likeness better(Likeness a, Likeness b) {
        return b.score() > a.score() ? b : a;
    }
}
