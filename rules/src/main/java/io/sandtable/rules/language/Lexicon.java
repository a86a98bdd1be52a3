package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The words of {@code words.txt} and {@code english.txt}, each with the token types it may be. */
final class Lexicon {
    private static final String IRREGULAR = "~ ";
    private static final Map<String, Integer> TYPES = types();

    private final Map<String, List<Integer>> types = new HashMap<>();
    private int longest;

    private Lexicon() {}

    /** The words, read once: they are the same for every company. */
    static Lexicon shared() {
        return Shared.LEXICON;
    }

    private static final class Shared {
        static final Lexicon LEXICON = load();
    }

    private static Lexicon load() {
        var lexicon = new Lexicon();
        lexicon.addLines(lines("words.txt"), Set::of);
        List<String> english = lines("english.txt");
        String irregular = english.stream()
                .filter(line -> line.startsWith(IRREGULAR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "english.txt has no line of irregular verbs, which begins with '~ '. Add it."));
        var inflections = new Inflections(irregular.substring(IRREGULAR.length()));
        lexicon.addLines(
                english.stream().filter(line -> !line.startsWith(IRREGULAR)).toList(), inflections::of);
        return lexicon;
    }

    /** The lines of a file beside this class, comments left out. */
    static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the rules jar; build it again.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read from the rules jar; build it again.".formatted(file), e);
        }
    }

    private static Map<String, Integer> types() {
        var byName = new HashMap<String, Integer>();
        for (int type = 1; type <= Sentence.VOCABULARY.getMaxTokenType(); type++) {
            byName.put(Sentence.VOCABULARY.getSymbolicName(type), type);
        }
        return byName;
    }

    private void addLines(List<String> lines, Function<String, Collection<String>> spellings) {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            Integer type = colon < 0 ? null : TYPES.get(line.substring(0, colon));
            if (type == null) {
                throw new IllegalStateException(
                        "The word list has the line '%s'; it must begin with a token of the grammar. Correct it."
                                .formatted(line));
            }
            for (String entry : line.substring(colon + 2).split("\\|")) {
                spellings.apply(entry).forEach(word -> add(word, type));
            }
        }
    }

    private void add(String word, Integer type) {
        String key = NormalText.of(word).text();
        List<Integer> known = types.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!known.contains(type)) {
            known.add(type);
        }
        longest = Math.max(longest, key.length());
    }

    /** All words that begin at a place. */
    List<Token> at(NormalText sentence, int start) {
        var found = new ArrayList<Token>();
        if (!sentence.isBoundary(start)) {
            return found;
        }
        int last = Math.min(sentence.length(), start + longest);
        for (int end = start + 1; end <= last; end++) {
            if (sentence.isBoundary(end)) {
                int until = end;
                types.getOrDefault(sentence.text().substring(start, end), List.of())
                        .forEach(type -> found.add(new Token(type, start, until, null)));
            }
        }
        return found;
    }
}
